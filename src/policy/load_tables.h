// One table for each type of the language that stands in more than one place.
#pragma once
#include "policy/load_table.h"

namespace policy {

const Table<Field>& field_table();
const Table<ClockCase>& clock_case_table();
const Table<Clock>& span_table();  // a limit from a fact or a date, and nothing else
const Table<DutyRule>& duty_table();
const Table<Need>& need_table();
const Table<Stage>& stage_table();
const Table<Tier>& tier_table();
const Table<Scope>& scope_table();
const Table<Meeting>& meeting_table();
const Table<Step>& step_table();
const Table<NamedDate>& date_table();
const Table<Route>& route_table();
const Table<Priorities>& priorities_table();
const Table<Language>& language_table();
const Table<Word>& word_table();
const Table<Form>& form_table();
const Table<Pack>& pack_table();

}  // namespace policy
