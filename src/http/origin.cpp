#include "http/origin.h"

namespace http {

bool is_same_origin(const Request& request, std::string_view own_origin) {
    if (is_safe(request.method)) return true;

    const auto sites = request.headers.all("sec-fetch-site");
    if (!sites.empty()) return sites.size() == 1 && (sites[0] == "same-origin" || sites[0] == "none");

    const auto origins = request.headers.all("origin");
    return origins.size() == 1 && !own_origin.empty() && origins[0] == own_origin;
}

}  // namespace http
