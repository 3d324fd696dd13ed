#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "sqlite/kept_folder.h"

namespace {

using testing::Meddler;
using testing::refusal;

bool says(const std::string& message, const std::string& words) {
    INFO(message);
    return message.find(words) != std::string::npos;
}

/// What `work` answers in a process of its own: 0 to 255.
int elsewhere(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

mode_t mode_of(const std::filesystem::path& path) {
    struct stat about = {};
    REQUIRE(stat(path.c_str(), &about) == 0);
    return about.st_mode & 0777;
}

}  // namespace

TEST_CASE("a new folder is made, with everything in it for its owner only") {
    const testing::TemporaryFolder folder;
    const auto root = folder.path() / "some" / "data";
    const auto kept = sqlite::SqliteStore::open(root);
    REQUIRE(kept->append(contract::command("a", 0, "c1")));
    CHECK(mode_of(root) == 0700);
    CHECK(mode_of(root / "keys") == 0700);
    for (const char* file :
         {"concordat.db", "concordat.db-wal", "head", "lock", "keys/keys.db", "keys/keys.db-wal"})
        CHECK(mode_of(root / file) == 0600);
}

TEST_CASE("a second process that would write is refused; one that reads is let in") {
    const testing::TemporaryFolder folder;
    const auto kept = sqlite::SqliteStore::open(folder.path());
    REQUIRE(kept->append(contract::command("a", 0, "c1")));
    CHECK(says(refusal(folder.path()), "Another process is using the folder"));
    CHECK(elsewhere([&] { return refusal(folder.path()).empty() ? 1 : 7; }) == 7);
    const auto read_beside = [&] {
        const auto reader = sqlite::SqliteStore::open_read_only(folder.path());
        const bool same = reader->read(store::StreamId("a"), store::Revision(0)).size() == 1 &&
                          reader->find_key("key-c1") && !reader->verify(std::nullopt).broken;
        return same ? 7 : 1;
    };
    CHECK(elsewhere(read_beside) == 7);
    CHECK(read_beside() == 7);
    CHECK(kept->append(contract::command("a", 1, "c2")));
}

TEST_CASE("a folder that was given up can be opened again, by whoever comes") {
    const testing::TemporaryFolder folder;
    for (int i = 0; i < 3; ++i) {
        const auto kept = sqlite::SqliteStore::open(folder.path());
        CHECK(kept->append(contract::command("a", i, "c" + std::to_string(i))));
    }
}

TEST_CASE("who opened for reading cannot write") {
    const testing::TemporaryFolder folder;
    testing::write_entries(folder.path(), 2);
    const auto reader = sqlite::SqliteStore::open_read_only(folder.path());
    CHECK_THROWS_AS(reader->append(contract::command("a", 1, "late")), store::Fault);
    CHECK_THROWS_AS(reader->put("d", {"k", "", {}}), store::Fault);
    CHECK(reader->head().size == 2);
}

TEST_CASE("the ledger can be read and verified without its keys, and is not written without them") {
    const testing::TemporaryFolder folder;
    const auto head = testing::write_entries(folder.path(), 2);
    std::filesystem::remove_all(folder.path() / "keys");
    CHECK_FALSE(testing::verify(folder.path(), head).broken);
    CHECK(says(refusal(folder.path()), "Restore the backup of the folder \"keys\""));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "keys" / "keys.db"));
}

TEST_CASE("a file that is no database, or another program's, or a later version's, is refused") {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "concordat.db";
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(says(refusal(folder.path()), "not a database"));
    std::filesystem::remove(file);
    {
        Meddler other(file);
        other.run("CREATE TABLE theirs (x)");
    }
    CHECK(says(refusal(folder.path()), "another program"));
    std::filesystem::remove(file);
    testing::write_entries(folder.path(), 1);
    for (const std::string name : {"concordat.db", "keys/keys.db"}) {
        Meddler(folder.path() / name).run("PRAGMA user_version = 2");
        CHECK(says(refusal(folder.path()), "later version"));
        Meddler(folder.path() / name).run("PRAGMA user_version = 1");
    }
    CHECK(refusal(folder.path()).empty());
    std::filesystem::rename(folder.path() / "keys" / "keys.db", file);
    CHECK(says(refusal(folder.path()), "keys.db\" is missing"));
    CHECK_THROWS_AS(sqlite::SqliteStore::open_read_only(folder.path()), store::Fault);
}

TEST_CASE("a folder without a ledger has nothing to read") {
    const testing::TemporaryFolder folder;
    CHECK_THROWS_AS(sqlite::SqliteStore::open_read_only(folder.path()), store::Fault);
    CHECK_THROWS_AS(sqlite::SqliteStore::open_read_only(folder.path() / "nowhere"), store::Fault);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a folder in which one may not write is refused with the remedy") {
    const testing::TemporaryFolder folder;
    testing::write_entries(folder.path(), 1);
    REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
    const auto refused = [&] {
        // Whoever runs the tests as root would be let in anywhere.
        if (geteuid() == 0 && setuid(65534) != 0) return 1;
        return refusal(folder.path()).find("read and write permission") == std::string::npos ? 2 : 7;
    };
    CHECK(elsewhere(refused) == 7);
    REQUIRE(chmod(folder.path().c_str(), 0700) == 0);
    CHECK(says(refusal("/proc/nowhere/data"), "permission"));
}

TEST_CASE("a ledger without its head is refused, until the head is put back") {
    const testing::TemporaryFolder folder;
    const auto head = testing::write_entries(folder.path(), 3);
    std::filesystem::remove(folder.path() / "head");
    CHECK(says(refusal(folder.path()), "\"head\" is missing"));
    std::ofstream(folder.path() / "head") << ledger::to_text(head) << "\n";
    CHECK(refusal(folder.path()).empty());
}

TEST_CASE("a head that is older than the ledger, as after a power cut, is caught up with") {
    const testing::TemporaryFolder folder;
    testing::write_entries(folder.path(), 3);
    std::filesystem::copy(folder.path() / "head", folder.path() / "older");
    {
        const auto kept = sqlite::SqliteStore::open(folder.path());
        REQUIRE(kept->append(contract::command("a", 2, "later")));
    }
    std::filesystem::rename(folder.path() / "older", folder.path() / "head");
    CHECK_FALSE(testing::verify(folder.path()).broken);
    CHECK(refusal(folder.path()).empty());
    std::ifstream file(folder.path() / "head");
    std::string line;
    std::getline(file, line);
    CHECK(ledger::parse_head(line)->size == 4);
}

TEST_CASE("a copy that may not be written in can still be looked into") {
    const testing::TemporaryFolder folder;
    testing::write_entries(folder.path(), 3);
    const auto protect = [&](mode_t mode) {
        for (const auto& path : {folder.path() / "keys", folder.path()}) REQUIRE(chmod(path.c_str(), mode) == 0);
    };
    REQUIRE(chmod(folder.path().parent_path().c_str(), 0755) == 0);
    protect(0755);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        if (entry.is_regular_file()) REQUIRE(chmod(entry.path().c_str(), 0444) == 0);
    }
    protect(0555);
    const auto as_nobody = [&] {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 1;
        try {
            return sqlite::SqliteStore::open_read_only(folder.path())->verify(std::nullopt).broken ? 2 : 7;
        } catch (const store::Fault&) {
            return 3;
        }
    };
    CHECK(elsewhere(as_nobody) == 7);
    protect(0755);
}
