#include "main/use_cases.h"

#include "cli/packs.h"

namespace program {

app::PackReader pack_reader() {
    return [](std::string_view text, const std::string& file) -> tl::expected<policy::Pack, base::Findings> {
        auto loaded = cli::read_pack_text(text, file);
        if (!loaded) return tl::unexpected(std::move(loaded.error()));
        return std::move(loaded->pack);
    };
}

UseCases::UseCases(const Ground& ground)
    : journal(ground.folder.ledger(), ground.folder.sealer()),
      installation(journal, pack_reader()),
      reads_log(ground.folder.reads(), ground.random),
      repeats(ground.folder.drawers(), ground.folder.digests()),
      transact(journal, installation, ground.clock, ground.random, ground.folder.digests(), repeats),
      reading(journal, installation, reads_log, ground.clock),
      lists(journal, installation, ground.clock),
      people(journal, installation, ground.folder.drawers(), ground.passwords, ground.random, ground.clock),
      administration(journal, installation, pack_reader(), ground.clock, ground.random),
      moves(journal, installation, ground.clock, ground.random, ground.folder.digests()),
      calendars(journal, installation, administration, ground.clock, ground.random, ground.folder.digests()),
      sessions(ground.folder.drawers(), ground.random, ground.folder.digests(), ground.clock,
               ground.session_limits),
      throttle(ground.folder.drawers(), ground.folder.digests(), ground.clock),
      sign_in(installation, people, sessions, throttle, ground.passwords),
      tokens(ground.folder.drawers(), ground.random, ground.folder.digests(), ground.clock) {}

}  // namespace program
