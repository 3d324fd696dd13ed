// One table for each type of the language that stands in more than one place.
#pragma once
#include "policy/load_table.h"

namespace policy {

const Table<Field>& field_table();
const Table<DutyRule>& duty_table();
const Table<Need>& need_table();
const Table<Stage>& stage_table();
const Table<Tier>& tier_table();
const Table<Scope>& scope_table();
const Table<Meeting>& meeting_table();
const Table<Form>& form_table();
const Table<Pack>& pack_table();

}  // namespace policy
