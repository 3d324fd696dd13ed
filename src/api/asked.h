// One request of a program, with whom it acts for and what is known at this moment.
#pragma once
#include <memory>

#include "api/use_cases.h"
#include "http/request.h"

namespace api {

struct Asked {
    const http::Request& request;
    http::Fields parameters;  // the named parts of the path
    app::ApiToken token;      // of nobody where the door is open
    std::shared_ptr<const app::Snapshot> known;
    base::Moment now;

    const app::PersonId& person() const { return token.person; }
    std::string parameter(std::string_view name) const { return std::string(parameters.get(name)); }
    /// The day in which those who ask live: packs are of the United Kingdom.
    calendar::Date today() const;
};

/// The zone of dates and times that belong to no partnership in particular.
inline constexpr const char* home_zone = "Europe/London";

inline constexpr std::string_view root = "/api/v1";

}  // namespace api
