// The latest date of every stage if nobody settles.
#include "policy/describe.h"

namespace policy {
namespace {

std::size_t first_rank(const Pack& pack) {
    for (const auto& start : pack.starts) {
        const int rank = rank_of(pack, {}, start.stage);
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
        row.notes.push_back(calendar::to_text(one.limit) + " where " + in_words(one.when));
    for (const auto& date : clock.no_later_than)
        row.notes.push_back("never later than the date '" + date + "'");
    if (stage.repeats) {
        row.notes.push_back("can be repeated up to " + std::to_string(stage.repeats->times_max) +
                            " times up the line, each with its own clock");
    }
    return row;
}

}  // namespace

std::vector<TimetableRow> timetable(const Pack& pack, const calendar::Edition& calendar, base::Moment from) {
    const auto edition = with_hours_of(pack, calendar);
    std::vector<TimetableRow> rows;
    std::string undated;
    for (auto rank = first_rank(pack); rank < pack.stages.size(); ++rank) {
        const auto& stage = pack.stages[rank];
        auto row = row_of(stage, pack, edition, from);
        if (!undated.empty()) row.notes.push_back("the time taken at " + undated + " comes on top");
        if (row.due) {
            from = row.due->at;
        } else {
            undated += (undated.empty() ? "" : ", ") + stage.label;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace policy
