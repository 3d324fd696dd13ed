// What a command of the console is handed, and the statuses it ends with.
#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace cli {

/// The streams, and where packs are looked for by key, in that order.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::vector<std::filesystem::path> pack_folders;
};

enum Status { Done = 0, Findings = 1, WrongUsage = 2, Fault = 3 };

}  // namespace cli
