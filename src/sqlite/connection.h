// One open SQLite file and its prepared statements; the rest of the room never sees sqlite3.h.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "store/fault.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sqlite {

/// What SQLite said, in our words. `code` is its extended result code.
class SqlFault : public store::Fault {
public:
    SqlFault(const std::string& what, std::string remedy, int code)
        : Fault(what, std::move(remedy)), code_(code) {}
    int code() const { return code_; }
    /// The file's bytes are not what a database has.
    bool damaged() const;

private:
    int code_;
};

/// A prepared statement on loan: give it its values in order, then run or step it. What is bound
/// is not copied, and has to outlive the loan.
class Query {
public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    Query& text(std::string_view value);
    Query& blob(std::string_view value);
    Query& number(std::int64_t value);
    Query& null();

    /// True while there is a row.
    bool step();
    /// To the end; says how many rows were changed.
    std::int64_t run();
    /// False where a constraint refused it; nothing was changed then.
    bool run_if_allowed();

    std::string bytes(int column) const;
    std::int64_t integer(int column) const;
    bool is_null(int column) const;

private:
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

enum class Access { Write, Read };

/// Used by one thread at a time.
class Connection {
public:
    Connection(const std::filesystem::path&, Access);

    /// Prepared at its first use, and kept.
    Query query(std::string_view sql);
    /// Several statements, none of which gives a row.
    void script(const char* sql);
    std::int64_t pragma(std::string_view sql);
    /// Ends the running transaction without its changes; where none runs, nothing happens.
    void abandon() noexcept;

    /// So many pages are in the write-ahead log since it was last started over.
    int log_pages() const { return *log_pages_; }
    /// Moves what it can from the log into the file, without waiting for readers. True when
    /// everything was moved.
    bool checkpoint();
    /// Moves everything and empties the log. False when a reader is in the way.
    bool empty_log();

private:
    struct Close {
        void operator()(sqlite3*) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt*) const;
    };

    void harden(Access);
    bool checkpoint(int mode);

    std::unique_ptr<int> log_pages_;
    std::unique_ptr<sqlite3, Close> file_;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> prepared_;
};

}  // namespace sqlite
