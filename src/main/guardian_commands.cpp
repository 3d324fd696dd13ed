#include "main/guardian_commands.h"

#include "main/bench.h"

namespace program {
namespace {

using Deed = int (*)(const cli::ExclusionArgs&, const cli::Console&, const cli::GuardianDesk&);

int at_the_desk(Deed deed, std::unique_ptr<DataFolder> folder, const cli::ExclusionArgs& args,
                const cli::Console& console) {
    Bench bench(std::move(folder));
    const SystemClock clock;
    crypto::SystemRandom random;
    app::Guardian guardian(bench->journal, bench->installation, bench.folder().digests(), clock);
    return deed(args, console, {guardian, bench->installation, random.id()});
}

}  // namespace

int exclusion_set(const cli::ExclusionArgs& args, const cli::Console& console) {
    return at_the_desk(cli::run_exclusion_set, DataFolder::open_existing(args.folder.data), args, console);
}

int exclusion_lift(const cli::ExclusionArgs& args, const cli::Console& console) {
    return at_the_desk(cli::run_exclusion_lift, DataFolder::open_existing(args.folder.data), args, console);
}

int exclusion_list(const cli::ExclusionArgs& args, const cli::Console& console) {
    return at_the_desk(cli::run_exclusion_list, DataFolder::look_into(args.folder.data), args, console);
}

}  // namespace program
