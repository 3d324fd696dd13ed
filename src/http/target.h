// The request target: "/cases/a%20b?page=2" as a path and a query that mean one thing only.
#pragma once
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "http/fields.h"

namespace http {

struct Target {
    std::string path;
    Fields query;
};

/// Refused: absolute URIs and "*", broken percent-encoding, control characters, text that is not
/// UTF-8, "." and ".." segments, and an encoded "/" or "\", which would make two paths look alike.
base::Result<Target> parse_target(std::string_view target);

}  // namespace http
