#include "cli/editions.h"

#include <CLI/CLI.hpp>

#include "app/reference.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "cli/stage_map.h"

namespace cli {
namespace {

base::Findings found(const std::string& what, const std::string& hint) {
    return {{{}, what, hint, {}}};
}

std::optional<calendar::Date> day_of(const std::string& text, base::Findings& faults) {
    const auto day = calendar::parse_date(text);
    if (day) return *day;
    faults.push_back({{}, "'" + text + "' is not a date", "write it as 2026-11-19", {}});
    return std::nullopt;
}

void add_rule(CLI::App& group, RuleArgs& args, EditionCommands& commands) {
    auto* rule = group.add_subcommand("rule", "Record what the partnership holds a reading to mean");
    add_folder(*rule, args.folder);
    rule->add_option("--key", args.key, "Key of the partnership")->required();
    rule->add_option("--reading", args.reading, "Key of the reading: see 'policy show'")->required();
    rule->add_option("--ruling", args.ruling, "What was ruled, in words")->required();
    rule->add_option("--by", args.by, "Who ruled: a post, or a person by name")->required();
    rule->add_option("--on", args.on, "On which day")->required()->type_name("DATE");
    rule->add_option("--policy", args.policy, "Key of the policy (default: the one it works under)");
    rule->add_option("--edition", args.edition, "Edition that the ruling is about (default: the newest)");
    rule->footer(
        "From then on it stands beside the reading, on the policy's page and on every disagreement that relies\n"
        "on it. It holds for other editions too, as long as they say the same of the reading.\n"
        "Example: concordat partnership rule --data data --key riverside --reading counting \\\n"
        "             --ruling \"The day after the start is day one\" --by \"Chair of the policy group\" --on 2026-11-18");
    commands.rule = rule;
}

void add_move(CLI::App& group, MoveArgs& args, EditionCommands& commands) {
    auto* move = group.add_subcommand("move", "Move what is under way to another edition that was adopted");
    add_folder(*move, args.folder);
    move->add_option("--key", args.key, "Key of the partnership")->required();
    auto* references = move->add_option("--reference", args.references, "Which disagreement; may be repeated");
    move->add_flag("--all", args.all, "All that are under way under another edition")->excludes(references);
    move->add_option("--edition", args.edition, "Edition to move to")->required();
    move->add_option("--policy", args.policy, "Key of the policy to move to (default: the one that each is under)");
    move->add_option("--map", args.map, "Which stage of the new edition an old one is; may be repeated")
        ->type_name("OLD=NEW");
    move->add_option("--why", args.why, "The reason, which goes into each record");
    move->add_flag("--dry-run", args.dry_run, "Say where each would stand, and move nothing");
    move->footer(
        "What is under way keeps its edition until it is moved. Where one of them has something without a place\n"
        "in the new edition, none is moved. Those whose dates move are told.\n"
        "Example: concordat partnership move --data data --key riverside --all --edition 2027 \\\n"
        "             --map stage-1=practitioners --why \"Agreed by the executive\" --dry-run");
    commands.move = move;
}

void add_calendar(CLI::App& group, CalendarArgs& args, EditionCommands& commands) {
    auto* command = group.add_subcommand("calendar", "Close or re-open days, enter meetings, and move open dates");
    add_folder(*command, args.folder);
    command->add_option("--key", args.key, "Key of the partnership")->required();
    command->add_option("--close", args.closed, "A day that does not count, and why; may be repeated")->type_name("DATE=WHY");
    command->add_option("--reopen", args.reopened, "A day that counts after all; may be repeated")->type_name("DATE");
    command->add_option("--bodies", args.bodies, "All dated meetings of a body from now on; may be repeated")
        ->type_name("BODY=DATE,DATE");
    command->add_flag("--preview", args.preview, "List every open date that would move, and change nothing");
    auto* move = command->add_flag("--move-open", args.move_open, "Move what is under way to the calendar in force");
    command->add_option("--why", args.why, "The reason for moving, which goes into each record")->needs(move);
    command->footer(
        "A change makes a new edition of the calendar for what is raised from then on. What is under way keeps\n"
        "its own until it is moved with --move-open; meetings count for all at once.\n"
        "Examples: concordat partnership calendar --data data --key riverside --close \"2026-12-24=Offices closed\" --preview\n"
        "          concordat partnership calendar --data data --key riverside --move-open --why \"Agreed by the executive\"");
    commands.calendar = command;
}

tl::expected<app::CalendarChange, base::Findings> change_of(const CalendarArgs& args) {
    app::CalendarChange change{.partnership = args.key};
    base::Findings faults;
    for (const auto& text : args.closed) {
        const auto parts = in_two(text);
        if (!parts) {
            faults.push_back({{}, "'" + text + "' does not say a day and why", "write it as 2026-12-24=Offices closed", {}});
        } else if (const auto day = day_of(parts->first, faults)) {
            change.closed[*day] = parts->second;
        }
    }
    for (const auto& text : args.reopened) {
        if (const auto day = day_of(text, faults)) change.reopened.insert(*day);
    }
    for (const auto& text : args.bodies) {
        const auto parts = in_two(text);
        if (!parts) {
            faults.push_back({{}, "'" + text + "' does not say a body and its days", "write it as subgroup=2026-12-10,2027-01-14", {}});
            continue;
        }
        auto& days = change.meetings[parts->first];
        for (const auto& day_text : base::split(parts->second, ',')) {
            if (const auto day = day_of(base::trimmed(day_text), faults)) days.insert(*day);
        }
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return change;
}

std::size_t dates_in(const std::vector<app::Placed>& all) {
    std::size_t count = 0;
    for (const auto& one : all) count += one.changes.size();
    return count;
}

std::string counted(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

/// Nothing was looked at yet: the command itself is not whole.
int misused(const FolderArgs& args, const Console& console, const base::Findings& why) {
    complain(args, console, why);
    return WrongUsage;
}

int answer_calendar(const CalendarArgs& args, const Console& console, const std::vector<app::Placed>& all,
                    const std::string& done) {
    const bool moved = args.move_open && !args.preview;
    json::Object object;
    object.set("partnership", args.key).set("done", done).set(moved ? "moved" : "would_move", as_json(all));
    std::string text;
    if (moved)
        text = counted(all.size(), "disagreement") + " moved to the calendar in force, " +
               counted(dates_in(all), "open date") + " with them";
    else if (args.preview)
        text = counted(dates_in(all), "open date") + " would move";
    else
        text = all.empty() ? "the calendar is set; no open date would move by it"
                           : "the calendar is set for what is raised from now on; " + counted(dates_in(all), "open date") +
                                 " would move with --move-open:";
    const auto list = in_words(all);
    answer(args.folder, console, object, list.empty() ? text : text + "\n" + list);
    const bool behind = std::ranges::any_of(all, [](const auto& one) { return !one.no_place.empty(); });
    return moved && behind ? Findings : Done;
}

}  // namespace

EditionCommands add_edition_commands(CLI::App& app, EditionArgs& args) {
    EditionCommands commands;
    auto* group = app.get_subcommand("partnership");
    add_rule(*group, args.rule, commands);
    add_move(*group, args.move, commands);
    add_calendar(*group, args.calendar, commands);
    return commands;
}

int run_partnership_rule(const RuleArgs& args, const Console& console, app::Administration& administration) {
    base::Findings faults;
    const auto on = day_of(args.on, faults);
    if (!on) return complain(args.folder, console, faults);
    const auto ruled = administration.rule_on(args.key, {.policy = args.policy,
                                                         .edition = args.edition,
                                                         .reading = args.reading,
                                                         .words = args.ruling,
                                                         .ruled = {base::trimmed(args.by), on}});
    if (!ruled) return complain(args.folder, console, ruled.error());
    json::Object object;
    object.set("partnership", args.key).set("reading", args.reading).set("ruling", args.ruling);
    object.set("ruled_by", args.by).set("ruled_on", args.on);
    return answer(args.folder, console, object,
                  "'" + args.key + "' holds of the reading '" + args.reading + "' from now on: " + args.ruling);
}

int run_partnership_move(const MoveArgs& args, const Console& console, app::Moves& moves) {
    if (args.all == !args.references.empty())
        return misused(args.folder, console, found("it is not said what is to be moved", "say --reference or --all"));
    const auto stages = parse_stage_map(args.map);
    if (!stages) return complain(args.folder, console, stages.error());
    app::MoveOrder order{.partnership = args.key, .policy = args.policy, .edition = args.edition, .stages = *stages, .why = args.why};
    for (const auto& typed : args.references) order.references.push_back(app::parse_reference(typed).value_or(typed));
    const auto placed = args.dry_run ? moves.preview(order) : moves.move(order);
    if (!placed) return complain(args.folder, console, placed.error());
    json::Object object;
    object.set("partnership", args.key).set("edition", args.edition).set("dry_run", args.dry_run);
    object.set(args.dry_run ? "would_move" : "moved", as_json(*placed));
    const auto list = in_words(*placed);
    std::string text = counted(placed->size(), "disagreement") + (args.dry_run ? " would move" : " moved") + " to edition " + args.edition;
    if (!list.empty()) text += "\n" + list;
    const bool stuck = std::ranges::any_of(*placed, [](const auto& one) { return !one.no_place.empty(); });
    if (stuck) text += args.dry_run ? "\nnothing would be moved until all have a place" : "\nnot all were moved: say it again";
    answer(args.folder, console, object, text);
    return stuck ? Findings : Done;
}

int run_partnership_calendar(const CalendarArgs& args, const Console& console, app::Calendars& calendars) {
    const auto change = change_of(args);
    if (!change) return complain(args.folder, console, change.error());
    if (change->empty() && !args.preview && !args.move_open)
        return misused(args.folder, console, found("it is not said what is to change", "say --close, --reopen, --bodies or --move-open"));
    if (args.move_open && !args.preview && base::trimmed(args.why).empty())
        return misused(args.folder, console, found("a move needs a reason", "say --why"));
    const auto would_move = calendars.preview(*change);
    if (!would_move) return complain(args.folder, console, would_move.error());
    if (args.preview) return answer_calendar(args, console, *would_move, "nothing");
    if (!change->empty()) {
        const auto set = calendars.set(*change);
        if (!set) return complain(args.folder, console, set.error());
    }
    if (!args.move_open) {
        // Meetings have moved theirs already: what is left would move with the rest.
        const auto left = calendars.preview({.partnership = args.key});
        return left ? answer_calendar(args, console, *left, "set") : complain(args.folder, console, left.error());
    }
    const auto moved = calendars.move_open(args.key, args.why);
    if (!moved) return complain(args.folder, console, moved.error());
    return answer_calendar(args, console, *moved, change->empty() ? "moved" : "set and moved");
}

}  // namespace cli
