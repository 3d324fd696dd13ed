// A pack in readable text: the ladder, who acts, clocks, duties, clauses and readings.
#pragma once
#include "base/moment.h"
#include "calendar/edition.h"
#include "policy/pack.h"

#include <optional>
#include <string>
#include <vector>

namespace policy {

/// For `concordat policy show`: plain text, lines of at most 100 characters where words allow.
std::string describe(const Pack&);

/// The words of the pack language as people would say them.
std::string in_words(const Who&, const Pack&);  // "the raising side", "the partnership's executive"
std::string in_words(const Condition&);         // "the standing is looked after"
std::string in_words(const Condition&, const Pack&);  // with the titles of the pack
std::string in_words(const Fact&);              // "form submitted (notification)"
std::string in_words(const calendar::OpenHours&);  // "Mon 09:00 to 17:00, Tue 09:00 to 12:30"
std::string in_words(Channel);                  // "face to face"
std::string in_words(const Clock&);             // "within 5 working days from contacted, as an aim"
std::string in_words(const Source&);            // "clause 5 stage 1, reading day"; "" for none

/// One stage of the timetable.
struct TimetableRow {
    std::string route = {};  // title of the route, where the policy has several
    std::string stage;  // its key
    std::string title;  // "Stage 2: Manager to manager"
    base::Moment opens;
    std::optional<calendar::Due> due = {};  // none: the stage has no date
    std::string limit;                      // "5 working days", "set for the case"
    std::string clause = {};
    std::vector<std::string> notes = {};  // what the dates leave out, in words
    bool operator==(const TimetableRow&) const = default;
};

/// The latest date of every stage if nobody settles: from the first start without a condition
/// upwards, on each route, each opens when the one before falls due. A stage without a date takes no time here,
/// and every row after it says that its time comes on top.
std::vector<TimetableRow> timetable(const Pack&, const calendar::Edition&, base::Moment from);

}  // namespace policy
