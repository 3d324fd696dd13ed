// A broken invariant is a bug of ours: it is thrown, in release builds too, and nothing is written.
#pragma once
#include <stdexcept>
#include <string>

namespace base {

/// We broke: never the user's fault, never the world's.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void ensure(bool holds, const char* what, const char* file = __builtin_FILE(),
                   int line = __builtin_LINE()) {
    if (holds) return;
    throw Bug(std::string(file) + ":" + std::to_string(line) + ": " + what);
}

}  // namespace base
