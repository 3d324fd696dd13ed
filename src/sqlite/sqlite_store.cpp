#include "sqlite/sqlite_store.h"

#include "sqlite/append.h"
#include "sqlite/entries.h"
#include "sqlite/keys.h"
#include "sqlite/notices.h"
#include "sqlite/opening.h"
#include "sqlite/rows.h"
#include "sqlite/slips.h"
#include "store/checks.h"

namespace sqlite {

using store::FieldClass;
using store::StreamId;

namespace {

/// One more when it goes, whether or not what was done is known to have worked.
class Counted {
public:
    explicit Counted(std::atomic<std::uint64_t>& count) : count_(count) {}
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() { ++count_; }

private:
    std::atomic<std::uint64_t>& count_;
};

}  // namespace

SqliteStore::SqliteStore(Folder folder, const Options& options)
    : folder_(std::move(folder)),
      ledger_(folder_.ledger(), options.readers_max),
      keys_(folder_.keys(), options.readers_max) {}

std::unique_ptr<SqliteStore> SqliteStore::open(const std::filesystem::path& root, const Options& options) {
    std::unique_ptr<SqliteStore> opened(new SqliteStore({root}, options));
    make(opened->folder_);
    opened->hold_.emplace(hold(opened->folder_));
    opened->writer_ = open_writer(opened->folder_, options.pace);
    return opened;
}

std::unique_ptr<SqliteStore> SqliteStore::open_read_only(const std::filesystem::path& root,
                                                         const Options& options) {
    std::unique_ptr<SqliteStore> opened(new SqliteStore({root}, options));
    check_readable(opened->folder_);
    return opened;
}

void SqliteStore::perform(const Writer::Work& work) {
    if (!writer_)
        throw store::Fault("The folder \"" + folder_.root.string() + "\" was opened for reading only.",
                           "Do this through the running service, or stop it first.");
    writer_->perform(work);
}

tl::expected<store::Appended, store::NotAppended> SqliteStore::append(store::Append command) {
    ensure_whole(command);
    const Counted counted(changes_);
    tl::expected<store::Appended, store::NotAppended> outcome;
    perform([&](Desk& desk) { outcome = sqlite::append(desk, command); });
    return outcome;
}

std::vector<store::Stored> SqliteStore::read(const StreamId& stream, store::Revision after) const {
    return read_stream(*ledger_.lend(), stream, after);
}

store::Revision SqliteStore::revision(const StreamId& stream) const {
    return revision_of(*ledger_.lend(), stream);
}

void SqliteStore::each(store::Position from, const std::function<void(const store::Stored&)>& see) const {
    constexpr std::int64_t page_max = 256;
    const std::int64_t end = head().size;
    for (std::int64_t at = from.get(); at < end;) {
        const auto page = read_entries(*ledger_.lend(), at, std::min(page_max, end - at));
        if (page.empty())
            throw store::Fault("Entry " + std::to_string(at) + " of the ledger is missing.",
                               "Run 'concordat verify', and put back the last good copy of the folder.");
        for (const store::Stored& stored : page) see(stored);
        at = page.back().position.get() + 1;
    }
}

ledger::Head SqliteStore::head() const {
    return read_tree(*ledger_.lend()).head();
}

ledger::Verdict SqliteStore::verify(const std::optional<ledger::Head>& kept) const {
    // The head in the folder is read first: the ledger may grow meanwhile, and never shrinks.
    std::vector<ledger::Head> heads;
    if (const auto beside = read_head(folder_)) heads.push_back(*beside);
    if (kept) heads.push_back(*kept);
    const Readers::Loan loan = ledger_.lend();
    return audit_entries(*loan, std::move(heads));
}

std::vector<store::ViewRow> SqliteStore::rows(const store::RowQuery& query) const {
    return list_rows(*ledger_.lend(), query);
}

std::optional<store::ViewRow> SqliteStore::row(const std::string& view, const std::string& key) const {
    return find_row(*ledger_.lend(), view, key);
}

std::size_t SqliteStore::count(const std::string& view, const std::optional<std::string>& owner) const {
    return count_rows(*ledger_.lend(), view, owner);
}

void SqliteStore::replace_views(const StreamId& stream, const std::vector<store::ViewRow>& rows) {
    store::ensure_distinct(rows);
    const Counted counted(changes_);
    perform([&](Desk& desk) { replace_rows(desk.ledger, stream, rows); });
}

std::vector<store::Notice> SqliteStore::pending_notices(std::size_t limit) const {
    return sqlite::pending_notices(*ledger_.lend(), limit);
}

void SqliteStore::mark_sent(const std::string& id) {
    perform([&](Desk& desk) { sqlite::mark_sent(desk.ledger, id); });
}

void SqliteStore::add_keys(const std::vector<store::WrappedKey>& keys) {
    perform([&](Desk& desk) { insert_keys(desk.keys, keys); });
}

std::optional<store::WrappedKey> SqliteStore::find_key(const std::string& id) const {
    return sqlite::find_key(*keys_.lend(), id);
}

std::vector<store::WrappedKey> SqliteStore::keys_of(const StreamId& stream, FieldClass cls) const {
    return sqlite::keys_of(*keys_.lend(), stream, cls);
}

bool SqliteStore::destroy_key(const std::string& id) {
    const Counted counted(changes_);
    bool destroyed = false;
    perform([&](Desk& desk) {
        destroyed = sqlite::destroy_key(desk.keys, id);
        desk.keys_overwritten = desk.keys_overwritten || destroyed;
    });
    return destroyed;
}

std::size_t SqliteStore::destroy_keys_of(const StreamId& stream, FieldClass cls) {
    const Counted counted(changes_);
    std::size_t destroyed = 0;
    perform([&](Desk& desk) {
        destroyed = sqlite::destroy_keys_of(desk.keys, stream, cls);
        desk.keys_overwritten = desk.keys_overwritten || destroyed != 0;
    });
    return destroyed;
}

void SqliteStore::put(const std::string& drawer, const store::Slip& slip) {
    perform([&](Desk& desk) { put_slip(desk.ledger, drawer, slip); });
}

bool SqliteStore::claim(const std::string& drawer, const store::Slip& slip) {
    bool claimed = false;
    perform([&](Desk& desk) { claimed = claim_slip(desk.ledger, drawer, slip); });
    return claimed;
}

bool SqliteStore::erase(const std::string& drawer, const std::string& key) {
    bool erased = false;
    perform([&](Desk& desk) { erased = erase_slip(desk.ledger, drawer, key); });
    return erased;
}

std::optional<store::Slip> SqliteStore::find(const std::string& drawer, const std::string& key) const {
    return find_slip(*ledger_.lend(), drawer, key);
}

std::vector<store::Slip> SqliteStore::list(const std::string& drawer, const std::string& key_prefix) const {
    return list_slips(*ledger_.lend(), drawer, key_prefix);
}

std::size_t SqliteStore::sweep(base::Moment now) {
    std::size_t swept = 0;
    perform([&](Desk& desk) { swept = sweep_slips(desk.ledger, now); });
    return swept;
}

}  // namespace sqlite
