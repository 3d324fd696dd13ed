// Points in time. What a moment is on a wall clock is for calendar/ to say.
#pragma once
#include <chrono>

namespace base {

/// A second of real time, UTC.
using Moment = std::chrono::sys_seconds;

/// Asked only in main/, app/ and adapters; the floors below are handed a Moment.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

}  // namespace base
