// A writing process that is killed in the middle of its work, again and again.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>

#include <atomic>
#include <set>

#include "sqlite/kept_folder.h"

namespace {

/// What a child says of one command, in one write that a pipe does not tear.
struct Acknowledged {
    int round;
    int thread;
    int number;
};

store::Append nth_command(int round, int thread, int number) {
    const std::string stream = std::to_string(round) + "/" + std::to_string(thread);
    return contract::command(stream, number, stream + "/" + std::to_string(number));
}

/// Writes until it is killed.
[[noreturn]] void write_for_ever(const std::filesystem::path& folder, int round, int pipe) {
    const auto kept = sqlite::SqliteStore::open(folder, {4, {64, 40, 120}});
    contract::together(6, [&](int thread) {
        for (int number = 0;; ++number) {
            if (!kept->append(nth_command(round, thread, number))) _exit(1);
            const Acknowledged acknowledged{round, thread, number};
            if (write(pipe, &acknowledged, sizeof acknowledged) != sizeof acknowledged) _exit(2);
            if (number % 7 == 0) kept->destroy_key("key-" + std::to_string(round) + "/0/0");
            if (number % 11 == 0) kept->put("drafts", {std::to_string(number), "body", {}});
        }
    });
    _exit(3);
}

/// Kills a writer after it has acknowledged so many, and returns all that it acknowledged.
std::vector<Acknowledged> kill_after(std::size_t count, const std::filesystem::path& folder, int round) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) write_for_ever(folder, round, ends[1]);
    close(ends[1]);
    std::vector<Acknowledged> heard;
    Acknowledged next;
    while (read(ends[0], &next, sizeof next) == sizeof next) {
        heard.push_back(next);
        if (heard.size() == count) kill(child, SIGKILL);
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    return heard;
}

}  // namespace

TEST_CASE(
    "a writer killed twenty times under load has kept every command it acknowledged, and whole ones only") {
    const testing::TemporaryFolder folder;
    std::vector<Acknowledged> heard;
    for (int round = 0; round < 20; ++round) {
        const auto now = kill_after(static_cast<std::size_t>(1 + round * 13), folder.path(), round);
        heard.insert(heard.end(), now.begin(), now.end());
        CHECK_FALSE(testing::verify(folder.path()).broken);
        const auto kept = sqlite::SqliteStore::open(folder.path());
        CHECK_FALSE(kept->verify(std::nullopt).broken);
        for (const Acknowledged& one : heard) {
            const auto command = nth_command(one.round, one.thread, one.number);
            const auto again = kept->append(command);
            REQUIRE(again);
            CHECK(again->repeated);
            const auto events = kept->read(command.stream, store::Revision(one.number));
            REQUIRE(!events.empty());
            CHECK(events[0].envelope == command.events[0]);
            CHECK(kept->find_key(command.keys[0].id));
        }
        // Nothing is half there: each event has its row, its notice and its key.
        std::size_t entries = 0;
        std::set<std::string> streams;
        kept->each(store::Position(0), [&](const store::Stored& stored) {
            ++entries;
            streams.insert(stored.stream.get());
            CHECK(kept->find_key(stored.envelope.sealed[0].key_id));
        });
        CHECK(kept->pending_notices(entries + 10).size() == entries);
        CHECK(kept->count("register", std::nullopt) == streams.size());
    }
    CHECK(heard.size() > 2000);
}
