#include "main/edition_commands.h"

#include "main/bench.h"

namespace program {
namespace {

/// What only looks can look beside a running service.
std::unique_ptr<DataFolder> folder_of(const cli::FolderArgs& args, bool looks_only) {
    return looks_only ? DataFolder::look_into(args.data) : DataFolder::open_existing(args.data);
}

}  // namespace

int partnership_rule(const cli::RuleArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.folder.data));
    return cli::run_partnership_rule(args, console, bench->administration);
}

int partnership_move(const cli::MoveArgs& args, const cli::Console& console) {
    Bench bench(folder_of(args.folder, args.dry_run));
    return cli::run_partnership_move(args, console, bench->moves);
}

int partnership_calendar(const cli::CalendarArgs& args, const cli::Console& console) {
    Bench bench(folder_of(args.folder, args.preview));
    return cli::run_partnership_calendar(args, console, bench->calendars);
}

int policy_replay(const cli::ReplayArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::look_into(args.folder.data));
    return cli::run_policy_replay(args, console, bench->journal, bench->installation, SystemClock().now());
}

}  // namespace program
