// The plan of the house, held against every include. ARCHITECTURE.md draws the same picture.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::map<std::string, int> floor_of{
    {"base", 0},      {"calendar", 1}, {"html", 1},   {"json", 1},         {"ledger", 1}, {"store", 1},
    {"policy", 2},    {"directory", 2}, {"access", 2}, {"govuk", 2},        {"disagreement", 3},
    {"app", 4},       {"rehearsal", 4}, {"sqlite", 5}, {"yaml", 5},         {"diagram", 5},    {"pdf", 5},     {"http", 5},   {"crypto", 5},
    {"qr", 5},
    {"web", 6},       {"api", 6},       {"cli", 6},       {"main", 7},
};

/// Arrows between rooms of one floor, as ARCHITECTURE.md draws them: the store vouches for its entries.
const std::set<std::pair<std::string, std::string>> drawn{{"store", "ledger"}};

/// Foreign headers below floor 5, each in the one room that hides them.
const std::map<std::string, std::set<std::string>> foreign_below_5{
    {"tl/expected.hpp", {"base", "calendar", "html", "json", "ledger", "store", "policy", "directory", "access", "govuk", "disagreement", "app", "rehearsal"}},
    {"fmt/format.h", {"base", "calendar", "html", "json", "ledger", "store", "policy", "directory", "access", "govuk", "disagreement", "app", "rehearsal"}},
    {"boost/json.hpp", {"json"}}, {"boost/json/basic_parser_impl.hpp", {"json"}},
    {"date/tz.h", {"calendar"}},  {"sodium/crypto_hash_sha256.h", {"ledger"}},
};

std::string room_of(const fs::path& file) { return (++file.begin())->string(); }

template <class See>
void each_line(See see) {
    for (const auto& entry : fs::recursive_directory_iterator{"src"}) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream file{entry.path()};
        int number = 0;
        for (std::string line; std::getline(file, line);) see(entry.path(), ++number, line);
    }
}

}  // namespace

TEST_CASE("every include leads to the same room or down the stairs") {
    const std::regex include_line{R"re(^#include "(\w+)/.*)re"};
    int seen = 0;
    each_line([&](const fs::path& file, int number, const std::string& line) {
        std::smatch found;
        const std::string room = room_of(file);
        if (!std::regex_match(line, found, include_line) || found[1] == room) return;
        ++seen;
        INFO(file.string(), ":", number, ": ", line);
        REQUIRE(floor_of.contains(found[1]));
        const bool down = floor_of.at(found[1]) < floor_of.at(room);
        CHECK((down || drawn.contains({room, found[1]})));
    });
    CHECK(seen > 100);
}

TEST_CASE("foreign headers below floor 5 stay in the rooms that hide them") {
    const std::regex include_line{R"re(^#include <([\w./]+\.(h|hpp)|[\w]+/[\w./]+)>.*)re"};
    each_line([&](const fs::path& file, int number, const std::string& line) {
        std::smatch found;
        const std::string room = room_of(file);
        if (floor_of.at(room) >= 5 || !std::regex_match(line, found, include_line)) return;
        INFO(file.string(), ":", number, ": ", line);
        const std::string header = found[1];
        const auto rule = foreign_below_5.find(header);
        const bool boost_json = room == "json" && header.starts_with("boost/json");
        CHECK((boost_json || (rule != foreign_below_5.end() && rule->second.contains(room))));
    });
}

TEST_CASE("what papers are set with stays in its room") {
    const std::regex foreign{R"re(^#include <(pango/|cairo|qpdf/|glib).*)re"};
    std::set<std::string> rooms;
    each_line([&](const fs::path& file, int, const std::string& line) {
        if (std::regex_match(line, foreign)) rooms.insert(room_of(file));
    });
    CHECK(rooms == std::set<std::string>{"pdf"});
}

TEST_CASE("Beast and Asio appear in three files at most") {
    std::set<std::string> files;
    each_line([&](const fs::path& file, int, const std::string& line) {
        const bool includes = line.starts_with("#include <boost/asio") || line.starts_with("#include <boost/beast");
        if (includes) files.insert(file.string());
    });
    CHECK(files.size() <= 3);
}

TEST_CASE("no policy is named in code, but in the demo") {
    std::vector<std::string> keys;
    for (const auto& entry : fs::recursive_directory_iterator{"packs"}) {
        const auto key = entry.path().parent_path().filename().string();
        if (entry.path().filename() == "policy.yaml") keys.push_back("\"" + key + "\"");
    }
    REQUIRE(keys.size() >= 5);
    each_line([&](const fs::path& file, int number, const std::string& line) {
        if (file.string().starts_with("src/main/demo")) return;
        INFO(file.string(), ":", number, ": ", line);
        CHECK(std::ranges::none_of(keys, [&](const auto& key) { return line.find(key) != std::string::npos; }));
    });
}

TEST_CASE("floors 0 to 3 contain no try, no clock and no dice") {
    const std::regex forbidden{R"re(\btry\s*\{|system_clock|steady_clock|random_device|\bstd::rand\b|\bgetenv\b|std::cout|std::cerr)re"};
    each_line([&](const fs::path& file, int number, const std::string& line) {
        if (floor_of.at(room_of(file)) > 3) return;
        INFO(file.string(), ":", number, ": ", line);
        CHECK_FALSE(std::regex_search(line, forbidden));
    });
}

TEST_CASE("a file is short enough to be read") {
    std::map<std::string, int> lines;
    each_line([&](const fs::path& file, int number, const std::string&) { lines[file.string()] = number; });
    for (const auto& [file, count] : lines) {
        INFO(file, " has ", count, " lines");
        CHECK(count <= 450);
    }
}
