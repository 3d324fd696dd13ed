#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

const std::vector<std::string> canaries{canary_name, "Zephyrine",    "Quillfeather",
                                        canary_born, canary_address, canary_words};

/// Everything that is kept or sent without being sealed.
std::vector<std::string> in_the_open(World& w) {
    std::vector<std::string> texts;
    for (auto* ledger : {&w.ledger, &w.reads_ledger}) {
        ledger->each(store::Position{0}, [&](const store::Stored& stored) {
            texts.push_back(stored.stream.get() + " " + stored.envelope.type + " " + stored.envelope.open);
            for (const auto& field : stored.envelope.sealed)
                texts.push_back(field.name + " " + field.ciphertext);
        });
        for (const auto& notice : ledger->pending_notices(10'000)) {
            texts.push_back(notice.id + " " + notice.kind + " " + notice.recipient + " " + notice.body);
        }
        for (const auto* view : {"register", "raised", "work", "waiting", "ended", "due"}) {
            for (const auto& row : ledger->rows({.view = view, .limit = 10'000})) {
                texts.push_back(row.key + " " + row.owner + " " + row.sort + " " + row.body);
            }
        }
    }
    for (const auto* drawer : {"child", "child-of", "sessions", "sign-in-failures", "passwords"}) {
        for (const auto& slip : w.drawers.list(drawer, "")) texts.push_back(slip.key + " " + slip.body);
    }
    return texts;
}

void check_no_canary(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        for (const auto& canary : canaries) {
            CAPTURE(text);
            CHECK(text.find(canary) == std::string::npos);
        }
    }
}

/// One life with words of people at every step that asks for some.
std::string live(World& w) {
    const std::string reference = w.raise();
    w.act("worker", reference,
          w.command(Action::Answer, {{"answer", "decline"}, {"rationale", canary_words}}));
    w.act("teacher", reference,
          w.command(Action::RecordDiscussion, {{"how", "telephone"}, {"summary", canary_words}}));
    w.act("teacher", reference, w.escalating());
    w.act("head", reference, w.command(Action::SubmitForm, {{"about", "alert"}, {"worry", canary_words}}));
    w.act("teacher", reference,
          w.command(Action::DeclareDanger, {{"what", canary_words + " " + canary_name}}));
    w.act("teacher", reference,
          w.command(Action::RecordReferral, {{"to", "social-care"}, {"what", canary_address}}));
    w.act("manager", reference, w.command(Action::AddNote, {{"note", canary_name + " " + canary_born}}));
    w.act(
        "teacher", reference,
        w.command(Action::Correct,
                  {{"event", "1"}, {"field", "child_name"}, {"value", canary_name}, {"why", canary_words}}));
    w.act("teacher", reference, w.command(Action::DrawLesson, {{"lesson", canary_words}}));
    w.act("head", reference,
          w.command(Action::ProposeOutcome, {{"outcome", canary_words},
                                             {"point", canary_words},
                                             {"point_owner", "receiving"},
                                             {"point_by", "2026-12-10"}}));
    w.act("manager", reference, w.command(Action::ConfirmOutcome, {{"comment", canary_words}}));
    return reference;
}

}  // namespace

TEST_CASE("no word about the child or the family stands anywhere but sealed, through a whole life") {
    World w;
    const auto reference = live(w);
    w.reading.release_identity(PersonId("keeper"), reference, canary_words + " " + canary_name, "r1");
    w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId("iro"), canary_words, "e1");
    for (const auto* person : {"teacher", "keeper", "guardian"}) w.view(person, reference);
    w.reads.flush();
    w.clock.pass(std::chrono::days{60});
    expire_due(w.ledger, w.transact, w.clock.now());
    const auto texts = in_the_open(w);
    CHECK(texts.size() > 60);
    check_no_canary(texts);
    CHECK(w.dossier(reference).state.phase == disagreement::Phase::Settled);
}

TEST_CASE("no refusal repeats what somebody wrote about a child") {
    World w;
    const auto reference = live(w);
    std::vector<std::string> texts;
    for (const auto action : disagreement::all_actions()) {
        if (action == Action::Raise) continue;
        for (const auto* person : {"teacher", "worker", "keeper", "nurse", "guardian"}) {
            const auto given = w.command(action, {{"note", canary_words},
                                                  {"why", canary_name},
                                                  {"summary", canary_address},
                                                  {"rationale", canary_words},
                                                  {"worry", canary_name}});
            const auto done = w.transact.perform(PersonId(person), reference, given);
            if (!done)
                texts.push_back(done.error().rule + done.error().why + done.error().clause +
                                done.error().field);
        }
    }
    CHECK(texts.size() > 100);
    check_no_canary(texts);
}

TEST_CASE("names and addresses of people with accounts are sealed as well") {
    World w;
    w.people.add_person({"Canary Person", "canary.person@example.org", "three quiet words"});
    for (const auto& text : in_the_open(w)) {
        CHECK(text.find("Canary Person") == std::string::npos);
        CHECK(text.find("canary.person") == std::string::npos);
        CHECK(text.find("three quiet words") == std::string::npos);
    }
}

TEST_CASE("whoever comes to owe something is told, without a word of what it is about") {
    World w;
    const auto reference = w.raise();
    const auto before = w.ledger.pending_notices(1000).size();
    w.act("teacher", reference, w.escalating());
    const auto notices = w.ledger.pending_notices(1000);
    const auto told = [&](const std::string& recipient, const std::string& rule) {
        return std::ranges::any_of(notices, [&](const auto& notice) {
            return notice.recipient == recipient &&
                   notice.body.find("\"rule\":\"" + rule + "\"") != std::string::npos;
        });
    };
    CHECK(notices.size() > before);
    CHECK(told("post/care.manager", "respond"));
    CHECK(told("post/school.head", "alert"));
    CHECK(told("post/riverside.business-manager", "tell-keeper"));
    for (const auto& notice : notices) {
        const bool content_free = notice.body.find("content_free") != std::string::npos;
        CHECK(content_free == (notice.body.find("levels-of-need") == std::string::npos));
    }
}

TEST_CASE("where a holder is excluded, notices go to the people who answer instead") {
    World w;
    w.import("post,person,deputy,from,until\ncare.manager,manager,,,\ncare.manager,stranger,yes,,\n");
    const auto reference = w.raise();
    const auto exclude = [&](const std::string& person) {
        REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), reference, PersonId(person), "related",
                                         "e" + person));
    };
    exclude("manager");
    w.act("teacher", reference, w.escalating());
    const auto told = [&](const std::string& recipient) {
        const auto notices = w.ledger.pending_notices(1000);
        return std::ranges::find(notices, recipient, &store::Notice::recipient) != notices.end();
    };
    CHECK(told("person/stranger"));
    CHECK_FALSE(told("post/care.manager"));
    CHECK_FALSE(told("person/manager"));
    CHECK(told("post/school.head"));
    // Nobody is left on that side: whoever keeps the partnership's business is told.
    exclude("stranger");
    w.act("teacher", reference,
          w.command(Action::AddPoint, {{"point", "x"}, {"owner", "receiving"}, {"by", "2026-12-01"}}));
    CHECK(told("person/keeper"));
    CHECK_FALSE(told("person/manager"));
}

TEST_CASE("nothing leaks between partnerships: agencies of one are not in the other's directory") {
    World w;
    const auto known = w.installation.now();
    const auto& hillside = known->find_partnership("hillside")->directory;
    CHECK(hillside.find_agency(AgencyId("clinic")));
    CHECK(hillside.find_agency(AgencyId("hillside")));
    CHECK_FALSE(hillside.find_agency(AgencyId("school")));
    CHECK_FALSE(hillside.find_post(PostId("school.teacher")));
    CHECK_FALSE(hillside.find_agency(AgencyId("riverside")));
    auto raising = w.raising();
    raising.answers.set("to", "clinic.nurse");
    const auto done = w.transact.raise(PersonId("teacher"), "riverside", raising);
    REQUIRE_FALSE(done);
    CHECK(done.error().field == "to");
}

TEST_CASE("what something is about is said by its key, not in words") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference,
          w.command(Action::Dissent, {{"meeting", "review of Zephyrine"}, {"dissent", canary_words}}));
    CHECK(w.refused("teacher", reference, w.command(Action::AddNote, {{"about", canary_name}, {"note", "x"}}))
              .rule == "about_malformed");
}

TEST_CASE("NTY-7 who the child is cannot be found out by trying: only what would be recorded is read for names") {
    World w;
    const auto reference = w.raise();
    w.act("teacher", reference, w.escalating());
    auto naming = w.command(Action::SubmitForm, {{"about", "alert"}, {"worry", "about Zephyrine"}});
    CHECK_FALSE(w.transact.refuses(PersonId("head"), reference, naming));
    CHECK(w.refused("head", reference, naming).rule == "names_the_family");
    naming.happened_at = w.clock.now() + std::chrono::hours{24};
    CHECK(w.refused("head", reference, naming).rule == "in_the_future");
    CHECK(w.transact.refuses(PersonId("head"), reference, naming)->rule == "in_the_future");
}
