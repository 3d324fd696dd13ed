// Laws that hold on every path through every policy, whoever does what and when.
#include "walker.h"

#include <doctest/doctest.h>

#include <map>

using namespace walking;

namespace {

constexpr int walks = 1 + 24 / slowness;
constexpr int steps = 40;

/// Runs `law` after every step of many walks through every pack.
template <class Law>
void on_every_path(Law law) {
    for (const auto& folder : pack_folders()) {
        const Ground here = ground(folder);
        for (std::uint64_t seed = 1; seed <= walks; ++seed) {
            Walker walker(here, seed);
            for (int i = 0; i < steps && walker.step(); ++i) {
                INFO("pack ", folder.string(), ", seed ", seed, ", step ", i, ": ", walker.last);
                if (!law(walker, here)) return;
            }
        }
    }
}

}  // namespace

TEST_CASE("ALL-1 on every path an open or settled disagreement has an open duty with an owner") {
    on_every_path([](const Walker& walker, const Ground&) {
        const Phase phase = walker.state.phase;
        if (phase != Phase::Open && phase != Phase::Settled) return true;
        const auto all = walker.duties_now();
        const bool owed = std::ranges::any_of(all, [](const Duty& duty) {
            return is_open(duty) && !duty.optional && !duty.owner.get().empty();
        });
        CHECK(owed);
        CHECK(whose_move(all) != Move::Nobody);
        return owed;
    });
}

TEST_CASE("restarting between any two steps changes nothing") {
    on_every_path([](Walker& walker, const Ground&) {
        const State again = replay(walker.events);
        const bool same = again == walker.state;
        CHECK(same);
        walker.state = again;
        return same;
    });
}

TEST_CASE("what has been done stays done, and what was late stays late") {
    std::map<std::string, Duty> seen;
    std::size_t length = 0;
    on_every_path([&](const Walker& walker, const Ground&) {
        if (walker.events.size() < length) seen.clear();
        length = walker.events.size();
        for (const auto& duty : walker.duties_now()) {
            const auto before = seen.find(duty.id);
            if (before != seen.end()) {
                const bool was_done = before->second.state == DutyState::Done || before->second.state == DutyState::DoneLate;
                const bool is_done = duty.state == DutyState::Done || duty.state == DutyState::DoneLate;
                INFO(duty.id);
                if (was_done) CHECK(is_done);
                if (before->second.breached && is_done) CHECK(duty.breached);
                CHECK(duty.since == before->second.since);
            }
            seen[duty.id] = duty;
        }
        return true;
    });
}

TEST_CASE("nobody sits on both sides, and no duty carries two owners under one id") {
    on_every_path([](const Walker& walker, const Ground&) {
        const Visit* visit = find_last_visit(walker.state);
        if (visit) {
            for (const auto& [agency, seat] : visit->receiving) {
                if (!seat.stand_in && !visit->raising.stand_in) CHECK(seat.post != visit->raising.post);
            }
        }
        std::set<std::string> ids;
        for (const auto& duty : walker.duties_now()) {
            INFO(duty.id);
            CHECK(ids.insert(duty.id).second);
        }
        return true;
    });
}

TEST_CASE("what is permitted is refused for its answers alone") {
    // A button that is shown must work: no refusal of phase, right or need may come after it.
    const std::set<std::string> rules_of_right{"wrong_phase", "not_yours", "nobody_can", "both_sides_never", "needed_first",
                                               "no_such_duty", "not_open", "done_otherwise", "nothing_to_confirm",
                                               "no_such_form", "duties_open", "not_settled", "line_ends"};
    on_every_path([&](Walker& walker, const Ground&) {
        for (const auto& refusal : walker.refused) {
            INFO(refusal.rule, ": ", refusal.why);
            const bool of_right = rules_of_right.contains(refusal.rule) && refusal.field.empty();
            CHECK_FALSE(of_right);
            if (of_right) return false;
        }
        walker.refused.clear();
        return true;
    });
}

TEST_CASE("every policy can be walked to its end, and through each of its stages") {
    for (const auto& folder : pack_folders()) {
        const Ground here = ground(folder);
        bool closed = false;
        std::set<std::string> stages;
        for (std::uint64_t seed = 1; seed <= 250 && !(closed && stages.size() == here.pack.stages.size()); ++seed) {
            Walker walker(here, seed);
            for (int i = 0; i < 60 && walker.step(); ++i) {}
            closed = closed || walker.state.phase == Phase::Closed;
            for (const auto& visit : walker.state.visits) stages.insert(visit.stage);
        }
        INFO(folder.string());
        CHECK(closed);
        CHECK(stages.size() == here.pack.stages.size());
    }
}
