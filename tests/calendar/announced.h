// The bank holidays as announced, 2012 to 2028: facts that the rules are held against.
#pragma once
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <set>
#include <string>

namespace announced {

/// The days of tests/calendar/holidays/<division>.json, which has one event a line.
inline std::set<std::chrono::sys_days> days_of(const std::string& division) {
    std::ifstream file("tests/calendar/holidays/" + division + ".json");
    REQUIRE_MESSAGE(file.good(), "run from the top of the repository");
    std::set<std::chrono::sys_days> days;
    const std::string key = "{\"date\": \"";
    for (std::string line; std::getline(file, line);) {
        const auto at = line.find(key);
        if (at == std::string::npos) continue;
        const auto date = line.substr(at + key.size(), 10);
        days.insert(std::chrono::year{std::stoi(date.substr(0, 4))} /
                    static_cast<unsigned>(std::stoi(date.substr(5, 2))) /
                    static_cast<unsigned>(std::stoi(date.substr(8, 2))));
    }
    return days;
}

}  // namespace announced
