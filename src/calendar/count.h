// The three ways of counting behind `due`: whole days, running hours, open hours.
#pragma once
#include "calendar/strip.h"
#include "calendar/working_days.h"
#include "calendar/zone.h"

namespace calendar {

/// One question, looked up and checked: the convention fits the unit, n and the start are within bounds.
struct Count {
    base::Moment start;
    const Limit& limit;
    const Counting& counting;
    const Edition& edition;
    Zone zone;
    WorkingDays working;
    Strip strip = {};
};

/// Same day, working days, calendar days, weeks and months: the day by whose end it is due.
base::Result<Date> count_days(Count&);
/// Hours of real time, or hours of the clock on the wall.
base::Result<base::Moment> count_running_hours(Count&);
/// Working hours and minutes: only the open windows of working days count.
base::Result<base::Moment> count_open_hours(Count&);

tl::unexpected<base::Refusal> out_of_years(const WorkingDays&);

/// "7 hours 30 minutes"
std::string to_words(std::chrono::seconds length);

}  // namespace calendar
