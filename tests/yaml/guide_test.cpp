// The guide to the language says what the loader reads: every key, every word, in examples that are well
// written.
#include "base/text.h"
#include "policy/load_shape.h"
#include "policy/words.h"
#include "yaml/parse.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

using policy::Shape;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    REQUIRE_MESSAGE(in.good(), path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string guide() {
    return text_of("docs/guides/pack-language.md");
}

/// The packs whose scenarios are played, those that only show the language included.
std::vector<std::filesystem::path> packs() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("packs")) {
        if (entry.path().filename() == "policy.yaml") found.push_back(entry.path());
    }
    return found;
}

std::vector<std::string> examples(const std::string& text) {
    std::vector<std::string> found;
    const std::string opening = "```yaml\n";
    for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
        at += opening.size();
        found.push_back(text.substr(at, text.find("```", at) - at));
    }
    return found;
}

/// Long lists of words have a table of their own in the guide.
std::string written_as(const Shape& shape) {
    const bool words = shape.kind == Shape::Kind::Word && shape.words.size() > 5;
    if (words) return "a word";
    const bool list = shape.kind == Shape::Kind::List && shape.of[0].kind == Shape::Kind::Word;
    return list ? "a list of words" : policy::in_words(shape);
}

void each_record(const Shape& shape, std::set<std::string>& seen,
                 const std::function<void(const Shape&)>& visit) {
    if (shape.kind == Shape::Kind::Record && seen.insert(shape.name).second) {
        visit(shape);
        for (const auto& key : shape.keys) each_record(key.shape, seen, visit);
    }
    for (const auto& part : shape.of) each_record(part, seen, visit);
}

void collect_keys(const policy::Node& node, std::set<std::string>& keys) {
    for (const auto& entry : node.entries) {
        keys.insert(entry.key);
        collect_keys(entry.value, keys);
    }
    for (const auto& item : node.items) collect_keys(item, keys);
}

template <class E>
void says_every_word(const std::string& text) {
    for (const auto& named : policy::words_of<E>()) {
        CHECK_MESSAGE(text.find("`" + std::string(named.word) + "`") != std::string::npos, named.word);
    }
}

}  // namespace

TEST_CASE("the guide has a line for every key that the loader reads") {
    const auto text = guide();
    std::set<std::string> seen;
    each_record(policy::pack_shape(), seen, [&](const Shape& record) {
        for (const auto& key : record.keys) {
            const auto line = "| `" + key.key + "` | " + (key.required ? "must" : "may") + " | " + key.about +
                              " | " + written_as(key.shape) + " |";
            CHECK_MESSAGE(text.find(line) != std::string::npos, line);
        }
    });
    CHECK(seen.size() > 25);
}

TEST_CASE("the guide shows every key in an example, and its examples are well written") {
    std::set<std::string> shown;
    for (const auto& example : examples(guide())) {
        const auto tree = yaml::parse(example, "guide");
        REQUIRE_MESSAGE(tree.has_value(), example);
        collect_keys(*tree, shown);
    }
    std::set<std::string> seen;
    each_record(policy::pack_shape(), seen, [&](const Shape& record) {
        for (const auto& key : record.keys) CHECK_MESSAGE(shown.contains(key.key), key.key);
    });
}

TEST_CASE("the guide says every word of every closed list") {
    const auto text = guide();
    says_every_word<policy::Happening>(text);
    says_every_word<policy::What>(text);
    says_every_word<policy::Ask>(text);
    says_every_word<policy::Strength>(text);
    says_every_word<policy::Silence>(text);
    says_every_word<policy::StageKind>(text);
    says_every_word<policy::TierRow::From>(text);
    says_every_word<policy::Members::From>(text);
    says_every_word<policy::Meeting::Effect>(text);
    says_every_word<policy::Then>(text);
    says_every_word<policy::Profile>(text);
    says_every_word<policy::Force>(text);
    says_every_word<policy::Channel>(text);
    says_every_word<policy::Whom>(text);
    says_every_word<policy::FieldKind>(text);
    says_every_word<policy::Privacy>(text);
    says_every_word<calendar::Convention>(text);
    for (const auto& word : policy::words_before())
        CHECK_MESSAGE(text.find("`" + word + "`") != std::string::npos, word);
}

TEST_CASE("every key of the language, and every question of a condition, stands in a pack that is played") {
    std::set<std::string> used;
    for (const auto& path : packs()) {
        const auto tree = yaml::parse(text_of(path), path.string());
        REQUIRE_MESSAGE(tree.has_value(), path.string());
        collect_keys(*tree, used);
    }
    std::set<std::string> seen;
    each_record(policy::pack_shape(), seen, [&](const Shape& record) {
        for (const auto& key : record.keys) CHECK_MESSAGE(used.contains(key.key), key.key);
    });
    for (const auto& ask : policy::words_of<policy::Ask>()) CHECK_MESSAGE(used.contains(std::string(ask.word)), ask.word);
}

TEST_CASE("the guide to writing a policy shows well written examples, and stories that are there") {
    const auto text = text_of("docs/guides/writing-a-policy.md");
    for (const auto& example : examples(text)) CHECK_MESSAGE(yaml::parse(example, "guide").has_value(), example);
    const auto table = text.substr(text.find("## Every construct"));
    std::string shown;
    for (const auto& path : packs()) {
        const auto folder = path.parent_path();
        if (folder.parent_path().filename() != "examples") continue;
        CHECK_MESSAGE(table.find(folder.filename().string()) != std::string::npos, folder.string());
        for (const auto& entry : std::filesystem::directory_iterator(folder / "examples")) shown += "`" + entry.path().filename().string() + "`";
    }
    for (auto at = table.find(".yaml`"); at != std::string::npos; at = table.find(".yaml`", at + 1)) {
        const auto name = table.substr(table.rfind('`', at), at + 6 - table.rfind('`', at));
        CHECK_MESSAGE(shown.find(name) != std::string::npos, name);
    }
}

TEST_CASE("the limits that the guide shows can be read") {
    for (const auto* limit :
         {"5 working days", "3 calendar days", "2 weeks", "1 month", "48 hours", "4 working hours",
          "30 working minutes", "same day", "same working day", "next meeting of board", "as agreed",
          "set for the case", "in words: without delay", "none stated"}) {
        CHECK_MESSAGE(calendar::parse_limit(limit).has_value(), limit);
        CHECK_MESSAGE(guide().find("`" + std::string(limit) + "`") != std::string::npos, limit);
    }
}
