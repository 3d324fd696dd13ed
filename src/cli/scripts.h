// Scenario files found and read: each with the pack that it tries out and the cast that plays it.
#pragma once
#include "cli/packs.h"

#include <vector>

namespace cli {

struct Script {
    std::filesystem::path file;
    policy::Pack pack;                       // with the house rules
    rehearsal::Cast cast;
    std::vector<rehearsal::Scenario> scenarios;
};

/// With its own cast, or `cast.yaml` beside it; or every finding.
tl::expected<Script, base::Findings> read_script(const std::filesystem::path& file, const std::filesystem::path& pack_file);

/// Scenario files below a folder, those of a pack by its key or its policy.yaml, or the file itself.
tl::expected<std::vector<std::filesystem::path>, base::Findings> find_scripts(const std::string& path, const Console&);

/// The one scenario file meant.
tl::expected<std::filesystem::path, base::Findings> find_script(const std::string& path);

}  // namespace cli
