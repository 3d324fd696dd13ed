// A disagreement as it stands when somebody asks: worked out once, looked at by every rule.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

struct Situation {
    const State& state;
    const Setting& setting;
    Duties duties;                           // judged at setting.now
};

inline Situation situation(const State& state, const Setting& setting) {
    return {state, setting, duties(state, setting.pack, setting.calendar, setting.now)};
}

}  // namespace disagreement
