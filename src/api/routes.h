// The table of the API: which address is answered by what, and what a token must be for.
#pragma once
#include <optional>
#include <vector>

#include "api/asked.h"
#include "http/response.h"

namespace api {

using Answer = http::Response (*)(const UseCases&, const Asked&);

struct Route {
    http::Method method;
    std::string_view pattern;         // "/api/v1/disagreements/{reference}"
    std::optional<app::Scope> scope;  // none: any token will do, or none at all (see `open`)
    bool open = false;                // answered without a token
    Answer answer = nullptr;
};

const std::vector<Route>& routes();

}  // namespace api
