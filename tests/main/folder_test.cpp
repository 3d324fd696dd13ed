// Data folders that are in use, broken, foreign or not ours to write: each is told apart, with what to do.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "main/browser.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using running::run;
using running::Service;

/// A folder with one partnership.
struct Partnership {
    Partnership() {
        const auto added =
            run({"partnership", "add", "--data", data, "--name", "Riverside", "--pack", "medway"});
        REQUIRE_MESSAGE(added.status == 0, added.err);
    }
    testing::TemporaryFolder folder;
    std::string data = (folder.path() / "d").string();
};

Service serve(const std::string& data) {
    return Service({.arguments = {"serve", "--data", data, "--listen", "127.0.0.1:0"}});
}

}  // namespace

TEST_CASE("SIGTERM and SIGINT finish what is under way, and end with status 0") {
    for (const int signal : {SIGTERM, SIGINT}) {
        const testing::TemporaryFolder folder;
        Service service(
            {.arguments = {"serve", "--data", (folder.path() / "new").string(), "--listen", "127.0.0.1:0"}});
        CHECK(running::Browser(service.port()).get("/health/ready").status == 200);
        CHECK(service.stop(signal) == 0);
        CHECK(fs::exists(folder.path() / "new" / "concordat.db"));
    }
}

TEST_CASE("A port that is taken is a fault that says so") {
    const testing::TemporaryFolder folder;
    const Service first(
        {.arguments = {"serve", "--data", (folder.path() / "a").string(), "--listen", "127.0.0.1:0"}});
    const auto second = run({"serve", "--data", (folder.path() / "b").string(), "--listen",
                             "127.0.0.1:" + std::to_string(first.port())});
    CHECK(second.status == 3);
    CHECK(second.err.find("another program listens there already") != std::string::npos);
    CHECK(second.out.empty());
    CHECK_FALSE(fs::exists(folder.path() / "b"));
}

TEST_CASE("What is refused for its words leaves no folder behind") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "new").string();
    const auto unnamed = run({"partnership", "add", "--data", data, "--name", "!!!", "--pack", "north-tyneside"});
    CHECK(unnamed.status == 1);
    CHECK(unnamed.err.find("is not a key") != std::string::npos);
    CHECK(run({"serve", "--data", data, "--listen", "127.0.0.1:99999"}).status != 0);
    CHECK_FALSE(fs::exists(data));
}

TEST_CASE("A word that is no command is named, and so is the one that was meant") {
    const auto bogus = run({"verfy"});
    CHECK(bogus.status == 2);
    CHECK(bogus.err.find("there is no command 'verfy': did you mean 'verify'?") != std::string::npos);
}

TEST_CASE("A folder from which something is missing, or in which something is empty, is not called well") {
    for (const std::string file : {"head", "concordat.db", "keys/keys.db"}) {
        for (const bool emptied : {true, false}) {
            const Partnership partnership;
            const fs::path path = fs::path(partnership.data) / file;
            fs::remove(path.string() + "-wal");
            fs::remove(path.string() + "-shm");
            if (emptied) running::write_file(path, "");
            else fs::remove(path);
            INFO(path);
            const auto doctor = run({"doctor", "--data", partnership.data});
            CHECK(doctor.status == 1);
            CHECK(doctor.out.find("another program") == std::string::npos);
            CHECK(doctor.out.find("read and write permission") == std::string::npos);
            const auto served = run({"serve", "--data", partnership.data, "--listen", "127.0.0.1:0"});
            CHECK(served.status == 3);
            CHECK(fs::exists(path) == emptied);
        }
    }
}

TEST_CASE("A second process that would write in a folder in use is refused; looking is allowed") {
    const Partnership partnership;
    const auto service = serve(partnership.data);
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"serve", "--listen", "127.0.0.1:0"},
          {"rebuild"},
          {"user", "add", "--name", "A B", "--email", "a@b.example", "--no-password"}}) {
        auto arguments = command;
        arguments.insert(arguments.end(), {"--data", partnership.data});
        const auto refused = run(arguments);
        CHECK(refused.status == 1);
        CHECK(refused.err.find("Another process is using the folder") != std::string::npos);
    }
    CHECK(run({"verify", "--data", partnership.data}).status == 0);
    CHECK(run({"directory", "export", "--data", partnership.data, "--what", "posts"}).status == 0);
    const auto doctor = run({"doctor", "--data", partnership.data});
    CHECK_MESSAGE(doctor.status == 0, doctor.out);
    CHECK(doctor.out.find("is writing here") != std::string::npos);
}

TEST_CASE("A folder without an installation is not made by a slip of the pen") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "typo").string();
    for (const std::string command : {"verify", "rebuild"}) {
        const auto refused = run({command, "--data", data});
        CHECK(refused.status == 3);
        CHECK(refused.err.find("There is no installation in the folder") != std::string::npos);
    }
    CHECK(run({"doctor", "--data", data}).status == 1);
    CHECK_FALSE(fs::exists(data));
}

TEST_CASE("A file of another program is left alone") {
    const testing::TemporaryFolder folder;
    const std::string text = "not a database at all, and long enough to be looked at\n";
    running::write_file(folder.path() / "concordat.db", text);
    const auto refused = run({"serve", "--data", folder.path().string(), "--listen", "127.0.0.1:0"});
    CHECK(refused.status == 3);
    CHECK(refused.err.find("concordat.db") != std::string::npos);
    CHECK(running::read_file(folder.path() / "concordat.db") == text);
}

TEST_CASE("A folder that may not be written in is a fault that says what to do") {
    const testing::TemporaryFolder folder;
    REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
    const auto refused = run(running::Start{
        .arguments = {"serve", "--data", (folder.path() / "d").string(), "--listen", "127.0.0.1:0"},
        .as_nobody = true});
    CHECK(refused.status == 3);
    CHECK(refused.err.find("Give the program's user read and write permission") != std::string::npos);
    REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
}

TEST_CASE("verify prints a head, and finds it again later") {
    const Partnership partnership;
    const auto first = run({"verify", "--data", partnership.data});
    CHECK(first.status == 0);
    CHECK(first.out.starts_with("concordat-head "));
    const fs::path head = partnership.folder.path() / "head.txt";
    running::write_file(head, first.out);
    REQUIRE(run({"user", "add", "--data", partnership.data, "--name", "A B", "--email", "a@b.example",
                 "--no-password"})
                .status == 0);
    const auto later = run({"verify", "--data", partnership.data, "--head", head.string()});
    CHECK(later.status == 0);
    CHECK(later.out != first.out);
    running::write_file(head, "concordat-head 2 " + std::string(64, 'a') + "\n");
    CHECK(run({"verify", "--data", partnership.data, "--head", head.string()}).status == 1);
    running::write_file(head, "nonsense\n");
    CHECK(run({"verify", "--data", partnership.data, "--head", head.string()}).status == 1);
}

TEST_CASE("verify and doctor find a changed byte") {
    const Partnership partnership;
    const fs::path ledger = fs::path(partnership.data) / "concordat.db";
    std::string bytes = running::read_file(ledger);
    const auto at = bytes.find("Business manager");
    REQUIRE(at != std::string::npos);
    for (auto found = at; found != std::string::npos; found = bytes.find("Business manager", found + 1))
        bytes[found] = 'b';
    running::write_file(ledger, bytes);
    const auto broken = run({"verify", "--data", partnership.data});
    CHECK(broken.status == 1);
    CHECK(broken.err.find("cannot be believed") != std::string::npos);
    const auto json = run({"verify", "--data", partnership.data, "--json"});
    CHECK(json.status == 1);
    CHECK(json.out.find("\"whole\": false") != std::string::npos);
    CHECK(run({"doctor", "--data", partnership.data}).status == 1);
}

TEST_CASE("doctor finds lists that are not what the ledger gives, and rebuild mends them") {
    const testing::TemporaryFolder folder;
    const std::string data = (folder.path() / "demo").string();
    REQUIRE(run({"demo", "--data", data, "--today", "2026-03-18"}).status == 0);
    const std::string command =
        "sqlite3 '" + data + "/concordat.db' \"delete from rows where view = 'register'\" 2>/dev/null";
    if (std::system(command.c_str()) != 0) {
        MESSAGE("no sqlite3 on this machine, or rows are kept elsewhere: the lists were not harmed");
        return;
    }
    const auto ill = run({"doctor", "--data", data});
    CHECK(ill.status == 1);
    CHECK(ill.out.find("run 'concordat rebuild'") != std::string::npos);
    CHECK(run({"rebuild", "--data", data}).status == 0);
    CHECK(run({"doctor", "--data", data}).status == 0);
}
