// A policy of two stages, with a form, a meeting, a role and a notice: enough for every use case.
#pragma once
#include "app/ports.h"
#include "policy/pack.h"

namespace app::testing {

inline policy::DutyRule duty(const std::string& key, policy::What what, const std::string& title,
                             policy::Who by, policy::Who to, calendar::Limit within) {
    policy::DutyRule rule;
    rule.key = key;
    rule.what = what;
    rule.title = title;
    rule.by = std::move(by);
    rule.to = std::move(to);
    rule.clock.limit = within;
    rule.source.clause = "1";
    return rule;
}

inline policy::Stage stage(const std::string& key, const std::string& label, const std::string& tier,
                           int working_days) {
    policy::Stage made;
    made.key = key;
    made.label = label;
    made.title = label;
    made.raising = tier;
    made.receiving = tier;
    made.clock = policy::Clock{.limit = {working_days, calendar::Unit::WorkingDay}};
    made.clock_source.clause = "1";
    made.source.clause = "1";
    return made;
}

inline policy::Form alert_form() {
    policy::Form form;
    form.key = "alert";
    form.title = "Alert";
    form.filled_by = {policy::Who::Kind::Raising};
    form.sections = {
        {"all",
         "All of it",
         {policy::Who::Kind::Raising},
         {{.name = "worry", .label = "The worry", .kind = policy::FieldKind::LongText, .required = true}}}};
    form.child_details = false;
    form.source.clause = "1";
    return form;
}

inline policy::Meeting panel() {
    policy::Meeting meeting;
    meeting.key = "panel";
    meeting.title = "Panel";
    meeting.convenor = {policy::Who::Kind::Partnership, "independent-chair"};
    meeting.source.clause = "1";
    return meeting;
}

inline policy::Pack trial_pack(const std::string& edition = "1") {
    using policy::What;
    using Kind = policy::Who::Kind;
    const policy::Who raising{Kind::Raising}, receiving{Kind::Receiving},
        keeper{Kind::Partnership, "business-manager"};
    policy::Pack pack;
    pack.identity = {.key = "trial",
                     .edition = edition,
                     .title = "Trial policy",
                     .owner = "Riverside",
                     .calendar = "england-and-wales"};
    pack.identity.nag = {5, calendar::Unit::WorkingDay};
    pack.clauses = {{"1", "All of it"}};
    pack.readings = {{"counting", "What a day is", "A working day", "A calendar day", "1"}};
    pack.scope.subjects.words = {{"child", "A child"}};
    pack.scope.standings.words = {{"child-in-need", "Child in need"}};
    pack.scope.topics = {{{"levels-of-need", "Levels of need"}, {"roles", "Roles"}}, true};
    pack.tiers = {{"own", "Practitioner", {{.from = policy::TierRow::From::Own}}, {}},
                  {"line", "Line manager", {{.from = policy::TierRow::From::Line}}, {}}};
    pack.roles = {{"iro", "Reviewing officer", {"independent-reviewing-officer"}, {"1", {}}}};
    pack.bodies = {{"subgroup", "Subgroup"}};
    auto talk = stage("talk", "Stage 1", "own", 1);
    talk.duties = {duty("discuss", What::Discuss, "Talk it through", raising, receiving,
                        {1, calendar::Unit::WorkingDay})};
    talk.duties.front().source.reading = "counting";
    auto managers = stage("managers", "Stage 2", "line", 5);
    managers.duties = {
        duty("respond", What::Respond, "Respond", receiving, raising, {5, calendar::Unit::WorkingDay}),
        duty("alert", What::CompleteForm, "Alert the partnership", raising, keeper,
             {2, calendar::Unit::WorkingDay})};
    managers.duties.back().form = "alert";
    managers.meetings = {"panel"};
    pack.stages = {talk, managers};
    pack.notices = {{"tell-keeper",
                     {{policy::Happening::StageOpened, "managers"}},
                     {},
                     keeper,
                     policy::Profile::Pseudonymous,
                     {"1", {}}}};
    pack.forms = {alert_form()};
    pack.meetings = {panel()};
    return pack;
}

/// The same policy, with a way straight to its second stage, where any team manager will do.
inline policy::Pack pack_with_a_jump() {
    auto pack = trial_pack();
    pack.identity.key = "trial-jump";
    pack.tiers.back().rows = {{.sectors = {"social-care"}, .kinds = {"team-manager"}},
                              {.from = policy::TierRow::From::Line}};
    pack.jumps = {{.to = {"managers"}, .source = {"1", {}}}};
    const policy::Who raising{policy::Who::Kind::Raising};
    pack.steps = {{.key = "notice", .title = "Notice given to the other side", .by = raising, .source = {"1", {}}}};
    pack.dates = {{.key = "hearing", .title = "The court hearing", .by = raising, .source = {"1", {}}}};
    return pack;
}

/// The same policy, which is not for complaints, and where one beginning needs a statement.
inline policy::Pack pack_with_a_scope() {
    auto pack = trial_pack();
    pack.identity.key = "trial-scope";
    pack.scope.exclusions = {{"complaint", "Is this a complaint?", "the complaints procedure", {"1", {}}}};
    pack.scope.origins = {{.key = "conference", .title = "A conference"},
                          {.key = "dissent", .title = "Dissent", .must_affirm = "The dissent is my own", .source = {"1", {}}}};
    return pack;
}

/// A third edition: its first stage has another key and more time, its second wants nothing told to the
/// partnership, and an answer sooner.
inline policy::Pack pack_with_new_stages() {
    auto pack = trial_pack("3");
    auto& talk = pack.stages.front();
    talk.key = "practitioners";
    talk.duties.front().clock.limit.n = 3;
    auto& managers = pack.stages.back();
    managers.duties.front().clock.limit.n = 3;
    managers.duties.pop_back();
    managers.duties.push_back(duty("minute", policy::What::Inform, "Send a minute", {policy::Who::Kind::Raising},
                                   {policy::Who::Kind::Receiving}, {.unit = calendar::Unit::NextMeeting, .words = "subgroup"}));
    return pack;
}

/// Its form asks which way it went, in one of two sections.
inline policy::Pack pack_with_alternatives() {
    auto pack = trial_pack();
    pack.identity.key = "trial-forms";
    const auto way = [](const std::string& key, const std::string& title, const std::string& field) {
        return policy::Section{key, title, {policy::Who::Kind::Raising},
                               {{.name = field, .label = title, .kind = policy::FieldKind::LongText, .required = true}}};
    };
    auto& form = pack.forms.front();
    form.sections.push_back(way("resolved", "What was agreed", "agreed"));
    form.sections.push_back(way("unresolved", "What is left", "left"));
    form.exactly_one_of = {{"resolved", "unresolved"}};
    return pack;
}

/// Reads "trial", "trial 2", "trial 3", "trial jump", "trial forms" and "trial scope", and an edition that begins on a
/// day, "trial 2 from 2026-12-01"; anything else is no pack.
inline tl::expected<policy::Pack, base::Findings> read_trial_pack(std::string_view text,
                                                                  const std::string& file) {
    if (text == "trial") return trial_pack();
    if (text == "trial 2") return trial_pack("2");
    if (text == "trial 3") return pack_with_new_stages();
    if (const auto from = text.find(" from "); text.starts_with("trial ") && from != std::string_view::npos) {
        auto later = trial_pack(std::string(text.substr(6, from - 6)));
        later.identity.effective_from = text.substr(from + 6);
        return later;
    }
    if (text == "trial jump") return pack_with_a_jump();
    if (text == "trial forms") return pack_with_alternatives();
    if (text == "trial scope") return pack_with_a_scope();
    return tl::unexpected(base::Findings{{{file, 1, 1}, "this is not a pack", "write 'trial'", {}}});
}

}  // namespace app::testing
