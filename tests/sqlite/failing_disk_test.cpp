// A disk that fails at the n-th call, for every n until none is left; and one that is full.
#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <atomic>
#include <cerrno>

#include "sqlite/kept_folder.h"

namespace {

/// Which calls fail, from the `after`-th on, and with what.
struct Plan {
    enum class Call { None, Write, Sync } call = Call::None;
    int after = 0;
    bool for_ever = false;
    int error = EIO;
};

Plan plan;
std::atomic<int> calls = 0;

bool fails(Plan::Call call) {
    if (plan.call != call) return false;
    const int number = ++calls;
    if (number != plan.after && !(plan.for_ever && number > plan.after)) return false;
    errno = plan.error;
    return true;
}

ssize_t write_or_fail(int file, const void* bytes, size_t count, off64_t at) {
    return fails(Plan::Call::Write) ? -1 : pwrite64(file, bytes, count, at);
}

}  // namespace

// SQLite's library finds this one before the C library's.
extern "C" int fdatasync(int file) {
    return fails(Plan::Call::Sync) ? -1 : static_cast<int>(syscall(SYS_fdatasync, file));
}

namespace {

/// While it lives, SQLite's calls to the disk go by the plan.
class FailingDisk {
public:
    explicit FailingDisk(const Plan& what) {
        sqlite3_vfs* disk = sqlite3_vfs_find(nullptr);
        for (const char* call : {"pwrite", "pwrite64"})
            disk->xSetSystemCall(disk, call, reinterpret_cast<sqlite3_syscall_ptr>(write_or_fail));
        calls = 0;
        plan = what;
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk() {
        plan = {};
        sqlite3_vfs* disk = sqlite3_vfs_find(nullptr);
        for (const char* call : {"pwrite", "pwrite64"}) disk->xSetSystemCall(disk, call, nullptr);
    }

    bool failed() const { return calls >= plan.after; }
};

/// Writes so many commands in a folder, and says which were acknowledged. A store that has failed
/// once must go on failing.
std::vector<int> write_commands(const std::filesystem::path& folder, int count) {
    std::vector<int> acknowledged;
    try {
        const auto kept = sqlite::SqliteStore::open(folder, {4, {64, 8, 16}});
        bool broken = false;
        for (int i = 0; i < count; ++i) {
            try {
                if (kept->append(contract::command("a", static_cast<std::int64_t>(acknowledged.size()),
                                                   std::to_string(i))))
                    acknowledged.push_back(i);
                CHECK_FALSE(broken);
            } catch (const store::Fault& fault) {
                CHECK_FALSE(fault.remedy().empty());
                broken = true;
            }
        }
    } catch (const store::Fault& fault) {
        CHECK_FALSE(fault.remedy().empty());
    }
    return acknowledged;
}

void check_kept(const std::filesystem::path& folder, const std::vector<int>& acknowledged) {
    const auto kept = sqlite::SqliteStore::open(folder);
    CHECK_FALSE(kept->verify(std::nullopt).broken);
    const auto events = kept->read(store::StreamId("a"), store::Revision(0));
    REQUIRE(events.size() >= acknowledged.size());
    for (std::size_t i = 0; i < acknowledged.size(); ++i)
        CHECK(events[i].envelope == contract::event(std::to_string(acknowledged[i])));
    for (const auto& event : events) CHECK(kept->find_key(event.envelope.sealed[0].key_id));
    CHECK(kept->append(contract::command("b", 0, "afterwards")));
}

/// The whole life of a store with its n-th call failing, for n = 1, 2, 3 … Says how many failed.
int fail_each_call(Plan what) {
    constexpr int calls_max = 2000;
    for (what.after = 1; what.after < calls_max; ++what.after) {
        INFO("call ", what.after);
        const testing::TemporaryFolder folder;
        std::vector<int> acknowledged;
        bool failed = false;
        {
            const FailingDisk disk(what);
            acknowledged = write_commands(folder.path(), 12);
            failed = disk.failed();
        }
        check_kept(folder.path(), acknowledged);
        if (!failed) {
            CHECK(acknowledged.size() == 12);
            return what.after - 1;
        }
    }
    return calls_max;
}

struct Heard {
    int acknowledged = 0;
    bool fault = false;
};

/// In a process of its own, with a disk or a limit that `prepare` sets: appends until it fails.
Heard append_until_full(const std::filesystem::path& folder, const std::function<void()>& prepare) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        prepare();
        Heard heard;
        try {
            const auto kept = sqlite::SqliteStore::open(folder);
            for (int i = 0; i < 5000 && kept->append(contract::command("a", i, std::to_string(i))); ++i)
                ++heard.acknowledged;
        } catch (const store::Fault&) {
            heard.fault = true;
        }
        _exit(write(ends[1], &heard, sizeof heard) == sizeof heard ? 0 : 1);
    }
    close(ends[1]);
    Heard heard;
    CHECK(read(ends[0], &heard, sizeof heard) == sizeof heard);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    return heard;
}

std::vector<int> first(int count) {
    std::vector<int> numbers;
    for (int i = 0; i < count; ++i) numbers.push_back(i);
    return numbers;
}

}  // namespace

TEST_CASE("whichever sync fails, nothing acknowledged is lost, and nothing is acknowledged after it") {
    CHECK(fail_each_call({Plan::Call::Sync, 0, false, EIO}) > 24);
    CHECK(fail_each_call({Plan::Call::Sync, 0, true, EIO}) > 24);
}

TEST_CASE("whichever write fails, nothing acknowledged is lost, and nothing is acknowledged after it") {
    CHECK(fail_each_call({Plan::Call::Write, 0, false, EIO}) > 48);
    CHECK(fail_each_call({Plan::Call::Write, 0, true, ENOSPC}) > 48);
}

TEST_CASE("a file that may not grow ends in a fault, and keeps what was acknowledged") {
    const testing::TemporaryFolder folder;
    const Heard heard = append_until_full(folder.path(), [] {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{700'000, 700'000};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    CHECK(heard.fault);
    CHECK(heard.acknowledged > 5);
    check_kept(folder.path(), first(heard.acknowledged));
}

TEST_CASE("a full disk ends in a fault, and keeps what was acknowledged") {
    const testing::TemporaryFolder folder;
    if (mount("none", folder.path().c_str(), "tmpfs", 0, "size=1m") != 0) {
        MESSAGE("no disk may be mounted here; the variant with a file that may not grow was run");
        return;
    }
    const Heard heard = append_until_full(folder.path() / "data", [] {});
    CHECK(heard.fault);
    CHECK(heard.acknowledged > 5);
    REQUIRE(mount("none", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=20m") == 0);
    check_kept(folder.path() / "data", first(heard.acknowledged));
    CHECK(umount(folder.path().c_str()) == 0);
}
