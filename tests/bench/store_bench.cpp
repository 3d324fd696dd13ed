// How many commands a second are made durable, beside raw sqlite3 making the same changes.
// store_bench [seconds for each pass]: JSON lines {name, value, unit, ratio, beside}.
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <latch>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "sqlite/sqlite_store.h"
#include "store/temporary_folder.h"

namespace {

using Clock = std::chrono::steady_clock;
constexpr int streams = 1000;
constexpr int rounds = 3;

struct Pass {
    double per_second = 0;
    std::vector<double> latencies_ms;
};

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// One event of about 600 bytes, three rows, one notice, one key.
store::Append command(int stream, std::int64_t revision) {
    const std::string id = std::to_string(stream) + "/" + std::to_string(revision);
    const std::string name = "disagreement-" + std::to_string(stream);
    store::Append append{store::StreamId(name), store::Revision(revision), store::CommandId("command-" + id),
                         std::string(64, 'd'), "{}"};
    append.events = {{"Answered",
                      1,
                      std::string(300, 'o'),
                      {{"reason", store::FieldClass::Narrative, "key-" + id, std::string(300, 'c')}}}};
    append.notices = {
        {"notice-" + id, "answered", "post-" + std::to_string(stream % 50), std::string(100, 'n')}};
    std::vector<store::ViewRow> rows;
    for (const char* view : {"register", "duties", "mine"})
        rows.push_back(
            {view, name, "agency-" + std::to_string(stream % 20), "2026-12-04", std::string(200, 'v')});
    append.views = std::move(rows);
    append.keys = {{"key-" + id, name, store::FieldClass::Narrative, "class-" + name, std::string(72, 'w')}};
    return append;
}

/// The same changes by prepared statements in one thread: nothing is looked up, hashed or answered.
class Raw {
public:
    Raw(const std::filesystem::path& folder, bool keys_apart) : keys_apart_(keys_apart) {
        sqlite::SqliteStore::open(folder);  // for the tables
        open(folder / "concordat.db", ledger_);
        open(keys_apart ? folder / "keys" / "keys.db" : folder / "concordat.db", keys_);
        if (!keys_apart)
            run(ledger_,
                "CREATE TABLE keys (id TEXT PRIMARY KEY, stream TEXT NOT NULL, class INTEGER NOT NULL, under "
                "TEXT "
                "NOT NULL, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID; CREATE INDEX keys_of_stream ON keys "
                "(stream, class)");
        sqlite3* keys = keys_apart ? keys_ : ledger_;
        event_ = prepare(ledger_, "INSERT INTO entries VALUES (?, ?, ?, ?, 1, ?, ?, ?)");
        command_ = prepare(ledger_, "INSERT INTO commands VALUES (?, ?, ?, ?, ?)");
        clear_ = prepare(ledger_, "DELETE FROM rows WHERE stream = ?");
        row_ = prepare(ledger_, "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)");
        notice_ = prepare(ledger_, "INSERT INTO notices (id, kind, recipient, body) VALUES (?, ?, ?, ?)");
        key_ = prepare(keys, "INSERT INTO keys VALUES (?, ?, 1, ?, ?)");
    }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    ~Raw() {
        for (sqlite3_stmt* statement : {event_, command_, clear_, row_, notice_, key_})
            sqlite3_finalize(statement);
        sqlite3_close(ledger_);
        sqlite3_close(keys_);
    }

    Pass run_for(double seconds, int batch) {
        Pass pass;
        int done = 0;
        const auto start = Clock::now();
        while (ms_since(start) < seconds * 1000) {
            const auto began = Clock::now();
            run(ledger_, "BEGIN IMMEDIATE");
            if (keys_apart_) run(keys_, "BEGIN");
            for (int i = 0; i < batch; ++i) write(next());
            if (keys_apart_) run(keys_, "COMMIT");
            run(ledger_, "COMMIT");
            pass.latencies_ms.push_back(ms_since(began));
            done += batch;
        }
        pass.per_second = done / ms_since(start) * 1000;
        return pass;
    }

private:
    static void open(const std::filesystem::path& path, sqlite3*& file) {
        if (sqlite3_open(path.c_str(), &file) != SQLITE_OK) throw std::runtime_error("cannot open");
        run(file, "PRAGMA synchronous=FULL");
    }
    static void run(sqlite3* file, const char* sql) {
        if (sqlite3_exec(file, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(file));
    }
    static sqlite3_stmt* prepare(sqlite3* file, const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(file, sql, -1, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(file));
        return statement;
    }

    store::Append next() {
        const auto number = position_ % streams;
        return command(static_cast<int>(number), position_ / streams);
    }

    struct Bind {
        sqlite3_stmt* statement;
        int at = 0;
        Bind& text(const std::string& value) {
            sqlite3_bind_text(statement, ++at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
            return *this;
        }
        Bind& blob(const std::string& value) {
            sqlite3_bind_blob(statement, ++at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
            return *this;
        }
        Bind& number(std::int64_t value) {
            sqlite3_bind_int64(statement, ++at, value);
            return *this;
        }
        void run() {
            if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error("a raw statement failed");
            sqlite3_reset(statement);
        }
    };

    void write(const store::Append& append) {
        const std::string& stream = append.stream.get();
        const std::int64_t revision = append.expected.get() + 1;
        const store::Envelope& event = append.events[0];
        const std::string leaf(32, 'l');
        Bind{event_}
            .number(position_)
            .text(stream)
            .number(revision)
            .text(event.type)
            .text(event.open)
            .blob(event.sealed[0].ciphertext)
            .blob(leaf)
            .run();
        Bind{command_}
            .text(append.command.get())
            .text(append.digest)
            .number(revision)
            .number(position_)
            .text(append.answer)
            .run();
        Bind{clear_}.text(stream).run();
        for (const store::ViewRow& row : *append.views)
            Bind{row_}
                .text(row.view)
                .text(row.key)
                .text(row.owner)
                .text(row.sort)
                .text(stream)
                .text(row.body)
                .run();
        const store::Notice& notice = append.notices[0];
        Bind{notice_}.text(notice.id).text(notice.kind).text(notice.recipient).text(notice.body).run();
        const store::WrappedKey& key = append.keys[0];
        Bind{key_}.text(key.id).text(stream).text(key.under).blob(key.wrapped).run();
        ++position_;
    }

    bool keys_apart_;
    std::int64_t position_ = 0;
    sqlite3* ledger_ = nullptr;
    sqlite3* keys_ = nullptr;
    sqlite3_stmt* event_ = nullptr;
    sqlite3_stmt* command_ = nullptr;
    sqlite3_stmt* clear_ = nullptr;
    sqlite3_stmt* row_ = nullptr;
    sqlite3_stmt* notice_ = nullptr;
    sqlite3_stmt* key_ = nullptr;
};

/// Ours, with so many callers at once, each with streams of its own.
class Ours {
public:
    explicit Ours(const std::filesystem::path& folder)
        : kept_(sqlite::SqliteStore::open(folder)), revisions_(streams) {}

    Pass run_for(double seconds, int callers) {
        Pass pass;
        std::vector<std::vector<double>> latencies(static_cast<std::size_t>(callers));
        std::latch start(callers + 1);
        Clock::time_point began;
        {
            std::vector<std::jthread> running;
            for (int caller = 0; caller < callers; ++caller)
                running.emplace_back([&, caller] {
                    start.arrive_and_wait();
                    call_for(seconds, caller, callers, latencies[static_cast<std::size_t>(caller)]);
                });
            began = Clock::now();
            start.arrive_and_wait();
        }
        const double elapsed = ms_since(began);
        for (const auto& one : latencies)
            pass.latencies_ms.insert(pass.latencies_ms.end(), one.begin(), one.end());
        pass.per_second = static_cast<double>(pass.latencies_ms.size()) / elapsed * 1000;
        return pass;
    }

private:
    void call_for(double seconds, int caller, int callers, std::vector<double>& latencies) {
        const auto start = Clock::now();
        for (int stream = caller; ms_since(start) < seconds * 1000; stream += callers) {
            if (stream >= streams) stream = caller;
            auto append = command(stream, revisions_[static_cast<std::size_t>(stream)]++);
            const auto began = Clock::now();
            if (!kept_->append(std::move(append))) throw std::runtime_error("an append was refused");
            latencies.push_back(ms_since(began));
        }
    }

    std::unique_ptr<sqlite::SqliteStore> kept_;
    std::vector<std::int64_t> revisions_;
};

void print(const std::string& name, double value, const char* unit, double beside, const std::string& what) {
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"ratio\":%.2f,\"beside\":\"%s: %.3f\"}\n",
                name.c_str(), value, unit, beside > 0 ? value / beside : 0.0, what.c_str(), beside);
}

/// The passes alternate, so that a busy disk is busy for all.
void compare(int callers, double seconds) {
    const auto disk = std::filesystem::temp_directory_path();
    const testing::TemporaryFolder ours_folder(disk);
    const testing::TemporaryFolder two_folder(disk);
    const testing::TemporaryFolder one_folder(disk);
    Ours ours(ours_folder.path());
    Raw two_files(two_folder.path(), true);
    Raw one_file(one_folder.path(), false);
    std::vector<double> rates[3];
    Pass all[3];
    for (int round = 0; round < rounds; ++round) {
        const Pass passes[] = {ours.run_for(seconds, callers), two_files.run_for(seconds, callers),
                               one_file.run_for(seconds, callers)};
        for (int i = 0; i < 3; ++i) {
            rates[i].push_back(passes[i].per_second);
            all[i].latencies_ms.insert(all[i].latencies_ms.end(), passes[i].latencies_ms.begin(),
                                       passes[i].latencies_ms.end());
        }
    }
    const std::string name =
        "durable commands, " + std::to_string(callers) + (callers == 1 ? " caller" : " callers");
    const std::string batch = ", batches of " + std::to_string(callers);
    const double rate = quantile(rates[0], 0.5);
    print(name, rate, "commands/s", quantile(rates[1], 0.5), "raw sqlite3, keys in a file apart" + batch);
    print(name, rate, "commands/s", quantile(rates[2], 0.5), "raw sqlite3, one file" + batch);
    for (const double share : {0.5, 0.99})
        print(name + (share < 0.9 ? ", p50" : ", p99"), quantile(all[0].latencies_ms, share), "ms",
              quantile(all[1].latencies_ms, share), "one raw commit, keys in a file apart" + batch);
}

}  // namespace

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::atof(argv[1]) : 2.0;
    for (const int callers : {1, 16, 64}) compare(callers, seconds);
    return 0;
}
