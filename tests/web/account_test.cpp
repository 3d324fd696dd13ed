#include "app/base32.h"
#include "web/browser.h"
#include "web/letting_in.h"

using namespace web::testing;
using app::PersonId;
using app::testing::good_password;
using app::testing::Phone;

namespace {

const std::string email = "teacher@example.org";

struct Home : House {
    Home() { REQUIRE(world.people.set_password(PersonId("teacher"), good_password)); }

    std::string link_for(const std::string& person) {
        return "/choose-password?link=" + doors.invitations.invite(PersonId(person))->secret;
    }
};

std::string location(const http::Response& answer) {
    return std::string(answer.headers.get("Location"));
}

/// Sends what a page holds with what is typed, to a form of the page.
http::Response send_with_hidden(Browser& browser, const http::Response& page, const std::string& target, Form form) {
    for (const auto* name : {"_token", "then", "link", "_command", "_revision", "session"}) {
        if (const auto value = Browser::hidden(page, name)) form.emplace_back(name, *value);
    }
    return browser.send(browser.posting(target, form));
}

http::Response sign_in(Browser& browser, const std::string& then = "/work") {
    return browser.send(
        browser.posting("/sign-in", {{"email", email}, {"password", good_password}, {"then", then}}));
}

}  // namespace

TEST_CASE("who is invited sees for whom the link is, chooses a password, and is at work") {
    Home house;
    Browser browser(house);
    const std::string path = house.link_for("worker");
    const auto page = browser.get(path);
    CHECK(page.status == 200);
    CHECK(shows(page, "Person worker"));
    CHECK(shows(page, "worker@example.org"));
    CHECK(title_of(page).find("worker") == std::string::npos);
    CHECK(path.find("worker") == std::string::npos);
    CHECK(shows(page, "autocomplete=\"new-password\""));
    CHECK(shows(page, "autocomplete=\"username\""));

    const auto weak = send_with_hidden(browser, page, "/choose-password", {{"password", "short"}});
    CHECK(title_of(weak).starts_with("Error: "));
    CHECK(shows(weak, "at least 12 characters"));
    const auto done = send_with_hidden(browser, weak, "/choose-password", {{"password", "six brown field mice"}});
    CHECK(location(done) == "/work");
    CHECK(browser.get("/work").status == 200);
}

TEST_CASE("a link that was used, has run out or never was gives the same page, to the byte, with a way on") {
    Home house;
    Browser browser(house);
    const std::string used = house.link_for("worker");
    const auto page = browser.get(used);
    REQUIRE(send_with_hidden(browser, page, "/choose-password", {{"password", "six brown field mice"}}).status == 303);
    const std::string late = house.link_for("head");
    house.world.clock.pass(std::chrono::days{8});
    Browser nobody(house);
    const auto spent = nobody.get(used);
    CHECK(spent.status == 404);
    CHECK(title_of(spent).starts_with("This link cannot be used"));
    CHECK(shows(spent, "href=\"/sign-in\""));
    CHECK(nobody.get(late).body == spent.body);
    CHECK(nobody.get("/choose-password?link=nonsense").body == spent.body);
    CHECK(nobody.get("/choose-password").body == spent.body);
    const auto sent = send_with_hidden(nobody, page, "/choose-password", {{"password", "six brown field mice"}});
    CHECK(sent.body == spent.body);
}

TEST_CASE("who has forgotten their password is told whom to ask, and nothing about any account") {
    Home house;
    Browser nobody(house);
    CHECK(shows(nobody.get("/sign-in"), "href=\"/forgotten-password\""));
    const auto page = nobody.get("/forgotten-password");
    CHECK(page.status == 200);
    CHECK(shows(page, "Ask the administrator"));
    CHECK_FALSE(shows(page, "<form"));
}

TEST_CASE("no status, text or number of checks tells an account that is not there from one that is") {
    Home house;
    house.world.passwords.verified = 0;
    std::set<std::string> answers;
    for (const std::string who : {"teacher@example.org", "worker@example.org", "nobody@example.org"}) {
        Browser browser(house);
        const auto page = browser.send(browser.posting("/sign-in", {{"email", who}, {"password", "wrong words here"}}));
        auto body = page.body;
        body.replace(body.find(who), who.size(), "");
        answers.insert(std::to_string(page.status) + body);
    }
    CHECK(answers.size() == 1);
    CHECK(house.world.passwords.verified == 3);
}

TEST_CASE("after five wrong passwords the page says how long to wait, and after that the right one is let in") {
    Home house;
    Browser browser(house);
    for (int i = 0; i < 5; ++i) browser.send(browser.posting("/sign-in", {{"email", email}, {"password", "wrong"}}));
    const auto slowed = sign_in(browser);
    CHECK(slowed.status == 429);
    CHECK(shows(slowed, "wait 30 seconds, then try again"));
    house.world.clock.pass(std::chrono::seconds{30});
    CHECK(location(sign_in(browser)) == "/work");
}

TEST_CASE("somebody turns on a second factor, keeps recovery codes, and is asked for a code from then on") {
    Home house;
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get("/account/second-factor");
    REQUIRE(page.status == 200);
    const Phone phone{house.doors.own_account.propose_second_factor(PersonId("teacher")), house.world.clock};
    CHECK(shows(page, app::in_groups(app::to_base32(phone.secret), ' ')));
    CHECK(shows(page, "href=\"otpauth://totp/Concordat:teacher%40example.org?secret=" + app::to_base32(phone.secret)));
    CHECK(shows(page, "<svg class=\"app-square\" role=\"img\" aria-label=\"A square code"));
    CHECK(shows(page, "autocomplete=\"one-time-code\""));
    const auto wrong = send_with_hidden(browser, page, "/account/second-factor", {{"code", "12"}});
    CHECK(title_of(wrong).starts_with("Error: "));
    CHECK(shows(wrong, app::in_groups(app::to_base32(phone.secret), ' ')));
    const auto codes = send_with_hidden(browser, wrong, "/account/second-factor", {{"code", phone.code()}});
    CHECK(codes.status == 200);
    CHECK(shows(codes, "Your second factor is on"));
    CHECK(shows(codes, "They are shown this once only"));
    CHECK(shows(browser.get("/account"), "10 recovery codes left"));

    Browser other(house);
    const auto half = sign_in(other, "/policies");
    CHECK(location(half) == "/sign-in/code?then=%2Fpolicies");
    CHECK(location(other.get("/work")).starts_with("/sign-in"));
    const auto question = other.get(location(half));
    CHECK(shows(question, "Enter a code"));
    CHECK_FALSE(shows(question, "Your account"));
    const auto refused = send_with_hidden(other, question, "/sign-in/code", {{"code", "000000"}});
    CHECK(title_of(refused).starts_with("Error: Enter a code"));
    house.world.clock.pass(std::chrono::minutes{1});
    const std::string half_cookie = other.cookie();
    CHECK(location(send_with_hidden(other, refused, "/sign-in/code", {{"code", phone.code()}})) == "/policies");
    CHECK(other.cookie() != half_cookie);
    CHECK(other.get("/work").status == 200);
}

TEST_CASE("the question for a code needs the token of its own half sign-in") {
    Home house;
    const auto phone = house.doors.give_phone("teacher");
    Browser browser(house);
    sign_in(browser);
    const auto sent = browser.send(browser.posting("/sign-in/code", {{"code", phone.code()}, {"_token", "x"}}));
    CHECK(sent.status == 403);
    Browser nobody(house);
    CHECK(location(nobody.get("/sign-in/code")) == "/sign-in");
    CHECK(location(nobody.send(nobody.posting("/sign-in/code", {{"code", phone.code()}}))) == "/sign-in");
}

TEST_CASE("turning the second factor off asks for the password and a code") {
    Home house;
    const auto phone = house.doors.give_phone("teacher");
    Browser browser(house, "teacher");
    const auto page = browser.get("/account/second-factor/off");
    REQUIRE(page.status == 200);
    const auto send = [&](const std::string& password, const std::string& code) {
        return send_with_hidden(browser, page, "/account/second-factor/off", {{"password", password}, {"code", code}});
    };
    CHECK(shows(send("wrong words here", phone.code()), "Enter the password that you have now"));
    CHECK(title_of(send(good_password, "000000")).starts_with("Error: "));
    CHECK(house.doors.authenticators.is_on(PersonId("teacher")));
    CHECK(location(send(good_password, phone.code())) == "/account?done=second-factor-off");
    CHECK(shows(browser.get("/account"), "Turn on"));
    CHECK(location(browser.get("/account/second-factor/off")) == "/account");
}

TEST_CASE("new recovery codes are shown once, as the answer to asking for them") {
    Home house;
    house.doors.give_phone("teacher");
    Browser browser(house, "teacher");
    const auto page = browser.get("/account/recovery-codes");
    const auto codes = send_with_hidden(browser, page, "/account/recovery-codes", {});
    CHECK(shows(codes, "Your new recovery codes"));
    CHECK_FALSE(shows(browser.get("/account/recovery-codes"), "<code"));
}

TEST_CASE("somebody changes their password: the old one is asked for, and other sessions end") {
    Home house;
    Browser browser(house, "teacher"), elsewhere(house, "teacher");
    const auto page = browser.get("/account/password");
    CHECK(shows(page, "autocomplete=\"current-password\""));
    const auto send = [&](const std::string& old, const std::string& fresh) {
        return send_with_hidden(browser, page, "/account/password", {{"password", old}, {"new-password", fresh}});
    };
    const auto wrong = send("wrong words here", "six brown field mice");
    CHECK(title_of(wrong).starts_with("Error: "));
    CHECK_FALSE(shows(wrong, "six brown field mice"));
    CHECK(shows(send(good_password, "short"), "href=\"#new-password\""));
    const std::string before = browser.cookie();
    CHECK(location(send(good_password, "six brown field mice")) == "/account?done=password");
    CHECK(browser.cookie() != before);
    CHECK(shows(browser.get("/account?done=password"), "Your password has been changed"));
    CHECK(elsewhere.get("/work").status == 303);
}

TEST_CASE("the account says who somebody is, which posts they hold, where they are signed in and what happened") {
    Home house;
    REQUIRE(house.doors.invitations.offer_reset(PersonId("teacher"), PersonId("admin")));
    Browser browser(house, "teacher");
    house.sessions.begin(PersonId("teacher"), {}, {"Safari on iPhone", "198.51.100"});
    house.sessions.begin(PersonId("head"), {}, {"Opera on Linux", "198.51.100"});
    const auto page = browser.get("/account");
    CHECK(title_of(page).find("teacher") == std::string::npos);
    for (const auto* words : {"Person teacher", "Class teacher (Fernbank School)", "Safari on iPhone", "This session",
                              "A link for a new password was made, by an administrator"})
        CHECK(shows(page, words));
    CHECK_FALSE(shows(page, "Opera on Linux"));
    CHECK_FALSE(shows(page, browser.cookie()));

    const auto ended = send_with_hidden(browser, page, "/account/sessions/end", {});
    CHECK(location(ended) == "/account?done=session");
    CHECK_FALSE(shows(browser.get("/account"), "Safari on iPhone"));
    Browser other(house, "teacher");
    CHECK(location(browser.post("/account/sessions/end-others", {})) == "/account?done=sessions");
    CHECK(other.get("/work").status == 303);
    CHECK(browser.get("/work").status == 200);
}

TEST_CASE("nobody ends a session of somebody else") {
    Home house;
    Browser teacher(house, "teacher"), head(house, "head");
    const auto theirs = house.sessions.list(PersonId("head"), head.cookie());
    teacher.post("/account/sessions/end", {{"session", theirs.front().id}});
    CHECK(head.get("/work").status == 200);
}

TEST_CASE("five minutes after signing in, what is sensitive asks again, and then leads to where one wanted to go") {
    Home house;
    Browser browser(house);
    sign_in(browser);
    CHECK(browser.get("/account/second-factor").status == 200);
    house.world.clock.pass(std::chrono::minutes{6});
    const auto asked = browser.get("/account/second-factor");
    CHECK(location(asked) == "/confirm-it-is-you?then=%2Faccount%2Fsecond-factor");
    const auto page = browser.get(location(asked));
    CHECK(shows(page, "autocomplete=\"current-password\""));
    const auto wrong = send_with_hidden(browser, page, "/confirm-it-is-you", {{"password", "wrong words here"}});
    CHECK(title_of(wrong).starts_with("Error: "));
    const std::string before = browser.cookie();
    const auto right = send_with_hidden(browser, wrong, "/confirm-it-is-you", {{"password", good_password}});
    CHECK(location(right) == "/account/second-factor");
    CHECK(browser.cookie() != before);
    CHECK_FALSE(house.sessions.find(before));
    CHECK(browser.get("/account/second-factor").status == 200);
}

TEST_CASE("an open form stays good while its session is renewed") {
    Home house;
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get("/account/password");
    house.world.clock.pass(std::chrono::minutes{6});
    const auto asked = browser.get("/confirm-it-is-you");
    send_with_hidden(browser, asked, "/confirm-it-is-you", {{"password", good_password}});
    CHECK(location(send_with_hidden(browser, page, "/account/password",
                                    {{"password", good_password}, {"new-password", "six brown field mice"}})) ==
          "/account?done=password");
}

TEST_CASE("before identity is released the session must be fresh, and the reason that was typed comes back") {
    Home house;
    REQUIRE(house.world.people.set_password(PersonId("keeper"), good_password));
    const std::string path = "/disagreements/" + house.world.raise() + "/identity";
    Browser keeper(house, "keeper");
    const auto page = keeper.get(path);
    REQUIRE(page.status == 200);
    house.world.clock.pass(std::chrono::minutes{6});
    const auto before = events(house);
    const auto asked = send_with_hidden(keeper, page, path, {{"reason", "The panel needs the file"}});
    CHECK(location(asked).starts_with("/confirm-it-is-you?then=%2Fcarry-on%2F"));
    CHECK(events(house) == before);

    const auto question = keeper.get(location(asked));
    const auto proved = send_with_hidden(keeper, question, "/confirm-it-is-you", {{"password", good_password}});
    const auto again = keeper.get(location(proved));
    CHECK(again.status == 200);
    CHECK(shows(again, "The panel needs the file"));
    CHECK(shows(again, "It has not been sent yet"));
    CHECK(events(house) == before);
    CHECK(location(send_with_hidden(keeper, again, path, {{"reason", "The panel needs the file"}})).find("done=identity") !=
          std::string::npos);
    CHECK(events(house) > before);
}

TEST_CASE("what was typed is not lost when the session runs out before it is sent") {
    Home house;
    const std::string path = "/disagreements/" + house.world.raise() + "/act/add_note";
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get(path);
    house.world.clock.pass(std::chrono::minutes{45});
    const auto before = events(house);
    const auto sent = send_with_hidden(browser, page, path, {{"note", app::testing::canary_words}});
    REQUIRE(location(sent).starts_with("/sign-in?then=%2Fcarry-on%2F"));
    CHECK_FALSE(shows(sent, app::testing::canary_words));
    CHECK(location(sent).find(app::testing::canary_words) == std::string::npos);
    const auto door = browser.get(location(sent));
    CHECK(shows(door, "What you had typed is kept"));
    CHECK_FALSE(shows(door, app::testing::canary_words));

    const auto entered = send_with_hidden(browser, door, "/sign-in", {{"email", email}, {"password", good_password}});
    const auto again = browser.get(location(entered));
    CHECK(again.status == 200);
    CHECK(shows(again, app::testing::canary_words));
    CHECK(Browser::hidden(again, "_command") == Browser::hidden(page, "_command"));
    CHECK(events(house) == before);
    CHECK(browser.get(location(entered)).body == again.body);
    CHECK(send_with_hidden(browser, again, path, {{"note", app::testing::canary_words}}).status == 303);
    CHECK(events(house) == before + 1);
}

TEST_CASE("what was typed while raising comes back on its page") {
    Home house;
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get(questions);
    const auto begun = send_with_hidden(browser, page, questions, {{"danger", "no"}});
    const std::string path = location(begun).substr(0, location(begun).rfind('/')) + "/safety";
    const auto asked = browser.get(path);
    house.world.clock.pass(std::chrono::hours{2});
    const auto sent = send_with_hidden(browser, asked, path, {{"safe_now", "no"}, {"protection", "An aunt stays in the evening"}});
    const auto door = browser.get(location(sent));
    const auto entered = send_with_hidden(browser, door, "/sign-in", {{"email", email}, {"password", good_password}});
    const auto again = browser.get(location(entered));
    CHECK(shows(again, "An aunt stays in the evening</textarea>"));
    CHECK(shows(again, "It has not been sent yet"));
    CHECK_FALSE(shows(browser.get(path), "An aunt"));
}

TEST_CASE("the first answer comes back too, before there is a draft") {
    Home house;
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get(questions);
    house.world.clock.pass(std::chrono::hours{2});
    const auto sent = send_with_hidden(browser, page, questions, {{"danger", "yes"}});
    const auto door = browser.get(location(sent));
    const auto entered = send_with_hidden(browser, door, "/sign-in", {{"email", email}, {"password", good_password}});
    const auto again = browser.get(location(entered));
    CHECK(shows(again, "value=\"yes\" checked"));
    CHECK(Browser::hidden(again, "_command") == Browser::hidden(page, "_command"));
    CHECK_FALSE(shows(browser.get("/work"), "Your drafts"));
}

TEST_CASE("what was typed comes back to nobody else, and not after signing out") {
    Home house;
    const std::string path = "/disagreements/" + house.world.raise() + "/act/add_note";
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get(path);
    house.world.clock.pass(std::chrono::minutes{45});
    const auto sent = send_with_hidden(browser, page, path, {{"note", app::testing::canary_words}});
    const std::string carried = http::parse_target(location(sent))->query.get("then").data();
    Browser head(house, "head");
    CHECK(location(head.get(carried)) == "/work");
    Browser teacher(house, "teacher");
    CHECK(shows(teacher.get(carried), app::testing::canary_words));
    teacher.post("/sign-out", {});
    teacher.sign_in("teacher");
    CHECK(location(teacher.get(carried)) == "/work");
    CHECK(location(teacher.get("/carry-on/")) == "/work");
    CHECK(location(teacher.get("/carry-on/nonsense")) == "/work");
}

TEST_CASE("a form from elsewhere, or without the token of the session that ran out, is not kept") {
    Home house;
    const std::string path = "/disagreements/" + house.world.raise() + "/act/add_note";
    Browser browser(house);
    sign_in(browser);
    const auto page = browser.get(path);
    const std::string token = *Browser::hidden(page, "_token");
    house.world.clock.pass(std::chrono::minutes{45});
    CHECK(location(browser.send(browser.posting(path, {{"note", "x"}, {"_token", "other"}}))).find("carry-on") ==
          std::string::npos);
    auto forged = browser.posting(path, {{"note", "x"}, {"_token", token}});
    forged.headers.set("origin", "http://evil.example");
    CHECK(browser.send(forged).status == 403);
    CHECK(house.world.drawers.list("kept-forms", "").empty());
    // Passwords are never kept, nor anything else of the account.
    browser.send(browser.posting("/account/password", {{"password", good_password}, {"_token", token}}));
    CHECK(house.world.drawers.list("kept-forms", "").empty());
}

TEST_CASE("every form of the account needs the token of its own session, and an origin that is ours") {
    Home house;
    house.doors.give_phone("teacher");
    Browser teacher(house, "teacher"), other(house, "teacher");
    const auto before = house.world.ledger.head().size;
    for (const std::string path :
         {"/account/password", "/account/second-factor", "/account/second-factor/off", "/account/recovery-codes",
          "/account/sessions/end", "/account/sessions/end-others", "/confirm-it-is-you", "/sign-out"}) {
        CAPTURE(path);
        const Form own{{"_token", teacher.token()}};
        CHECK(teacher.send(teacher.posting(path, {})).status == 403);
        CHECK(teacher.send(teacher.posting(path, {{"_token", other.token()}})).status == 403);
        CHECK(teacher.send(teacher.posting(path, {{"_token", ""}})).status == 403);
        for (const auto& [name, value] : Form{{"origin", "null"}, {"origin", "http://evil.example"},
                                              {"sec-fetch-site", "cross-site"}, {"sec-fetch-site", "same-site"}}) {
            auto forged = teacher.posting(path, own);
            forged.headers.set(name, value);
            CHECK(teacher.send(forged).status == 403);
        }
        auto bare = teacher.posting(path, own);
        bare.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        CHECK(teacher.send(bare).status == 403);
    }
    CHECK(house.world.ledger.head().size == before);
    CHECK(house.sessions.find(other.cookie()));
}

TEST_CASE("at the open doors, where there is no session yet, the origin decides") {
    Home house;
    const auto link = house.link_for("worker");
    for (const std::string path : {"/sign-in", "/sign-in/code", "/sign-in/persona", "/choose-password"}) {
        Browser nobody(house);
        auto forged = nobody.posting(path, {{"email", email}, {"password", good_password}, {"link", link.substr(22)}});
        forged.headers.set("origin", "null");
        CHECK(nobody.send(forged).status == 403);
        CHECK(nobody.cookie().empty());
        forged.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        CHECK(nobody.send(forged).status == 403);
        forged.headers.set("sec-fetch-site", "cross-site");
        CHECK(nobody.send(forged).status == 403);
    }
    CHECK(house.doors.invitations.find(link.substr(22)));
}

TEST_CASE("a device is told in words, and a network without the last part of an address") {
    CHECK(web::device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0") ==
          "Firefox on Windows");
    CHECK(web::device_of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
                         "Gecko) Version/18.0 Mobile/15E148 Safari/604.1") == "Safari on iPhone");
    CHECK(web::device_of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
                         "Safari/537.36 Edg/140.0.0.0") == "Edge on Windows");
    CHECK(web::device_of("Mozilla/5.0 (X11; CrOS x86_64 1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 "
                         "Safari/537.36") == "Chrome on ChromeOS");
    CHECK(web::device_of("") == "a browser");
    CHECK(web::device_of("<script>alert(1)</script>") == "a browser");
    CHECK(web::network_of("192.0.2.17") == "192.0.2");
    CHECK(web::network_of("2001:db8:7:1::9") == "2001:db8:7");
    CHECK(web::network_of("") == "");
}

TEST_CASE("what was left empty at the door is said of its field; what is wrong, of neither") {
    House house;
    Browser nobody(house);
    const auto empty = nobody.send(nobody.posting("/sign-in", {{"email", " "}, {"password", ""}}));
    CHECK(shows(empty, "href=\"#email\">Enter your email address"));
    CHECK(shows(empty, "href=\"#password\">Enter your password"));
    const auto wrong = nobody.send(nobody.posting("/sign-in", {{"email", "teacher@example.org"}, {"password", "x"}}));
    const auto unknown = nobody.send(nobody.posting("/sign-in", {{"email", "nobody@example.org"}, {"password", "x"}}));
    for (const auto* page : {&wrong, &unknown}) {
        CHECK(page->status == empty.status);
        CHECK(shows(*page, "href=\"#email\">The email address or password is not right"));
        CHECK_FALSE(shows(*page, "Enter your"));
    }
}
