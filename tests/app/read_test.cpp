#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

using Shown = Text::Shown;

const Text& text(const View& view, const std::string& name) {
    const Text* found = view.find_text(1, name);
    REQUIRE(found);
    return *found;
}

std::vector<std::string> who_sees(World& w, const std::string& reference) {
    std::vector<std::string> people;
    for (const auto& [id, person] : w.installation.now()->people) {
        if (w.sees(id.get(), reference)) people.push_back(id.get());
    }
    return people;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "need to know: both sides, those above them, the business manager, the chair and the data guardian") {
    World w;
    CHECK(who_sees(w, w.raise()) ==
          Names{"chair", "deputy", "dsl", "guardian", "head", "keeper", "manager", "teacher", "worker"});
}

TEST_CASE("a reviewing officer sees it from when they were named") {
    World w;
    const std::string reference = w.raise();
    CHECK_FALSE(w.sees("iro", reference));
    w.act("teacher", reference, w.command(Action::NameRole, {{"about", "iro"}, {"post", "care.iro"}}));
    CHECK(w.sees("iro", reference));
}

TEST_CASE("members of a meeting see it from convening, and its words no more once it has ended") {
    World w;
    const std::string reference = w.raise();
    w.act("teacher", reference, w.escalating());
    CHECK_FALSE(w.sees("iro", reference));
    auto convene = w.command(Action::Convene,
                             {{"about", "panel"}, {"on", "2026-11-25"}, {"missing_reason", "none asked"}});
    convene.answers.values["members"] = {"care.iro", "riverside.chair"};
    w.act("chair", reference, convene);
    CHECK(text(w.view("iro", reference), "view").shown == Shown::Plain);
    w.act("teacher", reference,
          w.command(Action::Withdraw, {{"why", "over"}, {"safe_now", "yes"}, {"protection", "the plan"}}));
    CHECK(text(w.view("iro", reference), "view").shown == Shown::NotForYou);
}

TEST_CASE("who has left a post sees it no more, and who comes does") {
    World w;
    const std::string reference = w.raise();
    w.import(
        "post,person,deputy,from,until\ncare.worker,worker,,,2026-11-20\ncare.worker,stranger,,2026-11-21,"
        "\n");
    CHECK(w.sees("worker", reference));
    CHECK_FALSE(w.sees("stranger", reference));
    w.clock.pass(std::chrono::days{3});
    CHECK_FALSE(w.sees("worker", reference));
    CHECK(w.sees("stranger", reference));
}

TEST_CASE("the two sides read everything; the business manager reads the words and not the names") {
    World w;
    const std::string reference = w.raise();
    for (const auto* person : {"teacher", "worker", "head", "deputy"}) {
        const auto view = w.view(person, reference);
        CHECK(text(view, "child_name").words == canary_name);
        CHECK(text(view, "view").words == canary_words + " view");
    }
    const auto view = w.view("keeper", reference);
    CHECK(text(view, "child_name").shown == Shown::Masked);
    CHECK(text(view, "child_name").words.empty());
    CHECK(text(view, "view").shown == Shown::Plain);
    const auto guarded = w.view("guardian", reference);
    CHECK(text(guarded, "view").shown == Shown::NotForYou);
    CHECK(guarded.permissions.permitted.empty());
    CHECK(guarded.permissions.not_permitted.empty());
}

TEST_CASE("MED-8 identity arrives masked, and is opened with a reason that is on record first") {
    World w;
    const std::string reference = w.raise();
    const auto empty = w.reading.release_identity(PersonId("keeper"), reference, "  ", "r1");
    REQUIRE_FALSE(empty);
    CHECK(empty.error().field == "reason");
    REQUIRE(w.reading.release_identity(PersonId("keeper"), reference, canary_words + " reason", "r2"));
    CHECK(w.journal.records(streams::releases(reference)).size() == 1);
    CHECK(text(w.view("keeper", reference), "child_name").words == canary_name);
    CHECK(text(w.view("chair", reference), "child_name").shown == Shown::Masked);
    // The same release again is one entry, for this disagreement alone.
    CHECK(w.reading.release_identity(PersonId("keeper"), reference, canary_words + " reason", "r2")->repeated);
    CHECK(w.reading.release_identity(PersonId("keeper"), reference, "another reason", "r2").error().rule ==
          "command_reused");
    CHECK(w.journal.records(streams::releases(reference)).size() == 1);
    CHECK(text(w.view("keeper", w.raise()), "child_name").shown == Shown::Masked);
}

TEST_CASE("nobody releases identity to themselves who has no part in it, or has it anyway") {
    World w;
    const std::string reference = w.raise();
    CHECK(w.reading.release_identity(PersonId("nurse"), reference, "curious", "r").error().rule ==
          "not_found");
    CHECK(w.reading.release_identity(PersonId("admin"), reference, "curious", "r").error().rule ==
          "not_found");
    CHECK(w.reading.release_identity(PersonId("teacher"), reference, "mine", "r").error().rule ==
          "not_yours");
    CHECK(w.reading.release_identity(PersonId("keeper"), "2222-2222-22", "why", "r").error().rule ==
          "not_found");
}

TEST_CASE("exclusion beats every role: it opens as if there were no such disagreement") {
    World w;
    const std::string reference = w.raise();
    const auto absent = w.reading.open_disagreement(PersonId("teacher"), "2222-2222-22").error();
    for (const auto* person : {"teacher", "worker", "head", "manager", "keeper", "chair", "dsl", "deputy"}) {
        CAPTURE(person);
        REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId(person), "related",
                                         std::string("e") + person));
        CHECK_FALSE(w.sees(person, reference));
        CHECK(w.reading.open_disagreement(PersonId(person), reference).error() == absent);
        CHECK(w.refused(person, reference, w.command(Action::AddNote, {{"note", "x"}})) == absent);
        CHECK(w.reading.release_identity(PersonId(person), reference, "x", "r").error() == absent);
    }
    REQUIRE(
        w.guardian.lift_exclusion(PersonId("guardian"), reference, PersonId("teacher"), "mistaken", "l1"));
    CHECK(w.sees("teacher", reference));
}

TEST_CASE("exclusions are set by the data guardian alone, with a reason, for somebody who is known") {
    World w;
    const std::string reference = w.raise();
    for (const auto* person : {"teacher", "keeper", "chair", "admin", "stranger"}) {
        CHECK(w.guardian.set_exclusion(PersonId(person), reference, PersonId("worker"), "why", "e")
                  .error()
                  .rule == "not_found");
    }
    CHECK(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("worker"), " ", "e")
              .error()
              .field == "reason");
    CHECK(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("nobody"), "why", "e")
              .error()
              .field == "person");
    CHECK(w.guardian.excluded(PersonId("guardian"), reference)->empty());
    CHECK(w.guardian.excluded(PersonId("teacher"), reference).error().rule == "not_found");
}

TEST_CASE("a correction takes the place of what was said; what stood there is for the data guardian") {
    World w;
    const std::string reference = w.raise();
    w.act("teacher", reference,
          w.command(Action::Correct,
                    {{"event", "1"}, {"field", "view"}, {"value", "better words"}, {"why", "wrong child"}}));
    const auto view = w.view("worker", reference);
    CHECK(text(view, "view").words == "better words");
    CHECK(text(view, "view").before.empty());
    CHECK(text(view, "view").corrected_by);

    const auto guarded = w.view("guardian", reference);
    CHECK(text(guarded, "view").before == canary_words + " view");
    CHECK(text(guarded, "child_name").before.empty());
}

TEST_CASE("a correction of a name stays a name: it is masked like one") {
    World w;
    const std::string reference = w.raise();
    w.act("teacher", reference,
          w.command(Action::Correct,
                    {{"event", "1"}, {"field", "child_name"}, {"value", "Other Name"}, {"why", "misspelt"}}));
    CHECK(text(w.view("worker", reference), "child_name").words == "Other Name");
    CHECK(text(w.view("keeper", reference), "child_name").shown == Shown::Masked);
    const auto view = w.view("keeper", reference);
    const auto& correction = view.timeline.back();
    const auto value = std::ranges::find(correction.texts, "value", &Text::name);
    REQUIRE(value != correction.texts.end());
    CHECK(value->shown == Shown::Masked);
}

TEST_CASE("what was withheld is shown as withheld, and the rest stays as it was") {
    World w;
    const std::string reference = w.raise();
    w.sealer.destroy_class(streams::disagreement(reference), store::FieldClass::Identity);
    const auto view = w.view("teacher", reference);
    CHECK(text(view, "child_name").shown == Shown::Withheld);
    CHECK(text(view, "view").shown == Shown::Plain);
}

TEST_CASE("the view says what may be done, and why the rest may not") {
    World w;
    const std::string reference = w.raise();
    const auto view = w.view("worker", reference);
    const auto& permitted = view.permissions.permitted;
    CHECK(std::ranges::find(permitted, Action::Answer, &disagreement::Permitted::action) != permitted.end());
    CHECK(std::ranges::find(permitted, Action::Escalate, &disagreement::Permitted::action) ==
          permitted.end());
    CHECK_FALSE(view.permissions.not_permitted.empty());
    CHECK(view.revision().get() == static_cast<std::int64_t>(view.dossier.state.history.size()));
}

TEST_CASE("each look is noted with what was shown, and only the data guardian reads the log") {
    World w;
    const std::string reference = w.raise();
    w.view("teacher", reference);
    w.view("keeper", reference);
    CHECK_FALSE(w.sees("nurse", reference));
    const auto waiting = w.reading.reads(PersonId("guardian"), reference);
    REQUIRE(waiting);
    REQUIRE(waiting->size() == 2);
    CHECK(waiting->front().parts == std::vector<std::string>{"open", "narrative", "identity"});
    CHECK(waiting->back().parts == std::vector<std::string>{"open", "narrative"});
    w.reads.flush();
    w.reads.flush();
    CHECK(w.reads_ledger.read(streams::reads(reference)).size() == 2);
    CHECK(*w.reading.reads(PersonId("guardian"), reference) == *waiting);
    CHECK(w.reading.reads(PersonId("keeper"), reference).error().rule == "not_found");
    CHECK(w.ledger.read(streams::reads(reference)).empty());
}

TEST_CASE("reads of several disagreements are flushed to each one's own stream, and nothing twice") {
    World w;
    const auto one = w.raise(), two = w.raise();
    for (int i = 0; i < 3; ++i) {
        w.view("teacher", one);
        w.view("worker", two);
        w.view("keeper", one);
        if (i == 1) w.reads.flush();
    }
    w.reads.flush();
    CHECK(w.reads_ledger.read(streams::reads(one)).size() == 6);
    CHECK(w.reads_ledger.read(streams::reads(two)).size() == 3);
}

TEST_CASE("what stood there at an earlier revision can be seen again, by whoever may see it today") {
    World w;
    const auto reference = w.raise();
    const auto then = w.view("teacher", reference);
    w.clock.pass(std::chrono::hours{1});
    w.act("worker", reference, w.command(Action::AddNote, {{"note", "a note"}}));
    const auto again = w.reading.open_as_of(PersonId("teacher"), reference, then.revision());
    REQUIRE(again);
    CHECK(again->revision() == then.revision());
    CHECK(again->dossier.state == then.dossier.state);
    CHECK(again->dossier.now == then.dossier.now);
    CHECK_FALSE(w.reading.open_as_of(PersonId("stranger"), reference, then.revision()));
    CHECK_FALSE(w.reading.open_as_of(PersonId("teacher"), reference, store::Revision(99)));
}
