#include <algorithm>
#include <thread>

#include "app/api_tokens.h"
#include "app/doors.h"

using namespace app;
using namespace app::testing;

TEST_CASE("whoever knows the password is let in, in whatever case they write their address") {
    Doors w;
    const auto session = w.enter(" Teacher@Example.ORG ", good_password);
    REQUIRE(session);
    CHECK(session->session.person == PersonId("teacher"));
    CHECK(w.sessions.find(session->token)->person == PersonId("teacher"));
}

TEST_CASE("no text, status or cost tells a wrong password from an account that is not there") {
    Doors w;
    w.passwords.verified = 0;
    const auto wrong = w.kept_out("teacher@example.org", "another three words");
    const auto nobody = w.kept_out("no.such@example.org", "another three words");
    const auto without = w.kept_out("worker@example.org", "another three words");
    CHECK(wrong.refusal == nobody.refusal);
    CHECK(wrong.refusal == without.refusal);
    CHECK(wrong.retry_after == nobody.retry_after);
    CHECK(w.passwords.verified == 3);
    CHECK(w.kept_out("teacher@example.org", std::string(5000, 'x')).refusal == wrong.refusal);
    CHECK(w.passwords.verified == 4);
}

TEST_CASE("guessing is slowed down after five failures, the same for accounts that are not there") {
    for (const std::string email : {"teacher@example.org", "no.such@example.org"}) {
        Doors w;
        for (int i = 0; i < 5; ++i)
            CHECK(w.kept_out(email, "wrong words here").refusal.rule == "sign_in_failed");
        const auto slowed = w.kept_out(email, "wrong words here");
        CHECK(slowed.refusal.rule == "too_many_tries");
        CHECK(slowed.retry_after == std::chrono::seconds{30});
        // Waiting in vain costs nothing more; then each failure doubles the wait, up to a quarter of an hour.
        std::chrono::seconds last{0};
        for (int i = 0; i < 8; ++i) {
            w.clock.pass(w.kept_out(email, "wrong words here").retry_after);
            CHECK(w.kept_out(email, "wrong words here").refusal.rule == "sign_in_failed");
            last = w.kept_out(email, "wrong words here").retry_after;
        }
        CHECK(last == std::chrono::minutes{15});
    }
}

TEST_CASE("nobody is locked out: from elsewhere the owner waits a minute at most") {
    Doors w;
    for (int i = 0; i < 200; ++i) {
        const auto refused =
            w.kept_out("teacher@example.org", "wrong words here", "10.9." + std::to_string(i) + ".1");
        if (refused.retry_after.count() > 0) w.clock.pass(refused.retry_after);
    }
    w.clock.pass(std::chrono::minutes{1});
    CHECK(w.enter("teacher@example.org", good_password, "10.0.0.1"));
}

TEST_CASE("whoever guesses from elsewhere without end does not keep the owner out of where they signed in before") {
    Doors w;
    REQUIRE(w.enter("teacher@example.org", good_password, "10.0.0.1"));
    for (int i = 0; i < 60; ++i)
        w.kept_out("teacher@example.org", "wrong words here", "10.9." + std::to_string(i) + ".1");
    CHECK(w.enter("teacher@example.org", good_password, "10.0.0.1"));
    // Anywhere else they have a first try; whoever fails with it waits with the others.
    w.kept_out("teacher@example.org", "wrong words here", "10.0.0.9");
    CHECK(w.kept_out("teacher@example.org", good_password, "10.0.0.9").refusal.rule == "too_many_tries");
    CHECK(w.enter("teacher@example.org", good_password, "10.0.0.8"));
    for (int i = 0; i < 5; ++i) w.kept_out("teacher@example.org", "wrong words here", "10.0.0.1");
    CHECK(w.kept_out("teacher@example.org", good_password, "10.0.0.1").refusal.rule == "too_many_tries");
}

TEST_CASE("one who tries many accounts does not keep a neighbour behind the same exit out of where they signed in before") {
    Doors w;
    REQUIRE(w.enter("teacher@example.org", good_password, "10.0.0.1"));
    for (int i = 0; i < 70; ++i) w.kept_out("nobody" + std::to_string(i) + "@example.org", "wrong words here", "10.0.0.1");
    CHECK(w.enter("teacher@example.org", good_password, "10.0.0.1"));
}

TEST_CASE("one address that tries many accounts is slowed down") {
    Doors w;
    for (int i = 0; i < 60; ++i)
        w.kept_out("nobody" + std::to_string(i) + "@example.org", "wrong words here");
    CHECK(w.kept_out("teacher@example.org", good_password).refusal.rule == "too_many_tries");
    CHECK(w.enter("teacher@example.org", good_password, "10.0.0.2"));
}

TEST_CASE("a success forgets the failures from that address, and a quiet while forgets them all") {
    Doors w;
    for (int i = 0; i < 4; ++i) w.kept_out("teacher@example.org", "wrong words here");
    CHECK(w.enter("teacher@example.org", good_password));
    for (int i = 0; i < 4; ++i)
        CHECK(w.kept_out("teacher@example.org", "wrong").refusal.rule == "sign_in_failed");
    w.clock.pass(std::chrono::hours{2});
    for (int i = 0; i < 4; ++i)
        CHECK(w.kept_out("teacher@example.org", "wrong").refusal.rule == "sign_in_failed");
}

TEST_CASE("a password hashed with weaker settings is hashed again when it was right") {
    Doors w;
    struct Old final : store::Passwords {
        std::string hash(std::string_view password) const override { return "new:" + std::string(password); }
        bool verify(const std::optional<std::string>& kept, std::string_view password) const override {
            return kept && kept->substr(4) == password;
        }
        bool outdated(const std::string& kept) const override { return kept.starts_with("old:"); }
    } passwords;
    People people(w.journal, w.installation, w.drawers, passwords, w.random, w.clock);
    Proofs proofs(people, w.authenticators, w.recovery_codes, w.throttle, passwords);
    SignIn sign_in(w.installation, proofs, w.sessions, w.history);
    w.drawers.put("passwords", {"teacher", "old:" + good_password});
    REQUIRE(sign_in.with_password({"teacher@example.org", good_password, "10.0.0.1"}));
    CHECK(people.kept_password(PersonId("teacher")) == "new:" + good_password);
}

TEST_CASE("a session ends after half an hour without a request, and after twelve hours with many") {
    Doors w;
    const auto idle = w.enter("teacher@example.org", good_password);
    w.clock.pass(std::chrono::minutes{29});
    CHECK(w.sessions.find(idle->token));
    w.clock.pass(std::chrono::minutes{29});
    CHECK(w.sessions.find(idle->token));
    w.clock.pass(std::chrono::minutes{30});
    CHECK_FALSE(w.sessions.find(idle->token));

    const auto busy = w.enter("teacher@example.org", good_password);
    for (int i = 0; i < 47; ++i) {
        w.clock.pass(std::chrono::minutes{15});
        CHECK(w.sessions.find(busy->token));
    }
    w.clock.pass(std::chrono::minutes{15});
    CHECK_FALSE(w.sessions.find(busy->token));
}

TEST_CASE("signing in rotates the token, signing out ends it, and a token is kept as a hash") {
    Doors w;
    const auto first = w.enter("teacher@example.org", good_password);
    const auto entered = w.sign_in.with_password({"teacher@example.org", good_password, "10.0.0.1", first->token});
    REQUIRE(entered);
    const auto* second = std::get_if<NewSession>(&*entered);
    REQUIRE(second);
    CHECK(second->token != first->token);
    CHECK_FALSE(w.sessions.find(first->token));
    for (const auto& slip : w.drawers.list("sessions", "")) {
        CHECK((slip.key + slip.body).find(second->token) == std::string::npos);
        CHECK((slip.key + slip.body).find(second->session.form_token) == std::string::npos);
    }
    w.sessions.end(second->token);
    CHECK_FALSE(w.sessions.find(second->token));
    CHECK_FALSE(w.sessions.find(""));

    const auto here = w.enter("teacher@example.org", good_password), there = w.enter("teacher@example.org", good_password);
    w.sessions.end_all(PersonId("teacher"));
    CHECK_FALSE(w.sessions.find(here->token));
    CHECK_FALSE(w.sessions.find(there->token));
}

TEST_CASE("a form token belongs to one session") {
    Doors w;
    const auto one = w.enter("teacher@example.org", good_password), two = w.enter("teacher@example.org", good_password);
    CHECK(w.sessions.is_form_token(one->token, one->session.form_token));
    CHECK_FALSE(w.sessions.is_form_token(one->token, two->session.form_token));
    CHECK_FALSE(w.sessions.is_form_token(one->token, ""));
    CHECK_FALSE(w.sessions.is_form_token("", w.sessions.find(one->token)->form_token));
}

TEST_CASE("personas are for demos alone") {
    Doors w;
    CHECK(w.sign_in.as_persona(PersonId("teacher")).error().refusal.rule == "not_a_demo");

    store::MemoryStore ledger;
    TurningSealer sealer(ledger, w.random);
    Journal journal(ledger, sealer);
    Installation installation(journal, read_trial_pack, w.clock);
    Administration administration(journal, installation, read_trial_pack, w.clock, w.random);
    REQUIRE(administration.mark_demo());
    CHECK(ledger.read(streams::installation()).front().position == store::Position{0});
    People people(journal, installation, w.drawers, w.passwords, w.random, w.clock);
    REQUIRE(people.add_person({"Ada", "ada@example.org", "", PersonId("ada")}));
    Proofs proofs(people, w.authenticators, w.recovery_codes, w.throttle, w.passwords);
    SignIn sign_in(installation, proofs, w.sessions, w.history);
    CHECK(sign_in.as_persona(PersonId("ada")));
    CHECK_FALSE(sign_in.as_persona(PersonId("nobody")));
    CHECK_FALSE(w.administration.mark_demo());
}

TEST_CASE("weak passwords are refused, long ones of any kind are not") {
    const auto fault = [](const std::string& password) {
        return find_fault(password, {"Ada Larkspur", "ada.larkspur@example.org"});
    };
    for (const std::string& weak :
         {std::string("short"), std::string("elevenchars"), std::string("password1234"),
          std::string("PasswordPassword"), std::string("aaaaaaaaaaaaaaaa"), std::string("concordat123"),
          std::string("ada.larkspur1"), std::string("larkspur1234"), std::string(1025, 'x') + "y",
          std::string("bad utf-8 \xC3\x28 bytes")}) {
        CAPTURE(weak);
        CHECK(fault(weak));
    }
    for (const std::string& fine :
         {std::string("three quiet words"), std::string("ŵŷ ŵŷŵŷ ŵŷŵŷ"), std::string(64, 'x') + "y",
          std::string("a b c d e f g"), std::string("correct\thorse\tbattery")}) {
        CAPTURE(fine);
        CHECK_FALSE(fault(fine));
    }
}

TEST_CASE("accounts are refused without a name, with a malformed address, or with one that is taken") {
    World w;
    const auto rule = [&](const NewPerson& person) {
        const auto added = w.people.add_person(person);
        return added ? std::string() : added.error().rule;
    };
    CHECK(rule({" ", "a@example.org"}) == "name_missing");
    for (const auto* email : {"", "a", "a@b", "@example.org", "a@b@c.org", "a b@example.org",
                              "a@example.org.", "<a@example.org>"}) {
        CAPTURE(email);
        CHECK(rule({"Ada", email}) == "email_malformed");
    }
    CHECK(rule({"Ada", "TEACHER@example.org"}) == "email_taken");
    CHECK(rule({"Ada", "ada@example.org", "", PersonId("teacher")}) == "id_taken");
    CHECK(rule({"Ada", "ada@example.org", "weak"}) == "password_weak");
    CHECK(rule({"Ada", "ada@example.org", good_password}) == "");
    CHECK(w.people.give_role(PersonId("nobody"), {AccountRole::Administrator}).error().rule ==
          "no_such_person");
    CHECK(w.people.set_password(PersonId("nobody"), good_password).error().rule == "no_such_person");
}

TEST_CASE("a role that was taken away is gone") {
    World w;
    CHECK(w.administration.may(PersonId("admin"), gate::Action::ManagePeople));
    REQUIRE(w.people.take_role(PersonId("admin"), {AccountRole::Administrator}));
    CHECK_FALSE(w.administration.may(PersonId("admin"), gate::Action::ManagePeople));
}

TEST_CASE("a data guardian guards the partnerships that they were named for") {
    World w;
    const auto reference = w.raise();
    const PersonId here("stranger");
    CHECK_FALSE(w.reading.open_disagreement(here, reference));
    CHECK(w.people.give_role(here, {AccountRole::DataGuardian, "nowhere"}).error().rule == "no_such_partnership");
    CHECK(w.people.give_role(here, {AccountRole::Administrator, "riverside"}).error().rule == "role_of_all");

    REQUIRE(w.people.give_role(here, {AccountRole::DataGuardian, "hillside"}));
    CHECK_FALSE(w.reading.open_disagreement(here, reference));
    CHECK_FALSE(w.lists.partnership_register(here, "riverside", {}));
    CHECK(w.lists.partnership_register(here, "hillside", {}));
    CHECK(w.guardian.set_exclusion(here, reference, PersonId("teacher"), "related", "e1").error().rule == "not_found");

    REQUIRE(w.people.give_role(here, {AccountRole::DataGuardian, "riverside"}));
    CHECK(w.reading.open_disagreement(here, reference));
    CHECK(w.guardian.set_exclusion(here, reference, PersonId("teacher"), "related", "e2"));
    REQUIRE(w.people.take_role(here, {AccountRole::DataGuardian, "riverside"}));
    CHECK_FALSE(w.reading.open_disagreement(here, reference));
}

TEST_CASE("a token for programs acts for its person until it runs out or is revoked") {
    World w;
    ApiTokens tokens(w.drawers, w.random, w.digests, w.clock);
    const PersonId teacher("teacher");
    const auto issued = tokens.issue({teacher, {Scope::Read, Scope::Act}, 30, "case system"});
    REQUIRE(issued);
    CHECK(tokens.find(issued->secret) == issued->token);
    CHECK(issued->token.person == teacher);
    CHECK(issued->token.scopes == std::set{Scope::Read, Scope::Act});
    CHECK_FALSE(tokens.find("something else"));
    CHECK_FALSE(tokens.find(""));
    w.clock.pass(std::chrono::days{30});
    CHECK_FALSE(tokens.find(issued->secret));
    CHECK(tokens.list().empty());
    const auto other = tokens.issue({teacher, {Scope::Metrics}, 1});
    CHECK(tokens.list() == std::vector{other->token});
    CHECK(tokens.revoke(other->token.id));
    CHECK_FALSE(tokens.revoke(other->token.id));
    CHECK_FALSE(tokens.find(other->secret));
}

TEST_CASE("a token says what it is for, and for how long; the secret of a calendar is for nothing else") {
    World w;
    ApiTokens tokens(w.drawers, w.random, w.digests, w.clock);
    const auto rule = [&](std::set<Scope> scopes, int days, const std::string& label = {}) {
        const auto issued = tokens.issue({PersonId("teacher"), std::move(scopes), days, label});
        return issued ? std::string{} : issued.error().rule;
    };
    CHECK(rule({Scope::Read}, 0) == "days_out_of_bounds");
    CHECK(rule({Scope::Read}, 367) == "days_out_of_bounds");
    CHECK(rule({}, 30) == "scopes_missing");
    CHECK(rule({Scope::Calendar, Scope::Read}, 30) == "calendar_alone");
    CHECK(rule({Scope::Read}, 30, std::string(201, 'x')) == "label_too_long");
    CHECK(rule({Scope::Calendar}, 366).empty());
    for (const auto scope : all_scopes()) CHECK(parse_scope(to_word(scope)) == scope);
}

TEST_CASE("what is kept of a token does not open anything") {
    World w;
    ApiTokens tokens(w.drawers, w.random, w.digests, w.clock);
    const auto issued = tokens.issue({PersonId("teacher"), {Scope::Read}, 30});
    REQUIRE(issued);
    for (const auto& slip : w.drawers.list("api-tokens", {})) {
        CHECK(slip.key.find(issued->secret) == std::string::npos);
        CHECK(slip.body.find(issued->secret) == std::string::npos);
        CHECK_FALSE(tokens.find(slip.key));
    }
}
