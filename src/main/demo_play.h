// Plays all stories of the demo in the order of time, as the real people would have done.
#pragma once
#include "main/demo_actor.h"

namespace program::demo {

class Play {
public:
    Play(UseCases& use_cases, DataFolder& folder, SetClock& clock, const Days& days, const Words& words);

    /// The partnerships outlive the play.
    void add(const Partnership&);
    /// Up to the first moment of today: whatever was due by then has been recorded. A step that is refused is
    /// a Bug that names it.
    void run();

    std::size_t told() const { return tellings_.size(); }

private:
    /// A step of a story, at its time.
    struct Turn {
        base::Moment at;
        std::size_t telling;
        std::size_t step;
        int again = 0;  // how often it has gone on already
    };
    struct Later {
        bool operator()(const Turn& left, const Turn& right) const;
    };

    void let_time_pass(base::Moment until);
    void take(const Turn&);
    base::Result<bool> perform(Telling&, const Step&, const Turn&);

    UseCases& use_cases_;
    DataFolder& folder_;
    SetClock& clock_;
    const Days& days_;
    Answering answering_;
    Actor actor_;
    std::vector<Telling> tellings_;
    std::vector<Turn> turns_;  // a heap, the earliest first
};

}  // namespace program::demo
