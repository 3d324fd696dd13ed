// `concordat partnership rule`, `move` and `calendar`: what becomes of a policy and its dates once it is at work.
#pragma once
#include <string>
#include <vector>

#include "app/calendars.h"
#include "app/moves.h"
#include "cli/options.h"

namespace cli {

struct RuleArgs {
    FolderArgs folder;
    std::string key;
    std::string policy;   // empty: the one the partnership works under
    std::string edition;  // empty: the newest
    std::string reading;
    std::string ruling;
    std::string by;
    std::string on;
};

struct MoveArgs {
    FolderArgs folder;
    std::string key;
    std::vector<std::string> references;
    bool all = false;
    std::string policy;
    std::string edition;
    std::vector<std::string> map;  // "OLD=NEW"
    std::string why;
    bool dry_run = false;
};

struct CalendarArgs {
    FolderArgs folder;
    std::string key;
    std::vector<std::string> closed;  // "2026-12-24=Offices closed"
    std::vector<std::string> reopened;
    std::vector<std::string> bodies;  // "subgroup=2026-12-10,2027-01-14"
    bool preview = false;
    bool move_open = false;
    std::string why;
};

struct EditionArgs {
    RuleArgs rule;
    MoveArgs move;
    CalendarArgs calendar;
};

struct EditionCommands {
    CLI::App* rule = nullptr;
    CLI::App* move = nullptr;
    CLI::App* calendar = nullptr;
};

/// Adds them to the group `partnership`, which must be there.
EditionCommands add_edition_commands(CLI::App& app, EditionArgs& args);

/// Each returns the exit status.
int run_partnership_rule(const RuleArgs&, const Console&, app::Administration&);
int run_partnership_move(const MoveArgs&, const Console&, app::Moves&);
int run_partnership_calendar(const CalendarArgs&, const Console&, app::Calendars&);

/// Where disagreements would stand or stand now, one after the other.
std::string in_words(const std::vector<app::Placed>&);
json::Value as_json(const std::vector<app::Placed>&);

}  // namespace cli
