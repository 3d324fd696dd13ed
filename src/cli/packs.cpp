#include "cli/packs.h"

#include "base/text.h"
#include "policy/check.h"
#include "policy/overlay.h"
#include "yaml/parse.h"

#include <algorithm>
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

namespace {

constexpr std::size_t layers_max = 5;
constexpr std::string_view between_layers = "\n---\n";

/// One text of a policy, with the name that findings give it.
struct Layer {
    std::string text;
    std::string file;
};

/// The texts of a bundle, each padded so that its lines keep their numbers.
std::vector<Layer> layers_of(std::string_view text, const std::string& file) {
    std::vector<Layer> layers;
    std::size_t lines = 0;
    while (true) {
        const auto end = text.find(between_layers);
        const auto part = text.substr(0, end);
        layers.push_back({std::string(lines, '\n') + std::string(part), file});
        if (end == std::string_view::npos) return layers;
        lines += static_cast<std::size_t>(std::ranges::count(part, '\n')) + 2;
        text.remove_prefix(end + between_layers.size());
    }
}

tl::expected<policy::Loaded, base::Findings> load_checked(const std::vector<Layer>& layers) {
    std::vector<policy::Node> trees;
    for (const auto& layer : layers) {
        auto tree = yaml::parse(layer.text, layer.file);
        if (!tree) return tl::unexpected(tree.error());
        trees.push_back(std::move(*tree));
    }
    auto loaded = policy::load_layers(trees);
    if (!loaded) return loaded;
    auto findings = policy::check(*loaded);
    if (!findings.empty()) return tl::unexpected(std::move(findings));
    return loaded;
}

/// The file of the policy that this one extends: in the folder beside its own, or the file beside it.
std::optional<fs::path> find_extended(const fs::path& path, const std::string& key) {
    std::error_code error;
    const auto folder = fs::absolute(path, error).parent_path();
    for (const auto& candidate : {folder.parent_path() / key / "policy.yaml", folder / (key + ".yaml")}) {
        if (fs::is_regular_file(candidate, error)) return candidate;
    }
    return std::nullopt;
}

/// The text of a file, and those it is laid over, the lowest first.
tl::expected<std::vector<Layer>, base::Findings> read_layers(const fs::path& path) {
    std::vector<Layer> layers;
    for (std::optional<fs::path> next = path; next && layers.size() < layers_max;) {
        auto text = read_file(*next);
        if (!text) return tl::unexpected(text.error());
        const auto tree = yaml::parse(*text, next->string());
        layers.insert(layers.begin(), {std::move(*text), next->string()});
        const auto extends = tree ? policy::extended_by(*tree) : std::string{};
        next = extends.empty() ? std::nullopt : find_extended(*next, extends);
    }
    return layers;
}

}  // namespace

tl::expected<policy::Loaded, base::Findings> read_pack_text(std::string_view text, const std::string& file) {
    return load_checked(layers_of(text, file));
}

tl::expected<policy::Loaded, base::Findings> read_pack(const fs::path& path) {
    const auto layers = read_layers(path);
    return layers ? load_checked(*layers) : tl::unexpected(layers.error());
}

tl::expected<std::string, base::Findings> read_whole_pack(const fs::path& path) {
    const auto layers = read_layers(path);
    if (!layers) return tl::unexpected(layers.error());
    std::vector<std::string> texts;
    for (const auto& layer : *layers) texts.push_back(layer.text);
    return base::join(texts, between_layers);
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
