// The demo: whole, of every kind, the same each time, and ready to be walked through.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <set>

#include "json/json.h"
#include "main/browser.h"
#include "main/data_folder.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using running::Browser;
using running::run;

const std::string today = "2026-03-18";

json::Value make(const std::string& data) {
    const auto made = run({"demo", "--data", data, "--today", today, "--json"});
    REQUIRE_MESSAGE(made.status == 0, made.err);
    return *json::parse(made.out);
}

struct Opened {
    std::unique_ptr<program::DataFolder> folder;
    std::vector<store::Stored> entries;
};

Opened open(const std::string& data) {
    Opened opened{program::DataFolder::look_into(data), {}};
    opened.folder->ledger().each(store::Position{0},
                                 [&](const store::Stored& stored) { opened.entries.push_back(stored); });
    return opened;
}

std::set<std::string> types(const Opened& opened) {
    std::set<std::string> found;
    for (const auto& entry : opened.entries) found.insert(entry.envelope.type);
    return found;
}

}  // namespace

TEST_CASE("The demo is whole: it verifies, and doctor has nothing to say against it") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "demo").string();
    const auto began = std::chrono::steady_clock::now();
    const auto summary = make(data);
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    MESSAGE("made in " << took.count() << " ms");
    CHECK(took < std::chrono::seconds(60));
    CHECK(summary.at("partnerships").get_array().size() == 5);
    CHECK(summary.at("disagreements").get_int() >= 60);
    CHECK(summary.at("people").get_int() >= 125);
    CHECK(run({"verify", "--data", data}).status == 0);
    const auto doctor = run({"doctor", "--data", data});
    CHECK_MESSAGE(doctor.status == 0, doctor.out);

    const auto opened = open(data);
    CHECK(opened.entries.front().envelope.type.find("demo") != std::string::npos);
    const auto found = types(opened);
    for (const std::string happening :
         {"raised", "escalated", "breached", "danger-declared", "referral-made", "dissented", "settled",
          "closed", "handed-over", "withdrawn", "convened", "held", "decided", "offer-made",
          "went-up-the-line", "form-submitted", "lesson-drawn", "point-added", "role-named"}) {
        CHECK_MESSAGE(found.contains("disagreement." + happening), happening);
    }
}

TEST_CASE("The demo of one day is the same each time, but for keys") {
    const testing::TemporaryFolder folder;
    make((folder.path() / "a").string());
    make((folder.path() / "b").string());
    const auto first = open((folder.path() / "a").string());
    const auto second = open((folder.path() / "b").string());
    REQUIRE(first.entries.size() == second.entries.size());
    for (std::size_t i = 0; i < first.entries.size(); ++i) {
        const auto& [left, right] = std::pair(first.entries[i], second.entries[i]);
        REQUIRE(left.stream == right.stream);
        REQUIRE(left.envelope.type == right.envelope.type);
        REQUIRE(left.envelope.open == right.envelope.open);
    }
}

TEST_CASE("A folder that exists is refused, and a demo that fails leaves none") {
    const testing::TemporaryFolder folder;
    const auto refused = run({"demo", "--data", folder.path().string()});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("exists already") != std::string::npos);
    CHECK(run({"demo", "--data", (folder.path() / "d").string(), "--today", "tomorrow"}).status == 1);
    CHECK_FALSE(fs::exists(folder.path() / "d"));
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("A demo of today leaves the service nothing to catch up with") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "demo").string() + "/";
    const auto made = run({"demo", "--data", data, "--json"});
    REQUIRE_MESSAGE(made.status == 0, made.err);
    running::Service service({.arguments = {"serve", "--data", data, "--listen", "127.0.0.1:0"}});
    CHECK(Browser(service.port()).get("/health/ready").status == 200);
    CHECK(service.stop(SIGTERM) == 0);
    CHECK(static_cast<std::int64_t>(open(data).entries.size()) ==
          json::parse(made.out)->at("entries").get_int());
}

TEST_CASE("In a demo somebody signs in without a password and sees their work; elsewhere nobody does") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "demo").string();
    const auto summary = make(data);
    const std::string person = summary.at("partnerships")
                                   .get_array()
                                   .front()
                                   .at("people")
                                   .get_array()
                                   .front()
                                   .at("person")
                                   .get_string();
    running::Service service({.arguments = {"serve", "--data", data, "--listen", "127.0.0.1:0"}});
    MESSAGE("ready after " << service.ready_after_ms() << " ms");
    Browser browser(service.port());
    const auto page = browser.get("/sign-in");
    CHECK(page.says(person));
    auto form = Browser::form(page, "/sign-in/persona");
    std::erase_if(form.fields, [](const auto& field) { return field.first == "person"; });
    form.fields.emplace_back("person", person);
    const auto work = browser.send(form);
    CHECK_MESSAGE(work.says("Sign out"), work.body);

    const auto link = work.body.find("\"/disagreements/");
    REQUIRE(link != std::string::npos);
    const auto path = work.body.substr(link + 1, work.body.find('"', link + 1) - link - 1);
    CHECK(browser.get(path + "/record.pdf").body.starts_with("%PDF-1.7"));
    CHECK(service.stop(SIGTERM) == 0);
    const std::string file = (folder.path() / "record.pdf").string();
    const auto record = run({"record", path.substr(path.rfind('/') + 1), "--data", data, "--as", person, "-o", file});
    CHECK_MESSAGE(record.status == 0, record.err);
    CHECK(running::read_file(file).starts_with("%PDF-1.7"));

    const std::string plain = (folder.path() / "plain").string();
    REQUIRE(run({"partnership", "add", "--data", plain, "--name", "Plain", "--pack", "medway"}).status == 0);
    REQUIRE(run({"user", "add", "--data", plain, "--name", "A B", "--email", "a@b.example", "--no-password"})
                .status == 0);
    const running::Service elsewhere({.arguments = {"serve", "--data", plain, "--listen", "127.0.0.1:0"}});
    CHECK_FALSE(Browser(elsewhere.port()).get("/sign-in").says("/sign-in/persona"));
    running::Form forged{
        .action = "/sign-in/persona", .fields = {{"person", person}, {"then", "/work"}}, .choices = {}};
    CHECK_FALSE(Browser(elsewhere.port()).send(forged).says("Sign out"));
}
