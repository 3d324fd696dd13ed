// Getting in for the first time and again: links from the console, opened in a browser over a real socket.
#include <doctest/doctest.h>

#include <chrono>

#include "crypto/one_time_codes.h"
#include "json/json.h"
#include "main/browser.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

using running::Browser;
using running::Page;
using running::run;

const std::string email = "bea@riverside.example";
const std::string first_password = "four plain wooden spoons";

struct Newcomers {
    Newcomers() {
        const auto added = run({"partnership", "add", "--data", data, "--name", "Riverside", "--key", "riverside",
                                "--pack", "north-tyneside"});
        REQUIRE_MESSAGE(added.status == 0, added.err);
    }

    running::Ended user(std::vector<std::string> words) const {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--data", data});
        return run(words);
    }
    /// The path of the link that the command prints.
    std::string link(std::vector<std::string> words) const {
        words.emplace_back("--json");
        const auto ended = user(words);
        REQUIRE_MESSAGE(ended.status == 0, ended.err);
        const auto printed = json::parse(ended.out)->at("link").get_string();
        return printed.substr(printed.find("/choose-password"));
    }
    std::string invitation() const {
        return link({"invite", "--name", "Bea Keeper", "--email", email, "--post", "riverside.business-manager"});
    }
    running::Service serve() const { return running::Service({.arguments = {"serve", "--data", data, "--listen", "127.0.0.1:0"}}); }

    testing::TemporaryFolder folder;
    std::string data = (folder.path() / "d").string();
};

Page choose(Browser& browser, const std::string& link, const std::string& password) {
    const auto page = browser.get(link);
    auto form = Browser::form(page, "/choose-password");
    return browser.send(form.set("password", password));
}

Page sign_in(Browser& browser, const std::string& password) {
    auto form = Browser::form(browser.get("/sign-in"), "/sign-in");
    return browser.send(form.set("email", email).set("password", password));
}

/// The bytes of what an app is given to type.
std::string bytes_of_base32(const std::string& text) {
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        held = held << 5 | static_cast<std::uint32_t>(letters.find(c));
        if ((bits += 5) < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    return bytes;
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const auto begin = text.find(before) + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

}  // namespace

TEST_CASE("somebody is invited at the console, chooses a password in a browser, and signs in with it") {
    const Newcomers house;
    const auto link = house.invitation();
    const auto service = house.serve();
    Browser browser(service.port());
    CHECK(browser.get(link).says("Bea Keeper"));
    const auto page = choose(browser, link, first_password);
    CHECK(page.path == "/work");
    CHECK(page.says("Your account"));
    Browser later(service.port());
    CHECK(later.get(link).status == 404);
    CHECK(sign_in(later, first_password).path == "/work");
}

TEST_CASE("a reset at the console ends every session, and its link makes the old password useless") {
    const Newcomers house;
    const auto link = house.invitation();
    {
        const auto service = house.serve();
        Browser browser(service.port());
        REQUIRE(choose(browser, link, first_password).path == "/work");
    }
    const auto reset = house.link({"reset", "--person", email});
    const auto service = house.serve();
    Browser again(service.port());
    REQUIRE(choose(again, reset, "six brown field mice").path == "/work");
    Browser other(service.port());
    CHECK(sign_in(other, first_password).says("There is a problem"));
    CHECK(sign_in(other, "six brown field mice").path == "/work");
    CHECK(other.get("/account").says("A link for a new password was made, by an administrator"));
}

TEST_CASE("the code that an app makes from the key of the page turns the second factor on, and is asked for") {
    const Newcomers house;
    const auto link = house.invitation();
    const auto service = house.serve();
    Browser browser(service.port());
    choose(browser, link, first_password);
    const auto page = browser.get("/account/second-factor");
    const auto secret = bytes_of_base32(between(page.body, "?secret=", "&"));
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto step = std::chrono::duration_cast<std::chrono::seconds>(now).count() / 30;
    auto form = Browser::form(page, "/account/second-factor");
    const auto codes = browser.send(form.set("code", crypto::hotp(secret, step, 6)));
    REQUIRE_MESSAGE(codes.says("Your second factor is on"), codes.body);

    Browser later(service.port());
    const auto question = sign_in(later, first_password);
    REQUIRE(question.says("Enter a code"));
    auto answer = Browser::form(question, "/sign-in/code");
    CHECK(later.send(answer.set("code", crypto::hotp(secret, step, 6))).says("There is a problem"));
    CHECK(later.send(answer.set("code", crypto::hotp(secret, step + 1, 6))).path == "/work");
}

TEST_CASE("what the console cannot do it says, and who is unknown or has a password already is not invited") {
    const Newcomers house;
    CHECK(house.user({"invite", "--email", "new@riverside.example"}).status == 1);
    CHECK(house.user({"invite", "--email", "new@riverside.example", "--name", "N", "--post", "no.such"}).status == 1);
    CHECK(house.user({"reset", "--person", "nobody@riverside.example"}).status == 1);
    CHECK(house.user({"sign-out", "--person", "nobody"}).status == 1);
    CHECK(house.user({"invite"}).status == 2);
    const auto first = house.invitation();
    const auto second = house.link({"invite", "--email", email});
    CHECK(first != second);
    CHECK(house.user({"sign-out", "--person", email}).status == 0);
    const auto printed = house.user({"reset", "--person", email, "--second-factor", "--address", "https://c.example"});
    CHECK(printed.status == 0);
    CHECK(printed.out.starts_with("https://c.example/choose-password?link="));
    const auto service = house.serve();
    Browser browser(service.port());
    CHECK(browser.get(first).status == 404);
    CHECK(browser.get(second).status == 404);
    CHECK(choose(browser, printed.out.substr(17, printed.out.find('\n') - 17), first_password).path == "/work");
}
