#include "calendar/strip.h"

#include <algorithm>
#include <iterator>

namespace calendar {

void Strip::skipped_once(Date day, std::string why) {
    // Days told of twice lie where a start or an end was moved, so near one end of the strip.
    constexpr std::ptrdiff_t near = 64;
    const auto tells = [day](const Reason& row) { return row.date == day; };
    const auto reach = std::min(near, std::ssize(rows_));
    if (std::any_of(rows_.begin(), rows_.begin() + reach, tells)) return;
    if (std::any_of(rows_.end() - reach, rows_.end(), tells)) return;
    skipped(day, std::move(why));
}

}  // namespace calendar
