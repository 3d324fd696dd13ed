#include "main/access_commands.h"

#include "main/bench.h"

namespace program {
namespace {

using Run = int (*)(const cli::AccessArgs&, const cli::Console&, const cli::Staffing&, const cli::Admission&);

int in_folder(Run run, const cli::AccessArgs& args, const cli::Console& console) {
    Bench bench(DataFolder::open_existing(args.user.folder.data));
    return run(args, console, {bench->people, bench->administration, bench->installation},
               {bench->invitations, bench->own_account, bench->sessions, bench->account_history, bench->tokens});
}

}  // namespace

int user_invite(const cli::AccessArgs& args, const cli::Console& console) {
    return in_folder(cli::run_user_invite, args, console);
}

int user_reset(const cli::AccessArgs& args, const cli::Console& console) {
    return in_folder(cli::run_user_reset, args, console);
}

int user_sign_out(const cli::AccessArgs& args, const cli::Console& console) {
    return in_folder(cli::run_user_sign_out, args, console);
}

}  // namespace program
