// The check of a policy knows the product's own questions from a table: what is asked must stand there.
#include "policy/house_questions.h"

#include "disagreement/fields.h"
#include "village.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace village;

namespace {

using policy::AskedWith;

/// A policy that has everything of which something is asked.
Story asking_everything() {
    Story story;
    auto& pack = story.pack;
    const policy::WordList open{{{"one", "One"}}, true, {"1", {}}};
    pack.scope.subjects = pack.scope.standings = pack.scope.topics = pack.scope.kinds = pack.scope.concerns = pack.scope.decisions = open;
    pack.scope.criteria.words = open.words;
    pack.scope.origins = {{.key = "dissent", .title = "Dissent", .must_affirm = "so", .source = {"1", {}}}};
    pack.priorities.words = open.words;
    pack.priorities.by = {policy::Who::Kind::Raiser};
    pack.routes = {{.key = "record", .title = "Record", .when = policy::Condition{.op = policy::Condition::Op::Is, .ask = policy::Ask::Topic, .words = {"praise"}}, .stages = {"talk"}, .disagreement = false, .source = {"1", {}}},
                   {.key = "ladder", .title = "Ladder", .stages = {"talk", "managers", "heads"}, .source = {"1", {}}}};
    for (auto& stage : pack.stages) stage.clock = policy::Clock{.limit = {0, calendar::Unit::SetForTheCase, {}}};
    return story;
}

void are_known(const std::vector<policy::Field>& fields, std::vector<AskedWith> with) {
    for (const auto& field : fields) {
        const auto& all = policy::house_questions();
        const auto known = std::ranges::find_if(all, [&](const auto& own) {
            return own.name == field.name && std::ranges::find(with, own.with) != with.end();
        });
        INFO(field.name);
        REQUIRE(known != all.end());
        if (field.name != "about") CHECK(known->kind == field.kind);
    }
}

}  // namespace

TEST_CASE("every question of the product is one that the check of a policy knows") {
    Story story = asking_everything();
    are_known(fields_of(Action::Raise, {}, story.setting()), {AskedWith::Raising, AskedWith::Entering});
    are_known(common_fields(), {AskedWith::Anything});
    auto answers = concern({"care.worker"});
    for (const std::string list : {"subject", "standing", "topic", "kind", "concern", "disputed"}) answers[list] = {"one"};
    answers["target_date"] = {"2026-12-01"};
    answers["priority"] = {"one"};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, answers));
    for (const auto action : {Action::Escalate, Action::GoUpTheLine, Action::Reopen, Action::TakeBack}) {
        are_known(fields_of(action, story.state, story.setting()), {AskedWith::Entering});
    }
    are_known(fields_of(Action::Jump, story.state, story.setting(), "heads"), {AskedWith::Entering});
    auto higher = up();
    higher["target_date"] = {"2026-12-01"};
    REQUIRE(story.tell(who("school.worker"), Action::Escalate, higher));
    REQUIRE(story.tell(who("school.manager"), Action::Escalate, higher));
    are_known(fields_of(Action::Decide, story.state, story.setting()), {AskedWith::Deciding});
}
