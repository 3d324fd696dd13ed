#include <algorithm>
#include <atomic>
#include <thread>

#include "app/world.h"

using namespace app;
using namespace app::testing;

TEST_CASE("a concern that is raised gets a random reference, and both sides can open it") {
    World w;
    const std::string reference = w.raise();
    CHECK(reference.size() == 12);
    CHECK(reference != w.raise());
    CHECK(w.sees("teacher", reference));
    CHECK(w.sees("worker", reference));
    const auto dossier = w.dossier(reference);
    CHECK(dossier.partnership->key == "riverside");
    CHECK(dossier.state.phase == disagreement::Phase::Open);
    CHECK(dossier.state.receiving.front().practitioner == PostId("care.worker"));
}

TEST_CASE("the same command twice is one effect, and says so") {
    World w;
    const auto raising = w.raising();
    const auto first = w.transact.raise(PersonId("teacher"), "riverside", raising);
    const auto again = w.transact.raise(PersonId("teacher"), "riverside", raising);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(again->reference == first->reference);
    CHECK_FALSE(first->repeated);
    CHECK(again->repeated);

    const auto up = w.escalating();
    const auto done = w.act("teacher", first->reference, up);
    CHECK_FALSE(done.repeated);
    // Today it would be refused: the disagreement stands at another stage, whose answers are missing.
    const auto repeated = w.act("teacher", first->reference, up);
    CHECK(repeated.repeated);
    CHECK(repeated.revision == done.revision);
}

TEST_CASE("a command id that comes again with something else is refused") {
    World w;
    const std::string reference = w.raise();
    auto note = w.command(Action::AddNote, {{"note", "one"}});
    w.act("teacher", reference, note);
    note.answers.set("note", "another");
    CHECK(w.refused("teacher", reference, note).rule == "command_reused");
    note.action = Action::Close;
    note.answers = {};
    CHECK(w.refused("teacher", reference, note).rule == "command_reused");
}

TEST_CASE("ids of one person say nothing about those of another") {
    World w;
    const std::string reference = w.raise();
    auto note = w.command(Action::AddNote, {{"note", "mine"}});
    w.act("teacher", reference, note);
    note.answers.set("note", "mine, too");
    CHECK_FALSE(w.act("worker", reference, note).repeated);
}

TEST_CASE("a command without a proper id is refused") {
    World w;
    const std::string reference = w.raise();
    auto note = w.command(Action::AddNote, {{"note", "one"}});
    for (const std::string& id :
         {std::string(), std::string(201, 'x'), std::string("a b"), std::string("a\n")}) {
        note.id = id;
        CHECK(w.refused("teacher", reference, note).rule == "command_id_malformed");
    }
}

TEST_CASE("whoever acts on what they saw is told when somebody else acted meanwhile") {
    World w;
    const std::string reference = w.raise();
    const auto seen = w.view("teacher", reference).revision();
    w.act("worker", reference, w.command(Action::AddNote, {{"note", "first"}}));
    auto late = w.command(Action::AddNote, {{"note", "second"}});
    const auto refused = w.transact.perform(PersonId("teacher"), reference, late, seen);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().rule == "revision_mismatch");
    const auto now = w.view("teacher", reference).revision();
    REQUIRE(w.transact.perform(PersonId("teacher"), reference, late, now));
    // The answer got lost, and the same command comes again with the revision it was made for.
    const auto again = w.transact.perform(PersonId("teacher"), reference, late, now);
    REQUIRE(again);
    CHECK(again->repeated);
}

TEST_CASE("many who act at once all land, each once, and the ledger verifies") {
    World w;
    const std::string reference = w.raise();
    std::vector<std::thread> threads;
    std::atomic<int> landed{0};
    std::atomic<int> raced{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (int k = 0; k < 10; ++k) {
                Command note{.id = "t" + std::to_string(i) + "-" + std::to_string(k),
                             .action = Action::AddNote};
                note.answers.set("note", "note");
                const auto done = w.transact.perform(PersonId("teacher"), reference, note);
                if (done)
                    ++landed;
                else if (done.error().rule == "race_lost")
                    ++raced;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(landed + raced == 40);
    const auto dossier = w.dossier(reference);
    const auto notes = std::ranges::count_if(dossier.state.history, [](const auto& recorded) {
        return recorded.event.fact.happening == policy::Happening::NoteAdded;
    });
    CHECK(notes == landed);
    CHECK_FALSE(w.ledger.verify({}).broken);
}

TEST_CASE("nobody outside can act, or learn that there is something to act on") {
    World w;
    const std::string reference = w.raise();
    for (const auto* person : {"stranger", "nurse", "keeper2", "admin", "iro"}) {
        CAPTURE(person);
        const auto absent = w.refused(person, "2222-2222-22", w.command(Action::AddNote, {{"note", "x"}}));
        CHECK(w.refused(person, reference, w.command(Action::AddNote, {{"note", "x"}})) == absent);
        CHECK(absent.rule == "not_found");
    }
}

TEST_CASE("a data guardian may look, and has no part in acting") {
    World w;
    const std::string reference = w.raise();
    CHECK(w.refused("guardian", reference, w.command(Action::AddNote, {{"note", "x"}})).rule == "not_yours");
}

TEST_CASE("nobody raises in a partnership that they do not work with") {
    World w;
    for (const auto* person : {"nurse", "stranger", "admin"}) {
        const auto done = w.transact.raise(PersonId(person), "riverside", w.raising());
        REQUIRE_FALSE(done);
        CHECK(done.error().rule == "not_found");
    }
    CHECK(w.transact.raise(PersonId("teacher"), "nowhere", w.raising()).error().rule == "not_found");
    CHECK(w.transact.questions(PersonId("nurse"), "riverside").error().rule == "not_found");
    CHECK(w.transact.questions(PersonId("teacher"), "riverside")->front().name == "danger");
}

TEST_CASE("ALL-2 a safeguarding lead enters what somebody of their own agency said, and nobody else's") {
    World w;
    auto raising = w.raising();
    raising.acting_for = PostId("school.teacher");
    for (const auto& [name, value] : std::map<std::string, std::string>{
             {"said_by", "the class teacher"}, {"said_how", "telephone"}, {"said_at", "2026-11-19"}}) {
        raising.answers.set(name, value);
    }
    const auto done = w.transact.raise(PersonId("dsl"), "riverside", raising);
    REQUIRE(done);
    const auto dossier = w.dossier(done->reference);
    CHECK(dossier.state.history.front().event.by.on_behalf);
    CHECK(dossier.state.raising.practitioner == PostId("school.teacher"));

    // The post may be said in either place; a lead of one agency never speaks for another.
    raising.acting_for = {};
    raising.id = "in-the-answers";
    raising.answers.set("raiser_post", "school.teacher");
    CHECK(w.transact.raise(PersonId("dsl"), "riverside", raising));
    raising.id = "of-another-agency";
    raising.answers.set("raiser_post", "care.iro");
    CHECK(w.transact.raise(PersonId("dsl"), "riverside", raising).error().rule == "not_yours");

    auto answer = w.command(Action::Answer, {{"answer", "accept"},
                                             {"rationale", "so it is"},
                                             {"said_by", "x"},
                                             {"said_how", "telephone"},
                                             {"said_at", "2026-11-19"}});
    answer.acting_for = PostId("care.worker");
    CHECK(w.refused("dsl", done->reference, answer).rule == "not_yours");
}

TEST_CASE("NTY-7 a form without child details refuses the name, its parts and the date of birth") {
    World w;
    const std::string reference = w.raise();
    w.act("teacher", reference, w.escalating());
    for (const std::string words : {"about Zephyrine", "the Quillfeather family", "born 07/03/2019",
                                    "born 2019-03-07", "lives at 17 umberwell crescent"}) {
        CAPTURE(words);
        const auto refused = w.refused("head", reference,
                                       w.command(Action::SubmitForm, {{"about", "alert"}, {"worry", words}}));
        CHECK(refused.rule == "names_the_family");
    }
    w.act("head", reference,
          w.command(Action::SubmitForm, {{"about", "alert"}, {"worry", "the plan has not moved"}}));
}

TEST_CASE("a decision survives a restart between any two commands") {
    World w;
    const std::string reference = w.raise();
    w.act("teacher", reference, w.escalating());
    Installation after_restart(w.journal, read_trial_pack, w.clock);
    const auto before = w.dossier(reference);
    const auto after = Dossiers(w.journal, after_restart).find(reference, w.clock.now());
    REQUIRE(after);
    CHECK(after->state == before.state);
    CHECK(after->duties == before.duties);
}

TEST_CASE("what was raised stays under the edition and the calendar that it began with") {
    World w;
    const std::string reference = w.raise();
    const auto before = w.dossier(reference);
    w.clock.pass(std::chrono::hours{1});
    REQUIRE(w.administration.adopt("riverside", "trial 2", "trial.yaml"));
    calendar::Edition closed{.key = "england-and-wales"};
    closed.closed[*calendar::parse_date("2026-11-20")] = "Training day";
    REQUIRE(w.administration.set_calendar("riverside", closed));
    const auto after = w.dossier(reference);
    CHECK(after.pack->identity.edition == "1");
    CHECK(after.duties == before.duties);
    const auto later = w.dossier(w.raise());
    CHECK(later.pack->identity.edition == "2");
    CHECK(later.duties.front().due->date == *calendar::parse_date("2026-11-23"));
}
