#include "main/folder_commands.h"

#include "cli/packs.h"
#include "main/bench.h"
#include "pdf/pdf_writer.h"
#include "sqlite/folder.h"
#include "store/fault.h"

namespace program {
namespace {

std::string in_words(const store::Fault& fault) {
    return std::string(fault.what()) + " " + fault.remedy();
}

/// Runs one look at the folder; a fault is what it found.
template <class Look>
cli::Checked checked(const std::string& what, Look look) {
    try {
        return {what, true, look()};
    } catch (const store::Fault& fault) {
        return {what, false, in_words(fault)};
    }
}

std::string whole(const ledger::Verdict& verdict) {
    if (!verdict.broken) return std::to_string(verdict.head.size) + " entries, whole";
    throw store::Fault("Entry " + std::to_string(verdict.broken->position) +
                           " cannot be believed: " + verdict.broken->what + ".",
                       "Keep a copy of the folder, and see 'concordat verify --help'.");
}

/// Somebody's hold is not a fault: a service may be running.
std::string holder(const std::filesystem::path& root) {
    try {
        const auto held = sqlite::hold(sqlite::Folder{root});
        return "nobody is writing here";
    } catch (const store::Fault&) {
        return "a service or a command is writing here, or this user may not";
    }
}

}  // namespace

int partnership_add(const cli::PartnershipArgs& args, const cli::Console& console) {
    // Before a folder is made for it.
    const auto path = cli::find_pack(args.pack, console);
    const auto pack = path ? cli::read_pack(*path) : tl::unexpected(path.error());
    if (!pack) return cli::complain(args.folder, console, pack.error());
    const auto faults = cli::faults_of_words(args);
    if (!faults.empty()) return cli::complain(args.folder, console, faults);
    Bench bench(DataFolder::open(args.folder.data));
    return cli::run_partnership_add(args, console, bench->administration, bench->installation);
}

int partnership_adopt(const cli::PartnershipArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_partnership_adopt(args, console, bench->administration, bench->installation);
}

int directory_import(const cli::DirectoryArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_directory_import(args, console, bench->administration);
}

int directory_export(const cli::DirectoryArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::look_into(args.folder.data));
    return cli::run_directory_export(args, console, bench->administration);
}

int user_add(const cli::UserArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_user_add(args, console, {bench->people, bench->administration, bench->installation});
}

int token_add(const cli::TokenArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_token_add(args, console, bench->tokens, bench->installation);
}

int token_list(const cli::TokenArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::look_into(args.folder.data));
    return cli::run_token_list(args, console, bench->tokens, bench->installation);
}

int token_revoke(const cli::TokenArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_token_revoke(args, console, bench->tokens);
}

int token_calendar(const cli::TokenArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_token_calendar(args, console, bench->tokens, bench->installation);
}

int record(const cli::RecordArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    pdf::PdfWriter papers;
    return cli::run_record(args, console, {bench->installation, bench->reading, bench->reads_log, papers});
}

int verify(const cli::LedgerArgs& args, const cli::Console& console) {
    const auto [ledger, reads] = look_into_ledgers(args.folder.data);
    return cli::run_verify(args, console, *ledger, *reads);
}

int rebuild(const cli::LedgerArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_rebuild(args, console, bench->journal, bench->installation);
}

int doctor(const cli::LedgerArgs& args, const cli::Console& console) {
    const std::filesystem::path root = args.folder.data;
    std::vector<cli::Checked> checks;
    checks.push_back(checked("files", [&] { return look_into_ledgers(root), "both ledgers can be opened"; }));
    if (checks.back().well) {
        checks.push_back(checked("lock", [&] { return holder(root); }));
        const auto [ledger, reads] = look_into_ledgers(root);
        checks.push_back(checked("ledger", [&] { return whole(ledger->verify(std::nullopt)); }));
        checks.push_back(checked("log of reads", [&] { return whole(reads->verify(std::nullopt)); }));
        checks.push_back(checked(
            "keys", [&] { return DataFolder::look_into(root), "the master key opens what is sealed"; }));
    }
    if (checks.back().well) {
        const auto folder = DataFolder::look_into(root);
        app::Journal journal(folder->ledger(), folder->sealer());
        const SystemClock clock;
        const app::Installation installation(journal, adopted_pack_reader(), clock);
        checks.push_back(cli::check_views(journal, installation));
    }
    return cli::run_doctor(args, console, checks);
}

}  // namespace program
