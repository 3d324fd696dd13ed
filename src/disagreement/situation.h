// A disagreement as it stands when somebody asks: worked out once, looked at by every rule.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

struct Situation {
    const State& state;
    const Setting& setting;
    const Duties& duties;                    // as things stand: see duties_in
};

/// What is owed as things stand, judged at setting.now.
inline Duties duties_in(const State& state, const Setting& setting) {
    return duties(state, setting.pack, setting.calendar, setting.now);
}

}  // namespace disagreement
