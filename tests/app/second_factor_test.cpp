#include <algorithm>
#include <set>

#include "app/base32.h"
#include "app/doors.h"

using namespace app;
using namespace app::testing;

namespace {

const PersonId teacher("teacher");

std::string half_way(Doors& w) {
    const auto entered = w.sign_in.with_password({"teacher@example.org", good_password, "10.0.0.1"});
    REQUIRE(entered);
    const auto* needed = std::get_if<CodeNeeded>(&*entered);
    REQUIRE(needed);
    return needed->token;
}

std::string rule_of(const tl::expected<NewSession, NotSignedIn>& entered) {
    return entered ? "" : entered.error().refusal.rule;
}

std::vector<AccessChange> changes_of(const Doors& w, const PersonId& person) {
    std::vector<AccessChange> changes;
    for (const auto& change : w.history.of(person)) changes.push_back(change.change);
    return changes;
}

}  // namespace

TEST_CASE("a second factor is on only once a code of the app has confirmed it") {
    Doors w;
    const Phone phone{w.own_account.propose_second_factor(teacher), w.clock};
    CHECK(phone.secret.size() == 20);
    CHECK(w.own_account.propose_second_factor(teacher) == phone.secret);
    CHECK_FALSE(w.own_account.access(teacher).has_second_factor);
    const auto wrong = w.own_account.turn_on_second_factor(teacher, phone.code(-40));
    CHECK(wrong.error().rule == "code_wrong");
    CHECK(w.enter("teacher@example.org", good_password));

    const auto codes = w.own_account.turn_on_second_factor(teacher, phone.code());
    REQUIRE(codes);
    CHECK(codes->size() == 10);
    CHECK(std::set(codes->begin(), codes->end()).size() == 10);
    CHECK(w.own_account.access(teacher).has_second_factor);
    CHECK(w.own_account.access(teacher).recovery_codes_left == 10);
    CHECK(changes_of(w, teacher) == std::vector{AccessChange::SecondFactorOn});
    CHECK(w.history.of(teacher).front().made.by == teacher);
    CHECK(w.own_account.turn_on_second_factor(teacher, phone.code(1)).error().rule == "second_factor_on");
}

TEST_CASE("what was proposed is forgotten after half an hour") {
    Doors w;
    const Phone phone{w.own_account.propose_second_factor(teacher), w.clock};
    w.clock.pass(std::chrono::minutes{31});
    CHECK_FALSE(w.own_account.turn_on_second_factor(teacher, phone.code()));
    CHECK(w.own_account.propose_second_factor(teacher) != phone.secret);
}

TEST_CASE("with a second factor the right password leads to the question for a code, and no further") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    const std::string half = half_way(w);
    CHECK_FALSE(w.sessions.find(half));
    CHECK(w.sessions.find_half(half)->person == teacher);
    CHECK(rule_of(w.sign_in.with_code({half, "000000", "10.0.0.1"})) == "code_wrong");
    const auto session = w.sign_in.with_code({half, phone.code(), "10.0.0.1"});
    REQUIRE(session);
    CHECK(w.sessions.find(session->token)->person == teacher);
    CHECK_FALSE(w.sessions.find_half(half));
    CHECK(rule_of(w.sign_in.with_code({half, phone.code(1), "10.0.0.1"})) == "sign_in_failed");
}

TEST_CASE("a wrong password says nothing about a second factor") {
    Doors w;
    const auto without = w.kept_out("teacher@example.org", "another three words");
    w.give_phone("teacher");
    CHECK(w.kept_out("teacher@example.org", "another three words").refusal == without.refusal);
}

TEST_CASE("the code of this half minute, of the last and of the next are right; older ones are not") {
    for (const auto& [step, right] : {std::pair{-2, false}, {-1, true}, {0, true}, {1, true}, {2, false}}) {
        Doors w;
        const auto phone = w.give_phone("teacher");
        CAPTURE(step);
        const auto session = w.sign_in.with_code({half_way(w), phone.code(step), "10.0.0.1"});
        CHECK(session.has_value() == right);
    }
}

TEST_CASE("a code is right once, also the one that confirmed the app") {
    Doors w;
    const Phone phone{w.own_account.propose_second_factor(teacher), w.clock};
    const std::string code = phone.code();
    REQUIRE(w.own_account.turn_on_second_factor(teacher, code));
    CHECK(rule_of(w.sign_in.with_code({half_way(w), code, "10.0.0.1"})) == "code_wrong");
    CHECK(w.sign_in.with_code({half_way(w), phone.code(1), "10.0.0.1"}));
    CHECK(rule_of(w.sign_in.with_code({half_way(w), phone.code(1), "10.0.0.1"})) == "code_wrong");
}

TEST_CASE("a code may be typed as the app shows it, in two groups") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    const std::string code = phone.code();
    CHECK(w.sign_in.with_code({half_way(w), " " + code.substr(0, 3) + " " + code.substr(3), "10.0.0.1"}));
}

TEST_CASE("a recovery code lets in once, however it is typed, and that is on record") {
    Doors w;
    const Phone phone{w.own_account.propose_second_factor(teacher), w.clock};
    const auto codes = w.own_account.turn_on_second_factor(teacher, phone.code());
    std::string typed = codes->front();
    CHECK(typed.size() == 19);
    std::ranges::transform(typed, typed.begin(), [](char c) {
        return c == '-' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    CHECK(w.sign_in.with_code({half_way(w), typed, "10.0.0.1"}));
    CHECK(rule_of(w.sign_in.with_code({half_way(w), codes->front(), "10.0.0.1"})) == "code_wrong");
    CHECK(w.own_account.access(teacher).recovery_codes_left == 9);
    CHECK(changes_of(w, teacher).front() == AccessChange::RecoveryCodeUsed);
    CHECK(w.sign_in.with_code({half_way(w), codes->back(), "10.0.0.1"}));
}

TEST_CASE("new recovery codes make the old ones good for nothing") {
    Doors w;
    CHECK(w.own_account.make_recovery_codes(teacher).error().rule == "second_factor_off");
    const Phone phone{w.own_account.propose_second_factor(teacher), w.clock};
    const auto old = w.own_account.turn_on_second_factor(teacher, phone.code());
    const auto fresh = w.own_account.make_recovery_codes(teacher);
    REQUIRE(fresh);
    CHECK(w.own_account.access(teacher).recovery_codes_left == 10);
    CHECK_FALSE(w.sign_in.with_code({half_way(w), old->front(), "10.0.0.1"}));
    CHECK(w.sign_in.with_code({half_way(w), fresh->front(), "10.0.0.1"}));
}

TEST_CASE("guessing codes is slowed down, also for whoever knows the password, and nobody is locked out") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    for (int i = 0; i < 5; ++i) {
        CHECK(rule_of(w.sign_in.with_code({half_way(w), "000000", "10.0.0.1"})) == "code_wrong");
    }
    const auto slowed = w.sign_in.with_code({half_way(w), phone.code(), "10.0.0.1"});
    CHECK(rule_of(slowed) == "too_many_tries");
    w.clock.pass(slowed.error().retry_after);
    CHECK(w.sign_in.with_code({half_way(w), phone.code(), "10.0.0.1"}));
}

TEST_CASE("turning it off needs the password and a code") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    const auto session = w.sign_in.with_code({half_way(w), phone.code(), "10.0.0.1"});
    w.clock.pass(std::chrono::minutes{1});
    const auto off = [&](const std::string& password, const std::string& code) {
        const auto done = w.own_account.turn_off_second_factor({session->token, password, code, "10.0.0.1"});
        return done ? std::string{} : done.error().rule;
    };
    CHECK(off("another three words", phone.code()) == "old_password_wrong");
    CHECK(off(good_password, "000000") == "code_wrong");
    CHECK(w.own_account.access(teacher).has_second_factor);
    CHECK(off(good_password, phone.code()).empty());
    CHECK_FALSE(w.own_account.access(teacher).has_second_factor);
    CHECK(w.own_account.access(teacher).recovery_codes_left == 0);
    CHECK(changes_of(w, teacher).front() == AccessChange::SecondFactorOff);
    CHECK(w.enter("teacher@example.org", good_password));
}

TEST_CASE("neither the secret nor a recovery code can be read in what is kept, nor in the ledger") {
    Doors w;
    const auto phone = w.give_phone("teacher");
    const auto codes = w.own_account.make_recovery_codes(teacher);
    std::string kept;
    for (const auto* drawer : {"authenticators", "authenticators-proposed", "recovery-codes", "authenticator-codes-used"}) {
        for (const auto& slip : w.drawers.list(drawer, "")) kept += slip.key + slip.body + "\n";
    }
    w.ledger.each(store::Position{0}, [&](const store::Stored& stored) {
        kept += stored.envelope.open;
        for (const auto& field : stored.envelope.sealed) kept += field.ciphertext;
    });
    CHECK(kept.size() > 500);
    CHECK(kept.find(phone.secret) == std::string::npos);
    CHECK(kept.find(to_base32(phone.secret)) == std::string::npos);
    for (const auto& code : *codes) CHECK(kept.find(code) == std::string::npos);
}

TEST_CASE("what is sensitive asks again after five minutes: for a code where there is one, else for the password") {
    Doors w;
    const auto session = w.enter();
    CHECK(w.sessions.is_fresh(session.session));
    w.clock.pass(std::chrono::minutes{5});
    CHECK_FALSE(w.sessions.is_fresh(*w.sessions.find(session.token)));
    CHECK(rule_of(w.sign_in.prove({session.token, "another three words", "10.0.0.1"})) == "proof_wrong");
    const auto renewed = w.sign_in.prove({session.token, good_password, "10.0.0.1"});
    REQUIRE(renewed);
    CHECK(w.sessions.is_fresh(*w.sessions.find(renewed->token)));

    const auto phone = w.give_phone("teacher");
    CHECK(rule_of(w.sign_in.prove({renewed->token, good_password, "10.0.0.1"})) == "code_wrong");
    CHECK(w.sign_in.prove({renewed->token, phone.code(), "10.0.0.1"}));
}

TEST_CASE("guessing at the second look is slowed down with guessing at the door") {
    Doors w;
    const auto session = w.enter();
    for (int i = 0; i < 5; ++i) w.sign_in.prove({session.token, "another three words", "10.0.0.1"});
    CHECK(rule_of(w.sign_in.prove({session.token, good_password, "10.0.0.1"})) == "too_many_tries");
    CHECK(w.kept_out("teacher@example.org", good_password).refusal.rule == "too_many_tries");
}
