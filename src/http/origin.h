// Did a page of ours send this? The guard against requests that other sites forge.
#pragma once
#include <string_view>

#include "http/request.h"

namespace http {

/// A safe method may come from anywhere. Else Sec-Fetch-Site decides where the browser sends it
/// (same-origin, or none: typed by the person); else Origin, which must be `own_origin` to the
/// letter ("https://escalation.example.org"); a request with neither is refused.
/// Not for requests that carry a bearer token: no browser adds one by itself.
bool is_same_origin(const Request& request, std::string_view own_origin);

}  // namespace http
