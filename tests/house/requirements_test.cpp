// Every row of the requirements register is somewhere, and what the engine carries out is shown.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream file{path};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::regex id_shape{R"(\b(ALL|MED|STH|WIG|CHS|NTY)-\d+\b)"};

std::set<std::string> ids_in(const std::string& text) {
    std::set<std::string> ids;
    for (std::sregex_iterator it{text.begin(), text.end(), id_shape}, end; it != end; ++it) ids.insert(it->str());
    return ids;
}

/// IDs in the titles of scenarios, tests and journeys.
std::set<std::string> shown() {
    std::set<std::string> ids;
    const std::regex title{R"((- scenario:.*|TEST_CASE\(.*|  '[^'\n]{1,120}': async life))"};
    for (const auto* root : {"packs", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root}) {
            if (!entry.is_regular_file()) continue;
            const std::string text = text_of(entry.path());
            for (std::sregex_iterator it{text.begin(), text.end(), title}, end; it != end; ++it) ids.merge(ids_in(it->str()));
        }
    }
    return ids;
}

}  // namespace

TEST_CASE("every requirement has its line, and what is not left for later is shown by a scenario or a test") {
    std::ifstream file{"docs/requirements.md"};
    const auto titles = shown();
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        const auto ids = ids_in(line.substr(0, 12));
        if (ids.empty()) continue;
        ++rows;
        const bool later = line.find("later:") != std::string::npos;
        INFO(line);
        CHECK((later || titles.contains(*ids.begin())));
    }
    CHECK(rows == 75);
}
