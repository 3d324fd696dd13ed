// How a server has done since it started, for those who watch over it. Safe to use from many threads.
#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>

namespace http {

class Figures {
public:
    using Duration = std::chrono::microseconds;
    static constexpr std::array<int, 9> bounds_ms{5, 10, 25, 50, 100, 250, 500, 1000, 5000};

    /// Copied at one moment; a count may be ahead of another by what is under way.
    struct Reading {
        std::array<std::size_t, 6> by_class{};                    // [4]: statuses 400 to 499
        std::array<std::size_t, bounds_ms.size() + 1> within{};   // the last: longer than all bounds
        Duration took{};                                          // all answers together
        std::size_t connections = 0;                              // open now
    };

    /// From the whole request to its answer, waiting for a worker included.
    void answered(int status, Duration took);
    /// Refused by the server itself, before or without a handler.
    void refused(int status);
    void opened() { ++connections_; }
    void closed() { --connections_; }

    Reading read() const;

private:
    std::array<std::atomic<std::size_t>, 6> by_class_{};
    std::array<std::atomic<std::size_t>, bounds_ms.size() + 1> within_{};
    std::atomic<std::int64_t> took_{0};
    std::atomic<std::size_t> connections_{0};
};

}  // namespace http
