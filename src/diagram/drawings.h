// Flowcharts that have been drawn: each once, however many ask for it.
#pragma once
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "diagram/diagram.h"

namespace diagram {

/// Laying one out takes tens of milliseconds, one at a time, and Graphviz keeps some of the memory for ever.
/// Safe to use from many threads.
class Drawings {
public:
    /// As draw(): of a pack with the rules of the house. Of more than `kept_max`, the first drawn are drawn anew.
    std::string of(const policy::Pack&);

    static constexpr std::size_t kept_max = 50;
    /// How often one had to be drawn.
    std::size_t drawn() const;

private:
    mutable std::mutex mutex_;
    std::vector<std::pair<policy::Pack, std::string>> kept_;
    std::size_t drawn_ = 0;
};

}  // namespace diagram
