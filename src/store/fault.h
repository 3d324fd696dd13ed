// When the world under a store broke: a lost disk, a foreign file, a second process.
#pragma once
#include <stdexcept>
#include <string>
#include <utility>

namespace store {

/// `what()` says it in plain words; `remedy()` says what to do, as a sentence.
class Fault : public std::runtime_error {
public:
    Fault(const std::string& what, std::string remedy)
        : std::runtime_error(what), remedy_(std::move(remedy)) {}

    const std::string& remedy() const { return remedy_; }

private:
    std::string remedy_;
};

}  // namespace store
