#include "main/demo_play.h"

#include <algorithm>
#include <tuple>

#include "app/expiry.h"
#include "base/ensure.h"

namespace program::demo {
namespace {

/// Things done one after another take somebody a while.
constexpr std::chrono::minutes pause{7};
constexpr int again_max = 40;

[[noreturn]] void give_up(const Telling& telling, const Step& step, const std::string& why) {
    throw base::Bug("the demo's story '" + telling.story.title + "' of " + telling.partnership.key + ", at " +
                    step.at + " " + step.who + " " + step.does + " " + step.about + ": " + why);
}

}  // namespace

Play::Play(UseCases& use_cases, DataFolder& folder, SetClock& clock, const Days& days, const Words& words)
    : use_cases_(use_cases),
      folder_(folder),
      clock_(clock),
      days_(days),
      answering_(words, days),
      actor_(use_cases, clock, days, answering_) {}

bool Play::Later::operator()(const Turn& left, const Turn& right) const {
    return std::tie(left.at, left.telling, left.step) > std::tie(right.at, right.telling, right.step);
}

void Play::add(const Partnership& partnership) {
    for (const auto& story : partnership.stories) {
        const std::string id = partnership.key + "-" + std::to_string(tellings_.size());
        for (std::size_t step = 0; step < story.steps.size(); ++step) {
            turns_.push_back({days_.moment(story.steps[step].at), tellings_.size(), step});
        }
        tellings_.push_back({partnership, story, id});
    }
}

void Play::run() {
    std::ranges::make_heap(turns_, Later{});
    while (!turns_.empty()) {
        std::ranges::pop_heap(turns_, Later{});
        const Turn turn = turns_.back();
        turns_.pop_back();
        take(turn);
    }
    let_time_pass(days_.start_of(days_.today()));
    use_cases_.reads_log.flush();
}

/// Each night, what was due that day and was not done is recorded, as the service would.
void Play::let_time_pass(base::Moment until) {
    if (clock_.now() == base::Moment{}) clock_.set(until);
    for (auto day = days_.day_of(clock_.now()) + std::chrono::days(1); days_.start_of(day) <= until;
         day += std::chrono::days(1)) {
        clock_.set(days_.start_of(day));
        const auto expired = app::expire_due(folder_.ledger(), use_cases_.transact, clock_.now());
        base::ensure(expired.refused.empty(), "what was due in the demo can be recorded");
    }
    clock_.set(until);
}

void Play::take(const Turn& turn) {
    auto& telling = tellings_[turn.telling];
    const Step& step = telling.story.steps[turn.step];
    let_time_pass(turn.at);
    const auto goes_on = perform(telling, step, turn);
    if (!goes_on)
        give_up(
            telling, step,
            goes_on.error().why + (goes_on.error().field.empty() ? "" : " [" + goes_on.error().field + "]"));
    if (!*goes_on) return;
    if (turn.again > again_max) give_up(telling, step, "it does not come to an end");
    turns_.push_back({turn.at + pause, turn.telling, turn.step, turn.again + 1});
    std::ranges::push_heap(turns_, Later{});
}

/// Whether the step goes on after a pause.
base::Result<bool> Play::perform(Telling& telling, const Step& step, const Turn& turn) {
    const bool leaves_stage = step.does == "escalate" || step.does == "go_up_the_line";
    if (leaves_stage && turn.again > 0) return actor_.catch_up(telling, step);
    if (step.does == "finish") return actor_.finish(telling, step);
    if (step.does == "duties") return actor_.do_next_duty(telling, step);
    const auto done = step.does == "raise"  ? actor_.raise(telling, step)
                      : step.does == "duty" ? actor_.do_duty(telling, step)
                                            : actor_.act(telling, step);
    if (!done) return tl::unexpected(done.error());
    // What the stage before still wants is done while the papers are at hand.
    return leaves_stage;
}

}  // namespace program::demo
