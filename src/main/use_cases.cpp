#include "main/use_cases.h"

#include "cli/packs.h"

namespace program {
namespace {

using Read = tl::expected<policy::Loaded, base::Findings> (*)(std::string_view, const std::string&);

app::PackReader reading_by(Read read) {
    return [read](std::string_view text, const std::string& file) -> tl::expected<policy::Pack, base::Findings> {
        auto loaded = read(text, file);
        if (!loaded) return tl::unexpected(std::move(loaded.error()));
        return std::move(loaded->pack);
    };
}

}  // namespace

app::PackReader pack_reader() {
    return reading_by(cli::read_pack_text);
}

app::PackReader adopted_pack_reader() {
    return reading_by(cli::read_adopted_pack);
}

UseCases::UseCases(const Ground& ground)
    : journal(ground.folder.ledger(), ground.folder.sealer()),
      installation(journal, adopted_pack_reader(), ground.clock),
      reads_log(ground.folder.reads(), ground.random),
      repeats(ground.folder.drawers(), ground.folder.digests()),
      transact(journal, installation, ground.clock, ground.random, ground.folder.digests(), repeats),
      reading({journal, installation, reads_log, ground.folder.digests(), ground.clock}),
      lists(journal, installation, ground.clock),
      people(journal, installation, ground.folder.drawers(), ground.passwords, ground.random, ground.clock),
      administration(journal, installation, pack_reader(), ground.clock, ground.random),
      moves(journal, installation, ground.clock, ground.random, ground.folder.digests()),
      calendars(journal, installation, administration, ground.clock, ground.random, ground.folder.digests()),
      sessions(ground.folder.drawers(), ground.random, ground.folder.digests(), ground.clock,
               ground.session_limits),
      throttle(ground.folder.drawers(), ground.folder.digests(), ground.clock),
      authenticators(ground.folder.drawers(), ground.random, ground.folder.boxes(), codes, ground.clock),
      recovery_codes(ground.folder.drawers(), ground.random, ground.folder.digests()),
      account_history(journal, ground.random, ground.clock),
      proofs(people, authenticators, recovery_codes, throttle, ground.passwords),
      sign_in(installation, proofs, sessions, account_history),
      links(ground.folder.drawers(), ground.random, ground.folder.digests(), ground.clock),
      invitations(installation, people, links, sign_in, sessions, account_history),
      own_account({installation, people, proofs, authenticators, recovery_codes, sessions, account_history}),
      kept_forms(ground.folder.drawers(), ground.random, ground.folder.boxes(), ground.clock),
      drafts({journal, installation, ground.folder.drawers(), ground.random, ground.folder.boxes(), reads_log, ground.clock}),
      tokens(ground.folder.drawers(), ground.random, ground.folder.digests(), ground.clock) {}

}  // namespace program
