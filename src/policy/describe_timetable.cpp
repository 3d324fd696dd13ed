// The latest date of every stage if nobody settles.
#include "policy/describe.h"

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

/// Only the clock of the stage ends it; a duty's clock says when one thing is owed, not when to go up.
TimetableRow row_of(const Stage& stage, const Pack& pack, const calendar::Edition& edition,
                    base::Moment opens) {
    TimetableRow row{.stage = stage.key, .title = stage.label + ": " + stage.title, .opens = opens};
    const Clock clock = stage.clock.value_or(Clock{});
    row.limit = calendar::to_text(clock.limit);
    row.clause = stage.clock ? stage.clock_source.clause : stage.source.clause;
    if (!calendar::is_dated(clock.limit) && clock.limit.unit != calendar::Unit::NextMeeting) return row;
    auto due =
        calendar::due(opens, clock.limit, clock.convention.value_or(pack.identity.convention), edition);
    if (due) {
        row.due = std::move(*due);
    } else {
        row.notes.push_back(due.error().why);
    }
    for (const auto& fact : clock.from)
        row.notes.push_back("counted as if '" + in_words(fact) + "' happened when the stage opens");
    if (!clock.from_date.empty())
        row.notes.push_back("counted as if the date '" + clock.from_date + "' were that on which the stage opens");
    for (const auto& one : clock.cases)
        row.notes.push_back(calendar::to_text(one.limit) + " where " + in_words(one.when, pack));
    for (const auto& date : clock.no_later_than)
        row.notes.push_back("never later than the date '" + date + "'");
    if (stage.repeats) {
        row.notes.push_back("can be repeated up to " + std::to_string(stage.repeats->times_max) +
                            " times up the line, each with its own clock");
    }
    return row;
}

/// A date counted from the raising is known beforehand: no stage that keeps to it ends later.
void keep_to_dates(TimetableRow& row, const Stage& stage, const Pack& pack, const calendar::Edition& edition, base::Moment raised) {
    for (const auto& date : pack.dates) {
        if (!date.counted || date.counted->from != std::vector{Fact{Happening::Raised}}) continue;
        const auto& named = stage.clock ? stage.clock->no_later_than : std::vector<std::string>{};
        if (!date.holds_all && std::ranges::find(named, date.key) == named.end()) continue;
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
        keep_to_dates(row, *stages[rank], pack, edition, raised);
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
