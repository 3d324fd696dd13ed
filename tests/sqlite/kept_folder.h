// A small ledger in a folder, and ways to meddle with it behind the store's back.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/connection.h"
#include "sqlite/sqlite_store.h"
#include "store/contract.h"
#include "store/temporary_folder.h"

namespace testing {

/// Two streams in turn, `count` entries in all; written and closed.
inline ledger::Head write_entries(const std::filesystem::path& folder, int count) {
    const auto kept = sqlite::SqliteStore::open(folder);
    for (int i = 0; i < count; ++i) {
        auto append = contract::command(i % 2 == 0 ? "a" : "b", i / 2, "c" + std::to_string(i));
        append.events[0].sealed.push_back({"story", store::FieldClass::Narrative, "k", "\x01\x02"});
        if (!kept->append(append)) throw std::runtime_error("a sample was not appended");
    }
    return kept->head();
}

inline ledger::Verdict verify(const std::filesystem::path& folder,
                              const std::optional<ledger::Head>& kept = {}) {
    return sqlite::SqliteStore::open_read_only(folder)->verify(kept);
}

/// What opening says and advises; empty where it opens.
inline std::string refusal(const std::filesystem::path& folder) {
    try {
        sqlite::SqliteStore::open(folder);
        return {};
    } catch (const store::Fault& fault) {
        return std::string(fault.what()) + " " + fault.remedy();
    }
}

/// Any statement, as somebody with a database shell would give it.
class Meddler {
public:
    explicit Meddler(const std::filesystem::path& file) : file_(file, sqlite::Access::Write) {}

    void run(const std::string& sql) { file_.query(sql).run(); }
    std::string bytes(const std::string& sql) {
        sqlite::Query row = file_.query(sql);
        return row.step() ? row.bytes(0) : std::string();
    }
    std::int64_t number(const std::string& sql) { return file_.pragma(sql); }
    /// `sql` has one "?" for a text, and one for a position.
    void set_text(const std::string& sql, const std::string& value, std::int64_t position) {
        file_.query(sql).text(value).number(position).run();
    }
    void set_blob(const std::string& sql, const std::string& value, std::int64_t position) {
        file_.query(sql).blob(value).number(position).run();
    }
    void set_number(const std::string& sql, std::int64_t value, std::int64_t position) {
        file_.query(sql).number(value).number(position).run();
    }

private:
    sqlite::Connection file_;
};

}  // namespace testing
