// The clock on the wall of this machine.
#pragma once
#include "base/moment.h"

namespace program {

class SystemClock final : public base::Clock {
public:
    base::Moment now() const override {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

}  // namespace program
