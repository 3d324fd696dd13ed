#include "app/doors.h"

using namespace app;
using namespace app::testing;

namespace {

const PersonId teacher("teacher");

NewSession begin_at(Doors& w, const std::string& device, const std::string& network) {
    return w.sessions.begin(teacher, {}, {device, network});
}

}  // namespace

TEST_CASE("somebody sees their own sessions, the one in use first, and ends any of them") {
    Doors w;
    const auto here = begin_at(w, "Firefox on Windows", "192.0.2");
    w.clock.pass(std::chrono::minutes{2});
    begin_at(w, "Safari on iPhone", "198.51.100");
    begin_at(w, "Chrome on Windows", "192.0.2");
    w.sessions.begin(PersonId("head"), {}, {"Edge on Windows", "192.0.2"});
    const auto all = w.sessions.list(teacher, here.token);
    REQUIRE(all.size() == 3);
    CHECK(all[0].current);
    CHECK(all[0].device == "Firefox on Windows");
    CHECK(std::ranges::count_if(all, &SessionInList::same_network) == 2);

    const auto phone = std::ranges::find(all, std::string("Safari on iPhone"), &SessionInList::device);
    CHECK_FALSE(w.sessions.end_one(PersonId("head"), phone->id));
    CHECK(w.sessions.end_one(teacher, phone->id));
    CHECK_FALSE(w.sessions.end_one(teacher, phone->id));
    CHECK(w.sessions.list(teacher, here.token).size() == 2);
    w.sessions.end_others(teacher, here.token);
    CHECK(w.sessions.list(teacher, here.token).size() == 1);
    CHECK(w.sessions.find(here.token));
    CHECK(w.sessions.list(PersonId("head"), here.token).size() == 1);
}

TEST_CASE("a network is kept as a digest, and an id in the list opens nothing") {
    Doors w;
    const auto here = begin_at(w, "Firefox on Windows", "192.0.2");
    for (const auto& slip : w.drawers.list("sessions", "")) CHECK(slip.body.find("192.0.2") == std::string::npos);
    for (const auto& one : w.sessions.list(teacher, here.token)) CHECK_FALSE(w.sessions.find(one.id));
}

TEST_CASE("a session that is renewed has a new token, the same forms, and no longer a life") {
    Doors w;
    const auto first = begin_at(w, "", "");
    for (int i = 0; i < 27; ++i) {
        w.clock.pass(std::chrono::minutes{25});
        REQUIRE(w.sessions.find(first.token));
    }
    const auto second = w.sessions.renew(first.token);
    REQUIRE(second);
    CHECK(second->token != first.token);
    CHECK(second->session.form_token == first.session.form_token);
    CHECK_FALSE(w.sessions.find(first.token));
    CHECK_FALSE(w.sessions.renew(first.token));
    // 12 hours after the first sign-in it is over.
    w.clock.pass(std::chrono::minutes{25});
    CHECK(w.sessions.find(second->token));
    w.clock.pass(std::chrono::minutes{25});
    CHECK_FALSE(w.sessions.find(second->token));
}

TEST_CASE("a session that ran out opens nothing, and tells for four days whose form arrives late") {
    Doors w;
    const auto session = begin_at(w, "", "");
    const std::string form = session.session.form_token;
    CHECK_FALSE(w.sessions.find_late(session.token, form));
    w.clock.pass(std::chrono::minutes{30});
    w.drawers.sweep(w.clock.now());
    CHECK_FALSE(w.sessions.find(session.token));
    CHECK_FALSE(w.sessions.is_form_token(session.token, form));
    CHECK(w.sessions.list(teacher, "").empty());
    CHECK(w.sessions.find_late(session.token, form) == teacher);
    CHECK_FALSE(w.sessions.find_late(session.token, ""));
    CHECK_FALSE(w.sessions.find_late("", form));
    CHECK_FALSE(w.sessions.find_late(session.token, begin_at(w, "", "").session.form_token));
    CHECK_FALSE(w.sessions.renew(session.token));
    w.clock.pass(std::chrono::days{3});
    CHECK(w.sessions.find_late(session.token, form) == teacher);
    w.clock.pass(std::chrono::days{1});
    CHECK_FALSE(w.sessions.find_late(session.token, form));

    const auto ended = begin_at(w, "", "");
    w.sessions.end(ended.token);
    w.clock.pass(std::chrono::minutes{31});
    CHECK_FALSE(w.sessions.find_late(ended.token, ended.session.form_token));
}

TEST_CASE("half a sign-in lasts ten minutes, and ends with all sessions") {
    Doors w;
    const auto before = w.enter();
    const auto half = w.sessions.begin_half(teacher, before.token);
    CHECK_FALSE(w.sessions.find(before.token));
    CHECK(w.sessions.find_half(half));
    w.clock.pass(std::chrono::minutes{10});
    CHECK_FALSE(w.sessions.find_half(half));
    const auto other = w.sessions.begin_half(teacher);
    w.sessions.end_all(teacher);
    CHECK_FALSE(w.sessions.find_half(other));
}

TEST_CASE("what was typed is kept sealed for its owner alone, for twelve hours, and not without end") {
    Doors w;
    const KeptForm form{"/disagreements/X/act/answer", {{"why", canary_words}, {"a", "1"}, {"a", "2"}}};
    const std::string id = w.kept_forms.keep(teacher, form);
    CHECK(w.kept_forms.find(teacher, id) == form);
    CHECK_FALSE(w.kept_forms.find(PersonId("head"), id));
    CHECK_FALSE(w.kept_forms.find(teacher, "other"));
    for (const auto& slip : w.drawers.list("kept-forms", "")) CHECK(slip.body.find(canary_words) == std::string::npos);
    std::string last;
    for (int i = 0; i < 7; ++i) {
        w.clock.pass(std::chrono::minutes{1});
        last = w.kept_forms.keep(teacher, form);
    }
    CHECK(w.drawers.list("kept-forms", "").size() == 5);
    CHECK_FALSE(w.kept_forms.find(teacher, id));
    CHECK(w.kept_forms.find(teacher, last));
    w.clock.pass(std::chrono::hours{12});
    CHECK_FALSE(w.kept_forms.find(teacher, last));
    const auto again = w.kept_forms.keep(teacher, form);
    w.kept_forms.forget_all(teacher);
    CHECK_FALSE(w.kept_forms.find(teacher, again));
}
