// One question about a date, from the words it was asked in: lines of JSON and the command line meet here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "calendar/edition.h"
#include "json/reader.h"

namespace app {

/// Days as in "mon" or "mon-fri", and their open windows as in "09:00-17:00"; none: closed.
struct OpenDays {
    std::string days;
    std::vector<std::string> windows;
};

/// As it was said; nothing here has been understood yet.
struct DeadlineWords {
    std::optional<std::string> start;
    std::optional<std::string> start_utc;
    std::string calendar;
    std::vector<std::string> extra_holidays;
    std::vector<std::string> reopened_days;
    std::optional<std::vector<std::string>> weekend;
    std::optional<std::string> roll_end;
    std::optional<std::string> cutoff;
    std::optional<std::string> at_close;
    std::optional<std::string> tz;
    std::vector<OpenDays> hours;
};

struct DeadlineQuestion {
    base::Moment start;
    bool without_time = false;  // the start was a date alone
    calendar::Limit limit;
    calendar::Counting counting;
    calendar::Edition edition;
};

/// Everything but the limit and the convention. Whatever is wrong becomes a fault, under the key of the
/// batch.
DeadlineQuestion understand(const DeadlineWords&, json::Faults&);

/// A line of a batch: every key known, every value of its kind.
DeadlineQuestion read_question(const json::Value&, json::Faults&);

/// `due`, and where a date alone met a limit in hours, the strip says from when they run.
base::Result<calendar::Due> answer(const DeadlineQuestion&);

/// "2026-12-04", or local date and time.
std::string due_text(const calendar::Due&, const DeadlineQuestion&);

}  // namespace app
