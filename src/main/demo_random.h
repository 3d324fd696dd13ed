// References and ids of the demo: the same ones each time, so that walk-throughs and tests can name them.
#pragma once
#include <cstdint>
#include <random>

#include "store/secrets.h"

namespace program::demo {

/// Never for keys or tokens: anybody can work out what comes next.
class SameEachTime final : public store::Random {
public:
    std::string bytes(std::size_t count) override;
    std::string token() override;
    std::string id() override;

private:
    std::mt19937_64 engine_{0x436f6e636f726461};
};

}  // namespace program::demo
