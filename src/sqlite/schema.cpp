#include "sqlite/schema.h"

#include <string>

#include "sqlite/folder.h"

namespace sqlite {
namespace {

constexpr std::int64_t version = 1;
constexpr std::int64_t ledger_id = 0x436f6e4c;  // "ConL"
constexpr std::int64_t keys_id = 0x436f6e4b;    // "ConK"

constexpr const char* ledger_tables = R"(
BEGIN IMMEDIATE;
CREATE TABLE entries (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  type_version INTEGER NOT NULL,
  open TEXT NOT NULL,
  sealed BLOB NOT NULL,
  leaf BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_of_stream ON entries (stream, revision);
CREATE TABLE tree (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  frontier BLOB NOT NULL
) STRICT;
CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notices (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  body TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX notices_pending ON notices (number) WHERE sent = 0;
CREATE TABLE rows (
  view TEXT NOT NULL,
  key TEXT NOT NULL,
  owner TEXT NOT NULL,
  sort TEXT NOT NULL,
  stream TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (view, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX rows_of_stream ON rows (stream);
CREATE INDEX rows_in_order ON rows (view, sort, key);
CREATE INDEX rows_of_owner ON rows (view, owner, sort, key);
CREATE TABLE slips (
  drawer TEXT NOT NULL,
  key TEXT NOT NULL,
  body BLOB NOT NULL,
  expires_at INTEGER,
  PRIMARY KEY (drawer, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX slips_that_expire ON slips (expires_at) WHERE expires_at IS NOT NULL;
PRAGMA application_id = 0x436f6e4c;
PRAGMA user_version = 1;
COMMIT;
)";

constexpr const char* keys_tables = R"(
BEGIN IMMEDIATE;
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  stream TEXT NOT NULL,
  class INTEGER NOT NULL,
  under TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_of_stream ON keys (stream, class);
PRAGMA application_id = 0x436f6e4b;
PRAGMA user_version = 1;
COMMIT;
)";

bool is_empty(Connection& connection) {
    return connection.pragma("PRAGMA application_id") == 0 &&
           connection.pragma("SELECT count(*) FROM sqlite_schema") == 0;
}

}  // namespace

void check(Connection& connection, File file, const std::filesystem::path& path) {
    if (connection.pragma("PRAGMA application_id") != (file == File::Ledger ? ledger_id : keys_id))
        throw store::Fault("The file " + quoted(path) + " is a database of another program.",
                           "Give another data folder, or move that file away.");
    const std::int64_t found = connection.pragma("PRAGMA user_version");
    if (found != version)
        throw store::Fault(
            "The file " + quoted(path) + " was written by a later version of Concordat (format " +
                std::to_string(found) + "; this one writes format " + std::to_string(version) + ").",
            "Install that version or a later one; this one would not understand the file.");
}

void make_or_check(Connection& connection, File file, const std::filesystem::path& path) {
    if (is_empty(connection)) {
        connection.query("PRAGMA journal_mode = WAL").run();
        connection.script(file == File::Ledger ? ledger_tables : keys_tables);
    }
    check(connection, file, path);
}

}  // namespace sqlite
