#include "cli/stage_map.h"

namespace cli {

std::optional<std::pair<std::string, std::string>> in_two(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) return std::nullopt;
    return std::pair{text.substr(0, at), text.substr(at + 1)};
}

tl::expected<disagreement::StageMap, base::Findings> parse_stage_map(const std::vector<std::string>& pairs) {
    disagreement::StageMap stages;
    base::Findings faults;
    for (const auto& pair : pairs) {
        const auto parts = in_two(pair);
        if (!parts)
            faults.push_back({{}, "'" + pair + "' maps no stage", "write it as OLD=NEW", {}});
        else if (!stages.emplace(*parts).second)
            faults.push_back({{}, "the stage '" + parts->first + "' is mapped twice", "say it once", {}});
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return stages;
}

}  // namespace cli
