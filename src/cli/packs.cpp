#include "cli/packs.h"

#include "base/text.h"
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

tl::expected<std::vector<policy::Node>, base::Findings> trees_of(const std::vector<Layer>& layers) {
    std::vector<policy::Node> trees;
    for (const auto& layer : layers) {
        auto tree = yaml::parse(layer.text, layer.file);
        if (!tree) return tl::unexpected(tree.error());
        trees.push_back(std::move(*tree));
    }
    return trees;
}

tl::expected<policy::Loaded, base::Findings> load_checked(const std::vector<Layer>& layers) {
    const auto trees = trees_of(layers);
    return trees ? policy::load_checked(*trees) : tl::unexpected(trees.error());
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

base::Findings wrong_extends(const policy::Node& root, const std::string& what, const std::string& hint) {
    return {{root.find("extends")->place, what, hint, {}}};
}

/// The text of a file, and those it is laid over, the lowest first.
tl::expected<std::vector<Layer>, base::Findings> read_layers(const fs::path& path) {
    std::vector<Layer> layers;
    std::vector<fs::path> read;
    std::vector<std::string> keys;  // of the policies, from the file upwards to the one that is below all
    for (std::optional<fs::path> next = path; next;) {
        auto text = read_file(*next);
        if (!text) return tl::unexpected(text.error());
        const auto tree = yaml::parse(*text, next->string());
        layers.insert(layers.begin(), {std::move(*text), next->string()});
        const auto extends = tree ? policy::extended_by(*tree) : std::string{};
        if (extends.empty()) break;
        std::error_code error;
        read.push_back(fs::weakly_canonical(*next, error));
        const auto* key = tree->find("policy");
        keys.push_back(key ? key->text : next->string());
        next = find_extended(*next, extends);
        const auto again = next ? std::ranges::find(read, fs::weakly_canonical(*next, error)) : read.end();
        if (again != read.end()) {
            std::vector<std::string> round(keys.begin() + (again - read.begin()), keys.end());
            round.push_back(extends);
            return tl::unexpected(wrong_extends(*tree, "'extends' goes round: " + base::join(round, " extends "),
                                                "one of them has to stand by itself"));
        }
        if (next && layers.size() == policy::layers_max) {
            return tl::unexpected(wrong_extends(*tree, "more than " + std::to_string(policy::layers_max) + " policies are laid over one another: " +
                                                           base::join(keys, " extends ") + " extends " + extends,
                                                "put some of them together"));
        }
    }
    return layers;
}

}  // namespace

tl::expected<policy::Loaded, base::Findings> read_pack_text(std::string_view text, const std::string& file) {
    return load_checked(layers_of(text, file));
}

tl::expected<policy::Loaded, base::Findings> read_adopted_pack(std::string_view text, const std::string& file) {
    const auto trees = trees_of(layers_of(text, file));
    return trees ? policy::load_layers(*trees) : tl::unexpected(trees.error());
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

namespace {

/// A folder may be one of packs: says which can be given.
tl::unexpected<base::Findings> no_pack_in(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> packs;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (fs::is_regular_file(entry.path() / "policy.yaml", error)) packs.push_back(entry.path().string());
    }
    std::ranges::sort(packs);
    const std::string hint = packs.empty() ? "give the policy.yaml of a pack, or the folder it stands in" : "give one of: " + base::join(packs, ", ");
    return tl::unexpected(base::Findings{{{folder.string()}, "there is no policy.yaml in this folder", hint, {}}});
}

}  // namespace

tl::expected<fs::path, base::Findings> find_pack(const std::string& key_or_file, const Console& console) {
    std::error_code error;
    if (fs::is_regular_file(key_or_file, error)) return fs::path(key_or_file);
    if (fs::is_regular_file(fs::path(key_or_file) / "policy.yaml", error)) return fs::path(key_or_file) / "policy.yaml";
    std::vector<std::string> known;
    for (const auto& folder : console.pack_folders) {
        const auto path = folder / key_or_file / "policy.yaml";
        const bool plain = key_or_file.find('/') == std::string::npos && key_or_file != "..";
        if (plain && fs::is_regular_file(path, error)) return path;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (fs::exists(entry.path() / "policy.yaml", error)) known.push_back(entry.path().filename().string());
        }
    }
    if (fs::is_directory(key_or_file, error)) return no_pack_in(key_or_file);
    const std::string meant = base::nearest(key_or_file, known);
    const std::string hint = !meant.empty() ? "did you mean '" + meant + "'?"
                             : known.empty() ? "no packs are found here; say with --packs in which folder they stand, or give the policy.yaml of one"
                                             : "known are: " + base::join(known, ", ");
    return tl::unexpected(base::Findings{{{}, "'" + key_or_file + "' is neither a file nor the key of a pack", hint, {}}});
}

void print(const base::Findings& findings, std::ostream& to) {
    for (const auto& finding : findings) to << base::to_text(finding) << '\n';
}

}  // namespace cli
