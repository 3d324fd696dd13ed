// Something done again and again beside the service, on a thread of its own.
#pragma once
#include <chrono>
#include <functional>
#include <ostream>
#include <string>
#include <thread>

namespace program {

/// Begins at once; ends, after the turn under way, when it goes. A fault is written to `log`, and the
/// next turn tries again.
class Chore {
public:
    Chore(std::string name, std::chrono::milliseconds pause, std::function<void()> work, std::ostream& log);

private:
    std::jthread thread_;
};

}  // namespace program
