// A broken invariant is a bug of ours: it is thrown, in release builds too, and nothing is written.
#pragma once
#include <source_location>
#include <stdexcept>
#include <string>

namespace base {

/// We broke: never the user's fault, never the world's.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void ensure(bool holds, const char* what,
                   std::source_location where = std::source_location::current()) {
    if (holds) return;
    throw Bug(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + what);
}

}  // namespace base
