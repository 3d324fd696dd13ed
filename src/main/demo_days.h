// The demo's time: working days before and after the day it is made for, and a clock that is set.
#pragma once
#include <string>

#include "base/moment.h"
#include "calendar/edition.h"

namespace program::demo {

class Days {
public:
    explicit Days(calendar::Date today) : today_(today) {}

    calendar::Date today() const { return today_; }
    /// The n-th working day before today.
    calendar::Date before(int n) const { return step(today_, -n); }
    /// The n-th working day after that day; the day itself for 0.
    calendar::Date after(calendar::Date day, int n) const { return step(day, n); }
    /// "12 09:40": so many working days before today, and a time of that day.
    base::Moment moment(const std::string& text) const;
    base::Moment start_of(calendar::Date) const;
    calendar::Date day_of(base::Moment) const;

private:
    calendar::Date step(calendar::Date day, int n) const;

    calendar::Date today_;
    calendar::Edition calendar_{.key = "england-and-wales"};
};

class SetClock final : public base::Clock {
public:
    base::Moment now() const override { return now_; }
    void set(base::Moment now) { now_ = now; }

private:
    base::Moment now_;
};

}  // namespace program::demo
