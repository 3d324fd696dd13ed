// What the matrix says of a policy is what people may do under it.
#include "disagreement/matrix.h"

#include <doctest/doctest.h>

#include "walker.h"

using namespace walking;

namespace {

bool allows(const std::vector<Entitlement>& all, const Permitted& may, const std::string& stage) {
    return std::ranges::any_of(all, [&](const Entitlement& row) {
        return row.action == may.action && (row.about.empty() || row.about == may.key) &&
               (row.stage.empty() || row.stage == stage);
    });
}

}  // namespace

TEST_CASE("whatever somebody may do on any path through any policy stands in the matrix of that policy") {
    for (const auto& folder : pack_folders()) {
        const Ground here = ground(folder);
        const auto all = matrix(here.pack);
        std::size_t seen = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            Walker walker(here, seed);
            for (int i = 0; i < 25 && walker.step(); ++i) {
                const Setting setting{
                    here.pack, here.calendar, here.cast.directory, walker.events.back().happened_at, {}, {}};
                const auto stage =
                    walker.state.visits.empty() ? std::string() : walker.state.visits.back().stage;
                for (const auto& [id, post] : here.cast.directory.posts()) {
                    for (const auto& may :
                         permitted(walker.state, setting, rehearsal::actor_of(id.get(), here.cast))
                             .permitted) {
                        ++seen;
                        const bool stands = allows(all, may, stage);
                        INFO(folder.string(), ": ", to_word(may.action), " ", may.key, " at ", stage);
                        REQUIRE(stands);
                    }
                }
            }
        }
        CHECK(seen > 100);
    }
}
