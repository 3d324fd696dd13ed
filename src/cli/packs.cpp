#include "cli/packs.h"

#include "base/text.h"
#include "policy/check.h"
#include "yaml/parse.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace cli {

namespace fs = std::filesystem;

tl::expected<std::string, base::Findings> read_file(const fs::path& path) {
    std::error_code error;
    const bool is_file = fs::is_regular_file(path, error);
    std::ifstream file(path, std::ios::binary);
    if (!is_file || !file) {
        return tl::unexpected(base::Findings{{{path.string()}, "the file cannot be read", "check the path and who may read it", {}}});
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

tl::expected<policy::Loaded, base::Findings> read_pack_text(std::string_view text, const std::string& file) {
    const auto tree = yaml::parse(text, file);
    if (!tree) return tl::unexpected(tree.error());
    auto loaded = policy::load(*tree);
    if (!loaded) return loaded;
    auto findings = policy::check(*loaded);
    if (!findings.empty()) return tl::unexpected(std::move(findings));
    return loaded;
}

tl::expected<policy::Loaded, base::Findings> read_pack(const fs::path& path) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    return read_pack_text(*text, path.string());
}

tl::expected<fs::path, base::Findings> find_pack(const std::string& key_or_file, const Console& console) {
    std::error_code error;
    if (fs::is_regular_file(key_or_file, error)) return fs::path(key_or_file);
    std::vector<std::string> known;
    for (const auto& folder : console.pack_folders) {
        const auto path = folder / key_or_file / "policy.yaml";
        const bool plain = key_or_file.find('/') == std::string::npos && key_or_file != "..";
        if (plain && fs::is_regular_file(path, error)) return path;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (fs::exists(entry.path() / "policy.yaml", error)) known.push_back(entry.path().filename().string());
        }
    }
    const std::string meant = base::nearest(key_or_file, known);
    const std::string hint = !meant.empty() ? "did you mean '" + meant + "'?" : "known are: " + base::join(known, ", ");
    return tl::unexpected(base::Findings{{{}, "'" + key_or_file + "' is neither a file nor the key of a pack", hint, {}}});
}

void print(const base::Findings& findings, std::ostream& to) {
    for (const auto& finding : findings) to << base::to_text(finding) << '\n';
}

}  // namespace cli
