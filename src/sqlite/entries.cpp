#include "sqlite/entries.h"

#include <algorithm>

#include "sqlite/sealed_bytes.h"
#include "store/leaf.h"

namespace sqlite {
namespace {

constexpr const char* restore =
    "Run 'concordat verify' to see what is damaged, and put back the last good copy of the folder.";

std::string_view view(const ledger::Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::optional<ledger::Hash> to_hash(const std::string& bytes) {
    ledger::Hash hash;
    if (bytes.size() != hash.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

/// Columns: position, stream, revision, type, type_version, open, sealed.
std::optional<store::Stored> entry_of(const Query& row) {
    auto sealed = parse_sealed(row.bytes(6));
    if (!sealed) return std::nullopt;
    const std::int64_t version = row.integer(4);
    if (version != static_cast<int>(version)) return std::nullopt;
    return store::Stored{store::Position(row.integer(0)),
                         store::StreamId(row.bytes(1)),
                         store::Revision(row.integer(2)),
                         {row.bytes(3), static_cast<int>(version), row.bytes(5), std::move(*sealed)}};
}

std::vector<store::Stored> all_of(Query& rows) {
    std::vector<store::Stored> entries;
    while (rows.step()) {
        auto entry = entry_of(rows);
        if (!entry)
            throw store::Fault("Entry " + std::to_string(rows.integer(0)) + " of the ledger cannot be read.",
                               restore);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

/// All that is read while this lives is read as of one moment.
class Snapshot {
public:
    explicit Snapshot(Connection& file) : file_(file) { file_.query("BEGIN").run(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot() { file_.abandon(); }

private:
    Connection& file_;
};

std::optional<ledger::Frontier> find_tree(Connection& file) {
    Query row = file.query("SELECT frontier FROM tree");
    if (!row.step()) return ledger::Frontier{};
    auto tree = ledger::Frontier::parse(row.bytes(0));
    if (!tree) return std::nullopt;
    return *tree;
}

/// Where the tree cannot be read: the head of no ledger at all.
ledger::Head stored_head(Connection& file) {
    const auto tree = find_tree(file);
    return tree ? tree->head() : ledger::Head{};
}

void see_entries(Connection& file, ledger::Audit& audit) {
    Query rows = file.query(
        "SELECT position, stream, revision, type, type_version, open, sealed, leaf FROM entries ORDER BY "
        "position");
    while (rows.step()) {
        const auto entry = entry_of(rows);
        // Bytes that are no entry hash to something that no entry hashes to.
        const ledger::Hash computed = entry ? store::leaf_of(*entry) : ledger::leaf_hash("unreadable");
        audit.see({rows.integer(0), rows.bytes(1), rows.integer(2), computed, to_hash(rows.bytes(7))});
    }
}

/// Streams are read through an index, which has to agree with the entries; so with all tables.
std::optional<ledger::Break> damage_to_file(Connection& file) {
    Query check = file.query("PRAGMA integrity_check");
    if (!check.step() || check.bytes(0) == "ok") return std::nullopt;
    return ledger::Break{0, "Every entry is as it was, but the file is damaged: " + check.bytes(0) + "."};
}

}  // namespace

void insert_entry(Connection& file, const store::Stored& entry, const ledger::Hash& leaf) {
    const std::string sealed = to_bytes(entry.envelope.sealed);
    file.query(
            "INSERT INTO entries (position, stream, revision, type, type_version, open, sealed, leaf) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .number(entry.position.get())
        .text(entry.stream.get())
        .number(entry.revision.get())
        .text(entry.envelope.type)
        .number(entry.envelope.type_version)
        .text(entry.envelope.open)
        .blob(sealed)
        .blob(view(leaf))
        .run();
}

store::Revision revision_of(Connection& file, const store::StreamId& stream) {
    Query last = file.query("SELECT revision FROM entries WHERE stream = ? ORDER BY revision DESC LIMIT 1");
    return store::Revision(last.text(stream.get()).step() ? last.integer(0) : 0);
}

std::vector<store::Stored> read_stream(Connection& file, const store::StreamId& stream,
                                       store::Revision after) {
    Query rows = file.query(
        "SELECT position, stream, revision, type, type_version, open, sealed FROM entries "
        "WHERE stream = ? AND revision > ? ORDER BY revision");
    rows.text(stream.get()).number(after.get());
    return all_of(rows);
}

std::vector<store::Stored> read_entries(Connection& file, std::int64_t from, std::int64_t limit) {
    Query rows = file.query(
        "SELECT position, stream, revision, type, type_version, open, sealed FROM entries "
        "WHERE position >= ? ORDER BY position LIMIT ?");
    rows.number(from).number(limit);
    return all_of(rows);
}

ledger::Frontier read_tree(Connection& file) {
    if (auto tree = find_tree(file)) return *tree;
    throw store::Fault("The tree over the ledger cannot be read.", restore);
}

void write_tree(Connection& file, const ledger::Frontier& tree) {
    const std::string bytes = tree.to_bytes();
    file.query(
            "INSERT INTO tree (one, frontier) VALUES (1, ?) "
            "ON CONFLICT (one) DO UPDATE SET frontier = excluded.frontier")
        .blob(bytes)
        .run();
}

ledger::Head recorded_head(Connection& file, std::int64_t size) {
    Query rows = file.query("SELECT leaf FROM entries WHERE position < ? ORDER BY position");
    rows.number(size);
    ledger::Frontier tree;
    while (rows.step())
        if (const auto leaf = to_hash(rows.bytes(0))) tree.add(*leaf);
    return tree.head();
}

ledger::Verdict audit_entries(Connection& file, std::vector<ledger::Head> kept) {
    ledger::Audit audit(std::move(kept));
    try {
        const Snapshot one_moment(file);
        see_entries(file, audit);
        ledger::Verdict verdict = audit.finish(stored_head(file));
        if (!verdict.broken) verdict.broken = damage_to_file(file);
        return verdict;
    } catch (const SqlFault& fault) {
        if (!fault.damaged()) throw;
        ledger::Verdict verdict = audit.finish({});
        if (!audit.broken()) verdict.broken = {verdict.head.size, fault.what()};
        return verdict;
    }
}

}  // namespace sqlite
