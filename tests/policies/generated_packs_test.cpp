// A checker that can be trusted: whatever policy it lets through keeps the promises of the engine, for simulated years.
#include "../disagreement/village.h"
#include "pack_generator.h"
#include "walker.h"

#include <doctest/doctest.h>

using namespace walking;

namespace {

constexpr int packs = 2000 / slowness;
constexpr int walks = 2;
constexpr int steps = 40;

Ground ground_of(policy::Pack pack) {
    Ground made{policy::with_house_rules(std::move(pack)), {}, {.key = "england-and-wales"}};
    made.cast.directory = village::directory();
    return made;
}

/// What must hold of an accepted policy at any time.
void promises(const Walker& walker) {
    const auto& state = walker.state;
    const auto all = walker.duties_now();
    std::set<std::string> ids;
    for (const auto& duty : all) {
        INFO(duty.id);
        CHECK(ids.insert(duty.id).second);
        CHECK_FALSE(duty.owner.get().empty());
        CHECK((duty.due.has_value() || !duty.undated.empty()));
    }
    if (state.phase == Phase::Open || state.phase == Phase::Settled) {
        const bool owed = std::ranges::any_of(all, [](const Duty& duty) { return is_open(duty) && !duty.optional; });
        CHECK(owed);
        CHECK(whose_move(all) != Move::Nobody);
    }
    CHECK(replay(walker.events) == state);
}

}  // namespace

TEST_CASE("ALL-1 under every random policy that the check accepts, somebody always owes something, and no restart changes anything") {
    int accepted = 0, long_walks = 0;
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        auto pack = generating::Generator(seed).pack();
        if (!policy::check(pack, {}).empty()) continue;
        ++accepted;
        const Ground here = ground_of(std::move(pack));
        for (std::uint64_t walk = 1; walk <= walks; ++walk) {
            Walker walker(here, seed * 100 + walk, Pace::Years);
            int step = 0;
            for (; step < steps && walker.step(); ++step) {
                INFO("pack ", seed, ", walk ", walk, ", step ", step, ": ", walker.last);
                promises(walker);
            }
            if (step == steps) ++long_walks;
        }
    }
    MESSAGE(accepted << " of " << packs << " random policies accepted, " << long_walks << " walks of " << steps << " steps");
    CHECK(accepted > packs / 20);
    CHECK(long_walks > accepted / 2);
}
