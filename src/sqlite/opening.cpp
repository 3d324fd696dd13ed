#include "sqlite/opening.h"

#include "sqlite/entries.h"
#include "sqlite/schema.h"

namespace sqlite {
namespace {

constexpr const char* investigate =
    "Do not go on: keep a copy of the folder, run 'concordat verify' with a head kept elsewhere, and put "
    "back the last good copy.";

constexpr const char* put_back = "Put back the last good copy of the folder.";

/// A database with nothing in it is what a copy that broke off leaves behind.
void refuse_empty(const std::filesystem::path& path) {
    std::error_code none;
    if (std::filesystem::exists(path, none) && !has_content(path))
        throw store::Fault("The file \"" + path.string() + "\" is empty: it is damaged.", put_back);
}

Connection open_file(const std::filesystem::path& path, File file) {
    make_private(path);
    Connection connection(path, Access::Write);
    make_or_check(connection, file, path);
    return connection;
}

/// A ledger that is shorter than, or other than, the one whose head was kept was tampered with or
/// restored in part. To write on would cover that up.
void check_head(Connection& ledger, const ledger::Head& tree, const std::optional<ledger::Head>& kept) {
    if (!kept && tree.size == 0) return;
    if (!kept)
        throw store::Fault(
            "The file \"head\" is missing beside a ledger of " + std::to_string(tree.size) + " entries.",
            "Put back a head of this ledger that was kept elsewhere, or put back the last good copy of the folder.");
    if (kept->size > tree.size)
        throw store::Fault("The ledger has " + std::to_string(tree.size) +
                               " entries, but its head was kept of " + std::to_string(kept->size) +
                               ": some are missing.",
                           investigate);
    const ledger::Head then = kept->size == tree.size ? tree : recorded_head(ledger, kept->size);
    if (then != *kept)
        throw store::Fault("The first " + std::to_string(kept->size) +
                               " entries of the ledger are not those whose head was kept.",
                           investigate);
}

}  // namespace

std::unique_ptr<Writer> open_writer(const Folder& folder, const Pace& pace) {
    const std::optional<ledger::Head> kept = read_head(folder);
    const bool was_written = kept && kept->size > 0;
    if (was_written && !std::filesystem::exists(folder.ledger()))
        throw store::Fault("The file \"" + folder.ledger().string() + "\" is missing.", put_back);
    if (was_written) {
        refuse_empty(folder.ledger());
        refuse_empty(folder.keys());
    }
    if (was_written && !std::filesystem::exists(folder.keys()))
        throw store::Fault(
            "The file \"" + folder.keys().string() + "\" is missing: nothing sealed could be read again.",
            "Restore the backup of the folder \"keys\".");
    Connection ledger = open_file(folder.ledger(), File::Ledger);
    Connection keys = open_file(folder.keys(), File::Keys);
    ledger::Frontier tree = read_tree(ledger);
    check_head(ledger, tree.head(), kept);
    HeadFile head(folder);
    head.write(tree.head());
    head.settle(folder);
    return std::make_unique<Writer>(std::move(ledger), std::move(keys), std::move(head), std::move(tree),
                                    pace);
}

void check_readable(const Folder& folder) {
    if (!std::filesystem::exists(folder.ledger()))
        throw store::Fault("There is no ledger in the folder \"" + folder.root.string() + "\".",
                           "Give the data folder of an installation.");
    refuse_empty(folder.ledger());
    Connection ledger(folder.ledger(), Access::Read);
    check(ledger, File::Ledger, folder.ledger());
    if (!has_content(folder.head())) check_head(ledger, read_tree(ledger).head(), std::nullopt);
    if (!std::filesystem::exists(folder.keys())) return;
    refuse_empty(folder.keys());
    Connection keys(folder.keys(), Access::Read);
    check(keys, File::Keys, folder.keys());
}

}  // namespace sqlite
