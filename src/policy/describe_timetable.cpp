// The latest date of every stage if nobody settles.
#include "policy/describe.h"
#include "policy/wording.h"

#include <algorithm>

namespace policy {
namespace {

std::size_t first_rank(const Pack& pack, const std::string& route) {
    for (const auto& start : pack.starts) {
        const int rank = rank_of(pack, route, start.stage);
        if (!start.when && rank >= 0) return static_cast<std::size_t>(rank);
    }
    return 0;
}

void say_what_is_left_out(TimetableRow& row, const Clock& clock, const Pack& pack) {
    for (const auto& fact : clock.from)
        row.notes.push_back("it counts from when " + as_clause(fact, pack) + ": here, as if that were when the stage opens");
    if (!clock.from_date.empty())
        row.notes.push_back("it counts from the date " + date_title(clock.from_date, pack) + ": here, as if that were when the stage opens");
    for (const auto& one : clock.cases)
        row.notes.push_back(in_words(one.limit, pack) + " where " + in_words(one.when, pack));
}

/// Only the clock of the stage ends it; a duty's clock says when one thing is owed, not when to go up.
TimetableRow row_of(const Stage& stage, const Pack& pack, const calendar::Edition& edition,
                    base::Moment opens) {
    TimetableRow row{.stage = stage.key, .title = stage.label + ": " + stage.title, .opens = opens};
    const Clock clock = stage.clock.value_or(Clock{});
    row.limit = in_words(clock.limit, pack);
    row.clause = stage.clock ? stage.clock_source.clause : stage.source.clause;
    if (calendar::is_dated(clock.limit) || clock.limit.unit == calendar::Unit::NextMeeting) {
        auto due = calendar::due(opens, clock.limit, clock.convention.value_or(pack.identity.convention), edition);
        if (due) row.due = std::move(*due);
        else row.notes.push_back(due.error().why);
    }
    say_what_is_left_out(row, clock, pack);
    if (stage.repeats) {
        row.notes.push_back("can be repeated up to " + std::to_string(stage.repeats->times_max) +
                            " times up the line, each with its own clock");
    }
    return row;
}

/// Also where something later, such as reopening it, would begin it anew.
bool is_raising(const Clock& counted) {
    return !counted.from_last && std::ranges::find(counted.from, Fact{Happening::Raised}) != counted.from.end();
}

/// No stage that keeps to a date ends later. One counted from the raising is known beforehand; of others it
/// is said that they may come sooner. A record of another sort has no stage to settle, and keeps to none.
void keep_to_dates(TimetableRow& row, const Stage& stage, const Pack& pack, const calendar::Edition& edition, base::Moment raised) {
    for (const auto& date : pack.dates) {
        const auto& named = stage.clock ? stage.clock->no_later_than : std::vector<std::string>{};
        const bool by_name = std::ranges::find(named, date.key) != named.end();
        if (!by_name && !date.holds_all) continue;
        if (!date.counted || !is_raising(*date.counted)) {
            row.notes.push_back("never later than the date '" + date.title + "'" + (date.counted ? "" : ", once it is set"));
            continue;
        }
        const auto end = calendar::due(raised, date.counted->limit, date.counted->convention.value_or(pack.identity.convention), edition);
        if (!end || (row.due && row.due->at <= end->at)) continue;
        row.due = *end;
        row.due->because.push_back({end->date, true, "no later than: " + date.title});
    }
}

void add_route(std::vector<TimetableRow>& rows, const Pack& pack, const std::string& route, const calendar::Edition& edition, base::Moment raised) {
    const auto stages = ladder(pack, route);
    const auto* named = find_route(pack, route);
    std::string undated;
    auto from = raised;
    for (auto rank = first_rank(pack, route); rank < stages.size(); ++rank) {
        auto row = row_of(*stages[rank], pack, edition, from);
        if (!named || named->disagreement) keep_to_dates(row, *stages[rank], pack, edition, raised);
        if (named) row.route = named->title;
        if (!undated.empty()) row.notes.push_back("the time taken at " + undated + " comes on top");
        if (row.due) from = row.due->at;
        else undated += (undated.empty() ? "" : ", ") + stages[rank]->label;
        rows.push_back(std::move(row));
    }
}

}  // namespace

std::vector<TimetableRow> timetable(const Pack& pack, const calendar::Edition& calendar, base::Moment from) {
    const auto edition = with_hours_of(pack, calendar);
    std::vector<TimetableRow> rows;
    if (pack.routes.empty()) add_route(rows, pack, {}, edition, from);
    for (const auto& route : pack.routes) add_route(rows, pack, route.key, edition, from);
    return rows;
}

}  // namespace policy
