#include "cli/scripts.h"

#include "base/text.h"
#include "policy/house_rules.h"
#include "rehearsal/check_scenario.h"
#include "yaml/parse.h"

#include <algorithm>

namespace cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Findings> finding(const fs::path& file, std::string what, std::string hint) {
    return tl::unexpected(base::Findings{{{file.string()}, std::move(what), std::move(hint), {}}});
}

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

/// Nothing but blank lines, remarks and the beginning of a document.
bool says_nothing(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return std::ranges::all_of(base::split(text, '\n'), [](const auto& line) {
        const auto words = base::trimmed(line);
        return words.empty() || words.starts_with('#') || words == "---";
    });
}

tl::expected<policy::Node, base::Findings> read_tree(const fs::path& path, const std::string& needs) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    if (says_nothing(*text)) return finding(path, "the file is empty", needs);
    return yaml::parse(*text, path.string());
}

tl::expected<rehearsal::Cast, base::Findings> cast_beside(const fs::path& script) {
    const auto path = script.parent_path() / "cast.yaml";
    if (!is_file(path)) return finding(path, "there is no cast", "put cast.yaml beside the scenarios, or a 'cast:' into their file");
    const auto tree = read_tree(path, "a cast needs 'agencies:', a list of them with 'key', 'sector' and 'posts'");
    if (!tree) return tl::unexpected(tree.error());
    return rehearsal::load_cast(*tree);
}

bool is_scenario_file(const fs::path& file) {
    return file.extension() == ".yaml" && file.filename() != "cast.yaml" && file.filename() != "policy.yaml";
}

/// Any `examples/*.yaml` but the cast itself; of a folder called examples, its own.
std::vector<fs::path> scripts_below(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> scripts;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        const auto& file = entry.path();
        const auto parent = fs::absolute(file, error).lexically_normal().parent_path();
        if (parent.filename() == "examples" && is_scenario_file(file)) scripts.push_back(file);
    }
    std::ranges::sort(scripts);
    return scripts;
}

}  // namespace

tl::expected<Script, base::Findings> read_script(const fs::path& file, const fs::path& pack_file) {
    if (!is_file(pack_file)) {
        return finding(file, "there is no policy beside these scenarios: " + pack_file.string(),
                       "scenarios stand in the folder 'examples' beside policy.yaml");
    }
    auto loaded = read_pack(pack_file);
    if (!loaded) return tl::unexpected(loaded.error());
    const auto tree = read_tree(file, "a scenario file needs 'scenarios:', a list of them with 'scenario' (what it shows) and 'steps'");
    if (!tree) return tl::unexpected(tree.error());
    auto suite = rehearsal::load_suite(*tree);
    if (!suite) return tl::unexpected(suite.error());
    Script script{file, policy::with_house_rules(std::move(loaded->pack)), {}, std::move(suite->scenarios)};
    auto cast = suite->cast ? std::move(*suite->cast) : cast_beside(file);
    if (!cast) return tl::unexpected(cast.error());
    script.cast = std::move(*cast);
    auto findings = rehearsal::check_cast(script.cast, script.pack);
    if (!findings.empty()) return tl::unexpected(std::move(findings));
    return script;
}

tl::expected<std::vector<fs::path>, base::Findings> find_scripts(const std::string& path, const Console& console) {
    fs::path place = path;
    if (!is_file(place) && !is_folder(place)) {
        const auto pack = find_pack(path, console);
        if (!pack) return finding(path, "there is no such file or folder, and no pack of that key", "give a scenario file, the folder of a pack, or a folder of packs");
        place = pack->parent_path();
    }
    if (is_file(place)) {
        if (place.filename() == "cast.yaml") return finding(path, "this is the cast", "give a scenario file beside it, or the folder of the pack");
        if (place.filename() != "policy.yaml") return std::vector{place};
        place = fs::absolute(place).parent_path();
    }
    auto scripts = scripts_below(place);
    if (scripts.empty()) return finding(path, "there are no scenarios here", "they stand in examples/*.yaml beside a pack");
    return scripts;
}

tl::expected<fs::path, base::Findings> find_script(const std::string& path) {
    if (!is_folder(path)) return fs::path(path);
    const auto scripts = scripts_below(path);
    if (scripts.size() == 1) return scripts.front();
    std::vector<std::string> names;
    for (const auto& script : scripts) names.push_back(script.string());
    return finding(path, "this is a folder, and one scenario file is wanted",
                   names.empty() ? "there are no scenarios below it" : "give one of: " + base::join(names, ", "));
}

}  // namespace cli
