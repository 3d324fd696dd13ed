// What is asked and what is answered: characters, words of open lists, when something was done.
#include "disagreement/situation.h"
#include "village.h"

#include <doctest/doctest.h>

using namespace village;

namespace {

std::vector<base::Refusal> answered(const policy::Field& field, const std::string& value) {
    policy::Answers answers;
    answers.set(field.name, value);
    return check_answers({field}, answers, {}, {});
}

policy::Field field_named(const std::vector<policy::Field>& fields, const std::string& name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    REQUIRE(found != fields.end());
    return *found;
}

}  // namespace

TEST_CASE("a limit on length counts characters, as its message says") {
    const policy::Field note{.name = "note", .label = "Note", .kind = policy::FieldKind::LongText, .max = 10};
    std::string accents;
    for (int i = 0; i < 10; ++i) accents += "é";
    CHECK(answered(note, accents).empty());
    CHECK(answered(note, accents + "é").size() == 1);
}

TEST_CASE("text of any script carries its marks of direction; one line has no return in it, and no control characters") {
    const policy::Field line{.name = "t", .label = "T", .kind = policy::FieldKind::Text};
    CHECK(answered(line, "a\xE2\x80\xAE" "b").empty());
    CHECK(answered(line, "a\rb").size() == 1);
    CHECK(answered(line, "a\x01" "b").size() == 1);
    CHECK(answered(line, "Llŷr").empty());
    const policy::Field text{.name = "t", .label = "T", .kind = policy::FieldKind::LongText};
    CHECK(answered(text, "a\r\nb").empty());
}

TEST_CASE("that the child has no standing is offered once, also where the policy's own list says so") {
    Story story = raised();
    story.pack.scope.standings.words.push_back({"none", "None of them"});
    const auto options = field_named(fields_of(Action::ChangeStanding, story.state, story.setting()), "standing").options;
    CHECK(std::count_if(options.begin(), options.end(), [](const auto& option) { return option.key == "none"; }) == 1);
}

TEST_CASE("another standing than those listed is said in words, where the list is open") {
    Story story = raised();
    story.pack.scope.standings.open = true;
    const auto no = story.ask(who("school.worker"), Action::ChangeStanding, {{"standing", {"another"}}});
    REQUIRE_FALSE(no);
    CHECK(no.error().field == "standing_words");
    CHECK(story.ask(who("school.worker"), Action::ChangeStanding, {{"standing", {"another"}}, {"standing_words", {"a ward"}}}));
}

TEST_CASE("how soon or late something is done is judged by when it was done, not by when it was written down") {
    Story story;
    policy::Need soon{.before = {"add_note"}, .that = {}, .says = "Notes are for the first day", .source = {"1", {}}};
    soon.that = {.op = policy::Condition::Op::All};
    soon.no_later_than = policy::Clock{.limit = {1, calendar::Unit::WorkingDay}, .from = {{Happening::Raised}}};
    policy::Need wait{.before = {"consult"}, .that = {.op = policy::Condition::Op::All}, .says = "Wait two days", .source = {"1", {}}};
    wait.no_sooner_than = policy::Clock{.limit = {2, calendar::Unit::WorkingDay}, .from = {{Happening::Raised}}};
    story.pack.needs = {soon, wait};
    REQUIRE(story.tell(who("school.worker"), Action::Raise, concern({"care.worker"})));
    story.now = at("2026-11-25T09:00");
    const std::map<std::string, std::vector<std::string>> note{{"note", {"n"}}, {"late_reason", {"l"}}};
    CHECK(story.ask(who("school.worker"), Action::AddNote, note, at("2026-11-19T16:00")));
    CHECK(story.ask(who("school.worker"), Action::AddNote, note).error().rule == "too_late");
    const std::map<std::string, std::vector<std::string>> advice{{"advice", {"a"}}, {"late_reason", {"l"}}};
    CHECK(story.ask(who("school.worker"), Action::Consult, advice));
    CHECK(story.ask(who("school.worker"), Action::Consult, advice, at("2026-11-19T16:00")).error().rule == "too_soon");
}

TEST_CASE("that no answer came is not said of a time before it was due") {
    Story story = raised();
    story.now = at("2026-11-24T08:00");
    auto early = up();
    early["reason"] = {"no-answer"};
    CHECK(story.ask(who("school.worker"), Action::Escalate, early, at("2026-11-23T12:00")).error().rule == "not_yet_overdue");
    CHECK(story.ask(who("school.worker"), Action::Escalate, early));
}

TEST_CASE("a list without its questions offers and refuses the same, and asks nothing") {
    const auto story = raised();
    const auto setting = story.setting();
    const auto owed = story.owed();
    const auto here = situation(story.state, setting, owed);
    for (const auto* post : {"school.worker", "care.worker", "care.manager", "board.chair"}) {
        CAPTURE(post);
        const auto whole = permitted(here, who(post), Questions::Listed);
        const auto bare = permitted(here, who(post), Questions::LeftOut);
        REQUIRE(bare.permitted.size() == whole.permitted.size());
        for (std::size_t i = 0; i < whole.permitted.size(); ++i) {
            CHECK(bare.permitted[i].action == whole.permitted[i].action);
            CHECK(bare.permitted[i].key == whole.permitted[i].key);
            CHECK(bare.permitted[i].acting_for == whole.permitted[i].acting_for);
            CHECK(bare.permitted[i].fields.empty());
        }
        CHECK(bare.not_permitted.size() == whole.not_permitted.size());
        if (!whole.permitted.empty()) CHECK(std::ranges::any_of(whole.permitted, [](const auto& one) { return !one.fields.empty(); }));
    }
}

TEST_CASE("what each of several people may do is what each may do, asked alone") {
    const auto story = raised();
    const auto setting = story.setting();
    const auto owed = story.owed();
    const auto here = situation(story.state, setting, owed);
    std::vector<Actor> people;
    for (const auto* post : {"school.worker", "school.head", "care.worker", "care.manager", "board.chair", "nobody.at-all"})
        people.push_back(who(post));
    const auto each = permitted_to_each(here, people);
    REQUIRE(each.size() == people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        CAPTURE(i);
        const auto alone = permitted(here, people[i], Questions::LeftOut).permitted;
        REQUIRE(each[i].size() == alone.size());
        for (std::size_t k = 0; k < alone.size(); ++k) {
            CHECK(each[i][k].action == alone[k].action);
            CHECK(each[i][k].key == alone[k].key);
            CHECK(each[i][k].title == alone[k].title);
            CHECK(each[i][k].acting_for == alone[k].acting_for);
            CHECK(each[i][k].source == alone[k].source);
        }
    }
    CHECK(!each.front().empty());
    CHECK(each.back().empty());
}
