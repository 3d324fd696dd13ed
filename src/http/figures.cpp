#include "http/figures.h"

#include <algorithm>

namespace http {

void Figures::answered(int status, Duration took) {
    refused(status);
    const auto bound = std::ranges::find_if(
        bounds_ms, [&](int ms) { return took <= std::chrono::milliseconds(ms); });
    ++within_[static_cast<std::size_t>(bound - bounds_ms.begin())];
    took_ += took.count();
}

void Figures::refused(int status) {
    ++by_class_[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
}

Figures::Reading Figures::read() const {
    Reading now;
    std::ranges::copy(by_class_, now.by_class.begin());
    std::ranges::copy(within_, now.within.begin());
    now.took = Duration(took_.load());
    now.connections = connections_.load();
    return now;
}

}  // namespace http
