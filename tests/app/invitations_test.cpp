#include "app/doors.h"

using namespace app;
using namespace app::testing;

namespace {

const PersonId worker("worker");
const std::string chosen = "six brown field mice";

base::Result<Entered> choose(Doors& w, const std::string& secret, const std::string& password = chosen) {
    return w.invitations.choose_password({secret, password});
}

std::string no_to(Doors& w, const std::string& secret) {
    CHECK_FALSE(w.invitations.find(secret));
    const auto entered = choose(w, secret);
    REQUIRE_FALSE(entered);
    return entered.error().rule + ": " + entered.error().why;
}

}  // namespace

TEST_CASE("who is invited opens the link, chooses a password and is signed in; the record says who did what") {
    Doors w;
    const auto link = w.invitations.invite(worker, PersonId("admin"));
    REQUIRE(link);
    CHECK(w.invitations.find(link->secret)->person.email == "worker@example.org");
    CHECK(w.invitations.find(link->secret)->kind == LinkKind::Invitation);
    w.clock.pass(std::chrono::days{6});
    const auto entered = choose(w, link->secret);
    REQUIRE(entered);
    CHECK(w.sessions.find(std::get<NewSession>(*entered).token)->person == worker);
    CHECK(w.enter("worker@example.org", chosen));

    const auto history = w.history.of(worker);
    REQUIRE(history.size() == 2);
    CHECK(history[0].change == AccessChange::PasswordChosen);
    CHECK(history[0].made.by == worker);
    CHECK(history[1].change == AccessChange::Invited);
    CHECK(history[1].made.by == PersonId("admin"));
}

TEST_CASE("a link that was used, has run out, was replaced or never was gives one and the same answer") {
    Doors w;
    const auto used = w.invitations.invite(worker);
    REQUIRE(choose(w, used->secret));
    const std::string no = no_to(w, used->secret);
    const auto replaced = w.invitations.invite(PersonId("dsl"));
    const auto late = w.invitations.invite(PersonId("dsl"));
    CHECK(no_to(w, replaced->secret) == no);
    w.clock.pass(std::chrono::days{7});
    CHECK(no_to(w, late->secret) == no);
    for (const auto* unknown : {"", "x", "0123456789abcdef0123456789abcdef01234567890"}) CHECK(no_to(w, unknown) == no);
    // Nobody is found by what is kept.
    const auto kept = w.invitations.invite(PersonId("head"));
    for (const auto& slip : w.drawers.list("one-time-links", "")) {
        CHECK(slip.key.find(kept->secret) == std::string::npos);
        CHECK(slip.body.find(kept->secret) == std::string::npos);
        CHECK(no_to(w, slip.key) == no);
    }
}

TEST_CASE("a password that is refused does not use up the link") {
    Doors w;
    const auto link = w.invitations.invite(worker);
    CHECK(choose(w, link->secret, "short").error().rule == "password_weak");
    CHECK(choose(w, link->secret, "Person worker 1").error().rule == "password_weak");
    CHECK(choose(w, link->secret));
}

TEST_CASE("who has a password is not invited again, and nobody is nobody") {
    Doors w;
    CHECK(w.invitations.invite(PersonId("teacher")).error().rule == "has_password");
    CHECK(w.invitations.invite(PersonId("no-such")).error().rule == "no_such_person");
    CHECK(w.invitations.offer_reset(PersonId("no-such")).error().rule == "no_such_person");
}

TEST_CASE("a reset lasts a day, ends every session when it is offered and again when it is used") {
    Doors w;
    const auto before = w.enter();
    const auto link = w.invitations.offer_reset(PersonId("teacher"));
    REQUIRE(link);
    CHECK(w.invitations.find(link->secret)->kind == LinkKind::Reset);
    CHECK_FALSE(w.sessions.find(before.token));
    // Until it is used the old password is good: a link that went astray locks nobody out.
    const auto meanwhile = w.enter();
    const auto entered = choose(w, link->secret);
    REQUIRE(entered);
    CHECK_FALSE(w.sessions.find(meanwhile.token));
    CHECK(w.sessions.find(std::get<NewSession>(*entered).token));
    CHECK(w.kept_out("teacher@example.org", good_password).refusal.rule == "sign_in_failed");
    CHECK(w.enter("teacher@example.org", chosen));

    const auto late = w.invitations.offer_reset(PersonId("teacher"));
    w.clock.pass(std::chrono::days{1});
    CHECK_FALSE(choose(w, late->secret));
}

TEST_CASE("a reset does not lead past a second factor") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    const auto link = w.invitations.offer_reset(PersonId("teacher"));
    const auto entered = choose(w, link->secret);
    REQUIRE(entered);
    const auto* needed = std::get_if<CodeNeeded>(&*entered);
    REQUIRE(needed);
    CHECK_FALSE(w.sessions.find(needed->token));
    CHECK(w.sign_in.with_code({needed->token, phone.code(), "10.0.0.1"}));

    w.own_account.remove_second_factor(PersonId("teacher"));
    CHECK(w.enter("teacher@example.org", chosen));
    CHECK(w.history.of(PersonId("teacher")).front().made.by == PersonId());
}

TEST_CASE("changing the password asks for the old one, and ends all other sessions") {
    Doors w;
    const auto here = w.enter();
    const auto there = w.enter();
    const auto change = [&](const std::string& old, const std::string& fresh) {
        return w.own_account.change_password({here.token, old, fresh, "10.0.0.1"});
    };
    CHECK(change("another three words", chosen).error().rule == "old_password_wrong");
    CHECK(change(good_password, "short").error().rule == "password_weak");
    CHECK(change(good_password, "short").error().field == "new-password");
    CHECK(change(good_password, good_password).error().rule == "password_same");
    CHECK(w.sessions.find(there.token));

    const auto renewed = change(good_password, chosen);
    REQUIRE(renewed);
    CHECK(w.sessions.find(renewed->token));
    CHECK_FALSE(w.sessions.find(here.token));
    CHECK_FALSE(w.sessions.find(there.token));
    CHECK(w.enter("teacher@example.org", chosen));
    CHECK(w.history.of(PersonId("teacher")).front().change == AccessChange::PasswordChanged);
}

TEST_CASE("guessing the old password in somebody's open session is slowed down") {
    Doors w;
    const auto here = w.enter();
    for (int i = 0; i < 5; ++i) w.own_account.change_password({here.token, "wrong words here", chosen, "10.0.0.1"});
    const auto slowed = w.own_account.change_password({here.token, good_password, chosen, "10.0.0.1"});
    CHECK(slowed.error().rule == "too_many_tries");
}
