#include <doctest/doctest.h>

#include <algorithm>

#include "disagreement/opposite.h"
#include "disagreement/village.h"

using namespace village;

namespace {

using RaisingAnswers = std::map<std::string, std::vector<std::string>>;

Command raising_with(RaisingAnswers answers) {
    Command made{.id = "c", .action = Action::Raise};
    made.answers.values = std::move(answers);
    made.acting_for = PostId(made.answers.text("raiser_post"));
    return made;
}

const policy::Field* find_asked(const std::vector<policy::Field>& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &policy::Field::name);
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> fields_of_refusals(const std::vector<base::Refusal>& all) {
    std::vector<std::string> fields;
    for (const auto& no : all) fields.push_back(no.field);
    return fields;
}

}  // namespace

TEST_CASE("of what stages ask, a raising is asked what its own first stage asks, and must answer what that needs") {
    Story story;
    story.pack.stages[0].asks = {{.name = "tide", .label = "How the tide stood", .required = true}};
    story.pack.stages[1].asks = {{.name = "moon", .label = "How the moon stood"}, {.name = "evidence", .label = "Evidence", .required = true}};
    story.pack.jumps = {{.to = {"managers"}, .source = {"1", {}}}};
    auto answers = concern({"care.worker"});
    const auto low = questions_on_raising(raising_with(answers), story.setting(), who("school.worker"));
    REQUIRE(find_asked(low, "tide"));
    CHECK(find_asked(low, "tide")->required);
    CHECK_FALSE(find_asked(low, "moon"));
    CHECK_FALSE(find_asked(low, "evidence")->required);
    answers["start"] = {"managers"};
    answers["jump_reason"] = {"it cannot wait"};
    const auto high = questions_on_raising(raising_with(answers), story.setting(), who("school.worker"));
    CHECK_FALSE(find_asked(high, "tide"));
    CHECK(find_asked(high, "moon"));
    CHECK(find_asked(high, "evidence")->required);
}

TEST_CASE("a target date is asked for where the first stage has none of its own, and only there") {
    Story story;
    const auto command = raising_with(concern({"care.worker"}));
    CHECK_FALSE(find_asked(questions_on_raising(command, story.setting(), who("school.worker")), "target_date"));
    story.pack.stages[0].clock = policy::Clock{.limit = {.unit = calendar::Unit::SetForTheCase}};
    const auto asked = questions_on_raising(command, story.setting(), who("school.worker"));
    REQUIRE(find_asked(asked, "target_date"));
    CHECK(find_asked(asked, "target_date")->required);
}

TEST_CASE("where danger starts it higher up, what is asked is what that stage asks") {
    Story story;
    policy::Condition danger{.op = policy::Condition::Op::Is, .ask = policy::Ask::Danger};
    danger.words = {"yes"};
    story.pack.starts = {{.stage = "managers", .when = danger, .source = {"1", {}}}, {.stage = "talk", .source = {"1", {}}}};
    story.pack.stages[1].clock = policy::Clock{.limit = {.unit = calendar::Unit::SetForTheCase}};
    auto answers = concern({"care.worker"});
    CHECK_FALSE(find_asked(questions_on_raising(raising_with(answers), story.setting(), who("school.worker")), "target_date"));
    answers["danger"] = {"yes"};
    CHECK(find_asked(questions_on_raising(raising_with(answers), story.setting(), who("school.worker")), "target_date"));
    CHECK(story.ask(who("school.worker"), Action::Raise, answers).error().rule == "target_date_missing");
}

TEST_CASE("[ALL-2] who speaks for another is asked who said it, how and when; a manager is asked why; a holder neither") {
    Story story;
    auto answers = concern({"care.worker"});
    answers["raiser_post"] = {"school.worker"};
    const auto command = raising_with(answers);
    CHECK_FALSE(find_asked(questions_on_raising(command, story.setting(), who("school.worker")), "said_by"));
    Actor lead = who("school.head");
    lead.records_for_others = true;
    for (const std::string name : {"said_by", "said_how", "said_at"}) {
        const auto asked = questions_on_raising(command, story.setting(), lead);
        REQUIRE(find_asked(asked, name));
        CHECK(find_asked(asked, name)->required);
    }
    Actor manager = who("school.manager");
    manager.posts[PostId("school.worker")] = Capacity::Manager;
    const auto asked = questions_on_raising(command, story.setting(), manager);
    CHECK(find_asked(asked, "acting_reason"));
    CHECK_FALSE(find_asked(asked, "said_by"));
}

TEST_CASE("everything that is wrong with a raising is told at once, and the weightiest first") {
    Story story;
    story.pack.scope.exclusions = {{"complaint", "Is it a complaint?", "the complaints office", {"1", {}}}};
    auto answers = concern({"care.worker", "care.head"});
    answers["excluded_complaint"] = {"yes"};
    answers["topic"] = {"another"};
    answers.erase("view");
    const auto wrong = check_raising(raising_with(answers), story.setting(), who("school.worker"));
    CHECK(fields_of_refusals(wrong) == std::vector<std::string>{"excluded_complaint", "view", "topic_words", "to"});
    CHECK(story.ask(who("school.worker"), Action::Raise, answers).error().rule == "not_for_this");
    answers["raiser_post"] = {"care.head"};
    CHECK(fields_of_refusals(check_raising(raising_with(answers), story.setting(), who("school.worker"))).back() == "raiser_post");
}

TEST_CASE("[ALL-3] whoever acts for themselves or by the line has opposite who stands on the same level, unless the policy names them") {
    Story story;
    const auto opposite = [&](const std::string& own, const std::string& other) {
        const auto found = find_opposite_numbers(story.setting(), PostId(own), AgencyId(other));
        if (found) CHECK(found->by == OppositeNumbers::By::Level);
        return found ? found->posts : std::vector<PostId>{};
    };
    CHECK(opposite("school.worker", "care") == std::vector<PostId>{PostId("care.worker")});
    CHECK(opposite("school.manager", "care") == std::vector<PostId>{PostId("care.manager")});
    CHECK(opposite("school.worker", "office").empty());
    CHECK(opposite("office.chair", "care").empty());
    CHECK(opposite("school.worker", "school").empty());

    directory::Post apart{PostId("care.expert"), AgencyId("care"), "expert", "Expert"};
    apart.holders = {{PersonId("somebody")}};
    story.directory.put(apart);
    CHECK(opposite("school.worker", "care") == std::vector<PostId>{PostId("care.worker")});
    apart.reports_to = PostId("care.manager");
    story.directory.put(apart);
    CHECK(opposite("school.worker", "care").size() == 2);
    apart.kind = "head";
    story.directory.put(apart);
    CHECK(opposite("school.worker", "care") == std::vector<PostId>{PostId("care.worker")});
}

TEST_CASE("where it may start is offered as far as it would be taken, the policy's own start first") {
    Story story;
    const auto worker = who("school.worker");
    policy::Condition danger{.op = policy::Condition::Op::Is, .ask = policy::Ask::Danger, .words = {"yes"}};
    auto answers = concern({"care.worker"});
    CHECK_FALSE(find_asked(questions_on_raising(raising_with(answers), story.setting(), worker), "start"));
    story.pack.jumps = {{.to = {"heads"}, .when = danger, .source = {"1", {}}}};
    CHECK(starts_on_raising(raising_with(answers), story.setting(), worker).size() == 1);
    CHECK_FALSE(find_asked(questions_on_raising(raising_with(answers), story.setting(), worker), "start"));
    CHECK_FALSE(find_asked(questions_on_raising(raising_with(answers), story.setting(), worker), "jump_reason"));
    answers["danger"] = {"yes"};
    const auto starts = starts_on_raising(raising_with(answers), story.setting(), worker);
    REQUIRE(starts.size() == 2);
    CHECK(starts.front().stage->key == "talk");
    CHECK(starts.front().jump == nullptr);
    CHECK(starts.back().stage->key == "heads");
    CHECK(starts.back().jump != nullptr);
    const auto asked = questions_on_raising(raising_with(answers), story.setting(), worker);
    REQUIRE(find_asked(asked, "start"));
    CHECK(find_asked(asked, "start")->options.size() == 2);
    CHECK(find_asked(asked, "jump_reason"));
    answers["start"] = {"heads"};
    answers["danger"] = {"no"};
    CHECK(story.ask(worker, Action::Raise, answers).error().rule == "no_jump");
    CHECK_FALSE(find_asked(questions_on_raising(raising_with(answers), story.setting(), worker), "start"));
}

TEST_CASE("words for another are not kept where something else was chosen") {
    Story story;
    auto answers = concern({"care.worker"});
    answers["topic_words"] = {"What nobody chose"};
    const auto raised = story.ask(who("school.worker"), Action::Raise, answers);
    REQUIRE(raised);
    for (const auto& event : *raised) {
        for (const auto& sealed : event.sealed) CHECK(sealed.name != "topic_words");
    }
    answers["topic"] = {"another"};
    const auto another = story.ask(who("school.worker"), Action::Raise, answers);
    REQUIRE(another);
    CHECK(std::ranges::find((*another).front().sealed, "topic_words", &SealedAnswer::name) != (*another).front().sealed.end());
}

TEST_CASE("a head has the heads of the other agency opposite by the tiers of the policy") {
    Story story;
    const auto heads = find_opposite_numbers(story.setting(), PostId("school.head"), AgencyId("care"));
    REQUIRE(heads);
    CHECK(heads->tier == "Head of service");
    CHECK(heads->posts == std::vector<PostId>{PostId("care.head")});
    CHECK(heads->source.clause == "1");
    CHECK_FALSE(find_opposite_numbers(story.setting(), PostId("school.head"), AgencyId("office")));
    CHECK_FALSE(find_opposite_numbers(story.setting(), PostId("nobody"), AgencyId("care")));

    directory::Post vacant{PostId("care.head2"), AgencyId("care"), "head", "Head of the north"};
    story.directory.put(vacant);
    CHECK(find_opposite_numbers(story.setting(), PostId("school.head"), AgencyId("care"))->posts.size() == 1);
    vacant.holders = {{PersonId("somebody")}};
    story.directory.put(vacant);
    CHECK(find_opposite_numbers(story.setting(), PostId("school.head"), AgencyId("care"))->posts.size() == 2);
}

TEST_CASE("nobody was born on a day to come") {
    Story story;
    auto answers = concern({"care.worker"});
    for (const auto& [day, rule] : {std::pair{"2026-11-20", "date_to_come"}, {"2126-11-19", "date_to_come"}, {"2026-11-19", ""}, {"2019-05-01", ""}}) {
        answers["child_dob"] = {day};
        const auto raising = story.ask(who("school.worker"), Action::Raise, answers);
        CHECK((raising ? "" : raising.error().rule) == std::string(rule));
    }
}
