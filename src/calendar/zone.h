// One time zone, looked up once: for the counting inside this room. Everyone else takes local_time.h.
#pragma once
#include <optional>
#include <string_view>

#include "calendar/local_time.h"

namespace date {
class time_zone;
}

namespace calendar {

class Zone {
public:
    static std::optional<Zone> find(std::string_view name);

    Stretch stretch_at(base::Moment) const;
    LocalTime local(base::Moment at) const {
        return LocalTime{(at + stretch_at(at).offset).time_since_epoch()};
    }
    Date day_of(base::Moment at) const;
    std::vector<base::Moment> moments_of(LocalTime) const;
    base::Moment start_of(Date) const;

private:
    explicit Zone(const date::time_zone& rules) : rules_(&rules) {}

    const date::time_zone* rules_;
};

}  // namespace calendar
