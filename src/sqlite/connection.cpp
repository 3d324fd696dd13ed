#include "sqlite/connection.h"

#include <sqlite3.h>
#include <unistd.h>

namespace sqlite {
namespace {

std::string remedy_for(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL: return "Free some space on the disk, then start the program again.";
        case SQLITE_IOERR: return "Look after the disk, then start the program again.";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "It is damaged: keep it as it is somewhere else, and put back the last good copy of the folder.";
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_READONLY:
            return "Give the program's user read and write permission on the folder and its files.";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "Stop the other program that has the file open.";
        default: return "Start the program again; if it happens again, report it.";
    }
}

[[noreturn]] void fail(sqlite3* file) {
    const char* name = sqlite3_db_filename(file, nullptr);
    const int code = sqlite3_extended_errcode(file);
    throw SqlFault("The database \"" + std::string(name == nullptr ? "" : name) +
                       "\" failed: " + sqlite3_errmsg(file) + " (" + std::to_string(code) + ").",
                   remedy_for(code), code);
}

[[noreturn]] void fail(sqlite3_stmt* statement) {
    fail(sqlite3_db_handle(statement));
}

int note_log_pages(void* pages, sqlite3*, const char*, int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

/// A database that this process may not write beside, with nothing left in its log: a copy that was put away. SQLite
/// would want to write there even to read it.
bool stands_still(const std::filesystem::path& path) {
    std::error_code none;
    if (::access(path.parent_path().c_str(), W_OK) == 0 || !std::filesystem::exists(path, none)) return false;
    const auto log = std::filesystem::file_size(path.string() + "-wal", none);
    return none || log == 0;
}

std::string as_it_stands(const std::filesystem::path& path) {
    std::string address = "file:";
    for (const char letter : path.string()) {
        if (letter == '?' || letter == '#' || letter == '%') {
            constexpr const char* digits = "0123456789ABCDEF";
            address += '%';
            address += digits[(letter >> 4) & 15];
            address += digits[letter & 15];
        } else {
            address += letter;
        }
    }
    return address + "?immutable=1";
}

}  // namespace

bool SqlFault::damaged() const {
    const int kind = code_ & 0xff;
    return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
}

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::text(std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* start = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_text64(statement_, ++bound_, start, value.size(), SQLITE_STATIC, SQLITE_UTF8) !=
        SQLITE_OK)
        fail(statement_);
    return *this;
}

Query& Query::blob(std::string_view value) {
    const char* start = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_blob64(statement_, ++bound_, start, value.size(), SQLITE_STATIC) != SQLITE_OK)
        fail(statement_);
    return *this;
}

Query& Query::number(std::int64_t value) {
    if (sqlite3_bind_int64(statement_, ++bound_, value) != SQLITE_OK) fail(statement_);
    return *this;
}

Query& Query::null() {
    if (sqlite3_bind_null(statement_, ++bound_) != SQLITE_OK) fail(statement_);
    return *this;
}

bool Query::step() {
    switch (sqlite3_step(statement_)) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: fail(statement_);
    }
}

std::int64_t Query::run() {
    while (step()) {
    }
    return sqlite3_changes64(sqlite3_db_handle(statement_));
}

bool Query::run_if_allowed() {
    const int code = sqlite3_step(statement_);
    if ((code & 0xff) == SQLITE_CONSTRAINT) return false;
    if (code != SQLITE_DONE) fail(statement_);
    return true;
}

std::string Query::bytes(int column) const {
    const void* start = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    if (start == nullptr) return {};
    return {static_cast<const char*>(start), static_cast<std::size_t>(size)};
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Connection::Close::operator()(sqlite3* file) const {
    sqlite3_close_v2(file);
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Connection::Connection(const std::filesystem::path& path, Access access)
    : log_pages_(std::make_unique<int>(0)) {
    const int flags =
        access == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* file = nullptr;
    const bool still = access == Access::Read && stands_still(path);
    const int code = sqlite3_open_v2(still ? as_it_stands(path).c_str() : path.c_str(), &file,
                                     flags | (still ? SQLITE_OPEN_URI : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    file_.reset(file);
    if (code != SQLITE_OK)
        throw SqlFault(
            "The database \"" + path.string() + "\" cannot be opened: " + sqlite3_errstr(code) + ".",
            remedy_for(code), code);
    harden(access);
}

void Connection::harden(Access access) {
    for (const int option :
         {SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        if (sqlite3_db_config(file_.get(), option, 0, nullptr) != SQLITE_OK) fail(file_.get());
    if (sqlite3_db_config(file_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) != SQLITE_OK) fail(file_.get());
    sqlite3_busy_timeout(file_.get(), 5000);
    if (access == Access::Read) {
        // SQLite before 3.51.3 can lose a commit when two connections checkpoint: only the writer may.
        sqlite3_db_config(file_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        script("PRAGMA query_only=ON; PRAGMA cell_size_check=ON");
        return;
    }
    script(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA "
        "cell_size_check=ON");
    // A hook of ours takes the place of SQLite's automatic checkpoint.
    sqlite3_wal_hook(file_.get(), note_log_pages, log_pages_.get());
}

Query Connection::query(std::string_view sql) {
    const auto known = prepared_.find(sql);
    if (known != prepared_.end()) return Query(known->second.get());
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(file_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        fail(file_.get());
    prepared_.emplace(std::string(sql), statement);
    return Query(statement);
}

void Connection::script(const char* sql) {
    if (sqlite3_exec(file_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(file_.get());
}

std::int64_t Connection::pragma(std::string_view sql) {
    Query asked = query(sql);
    return asked.step() ? asked.integer(0) : 0;
}

void Connection::abandon() noexcept {
    sqlite3_exec(file_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Connection::checkpoint() {
    return checkpoint(SQLITE_CHECKPOINT_PASSIVE);
}

bool Connection::empty_log() {
    return checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
}

bool Connection::checkpoint(int mode) {
    int in_log = 0;
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(file_.get(), nullptr, mode, &in_log, &moved);
    if ((code & 0xff) == SQLITE_BUSY) return false;
    if (code != SQLITE_OK) fail(file_.get());
    if (in_log != moved) return false;
    *log_pages_ = 0;
    return true;
}

}  // namespace sqlite
