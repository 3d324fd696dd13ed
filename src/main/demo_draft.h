// The folder of a demo while it is being made: it takes its own name only once it is whole.
#pragma once
#include <filesystem>

namespace program::demo {

/// Made in memory where there is such a place, since a demo that fails half-way needs no disk: some
/// two thousand commits would each wait for it.
class Draft {
public:
    /// A folder that cannot be made there is a store::Fault.
    explicit Draft(const std::filesystem::path& whole);
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    /// Leaves nothing behind but what was kept.
    ~Draft();

    const std::filesystem::path& path() const { return made_in_; }
    /// Nothing may be open in it any more.
    void keep();

private:
    std::filesystem::path whole_;
    std::filesystem::path beside_;  // on the same disk, so that it is renamed in one step
    std::filesystem::path made_in_;
};

}  // namespace program::demo
