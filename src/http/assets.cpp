#include "http/assets.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "http/routes.h"

namespace http {

namespace {

bool accepts_gzip(const Request& request) {
    for (const auto& offer : base::split(request.headers.get("accept-encoding"), ',')) {
        const auto parts = base::split(offer, ';');
        if (base::lower(base::trimmed(parts[0])) != "gzip") continue;
        if (parts.size() == 1) return true;
        const auto weight = base::trimmed(parts[1]);
        return weight.find_first_not_of("q=0.") != std::string::npos;
    }
    return false;
}

}  // namespace

std::optional<Asset> Assets::find_asset(std::string_view name) const {
    const auto found = std::find_if(assets_.begin(), assets_.end(),
                                    [name](const Asset& asset) { return asset.name == name; });
    if (found == assets_.end()) return std::nullopt;
    return *found;
}

std::string Assets::url(std::string_view name) const {
    base::ensure(find_asset(name).has_value(), "an asset that is there");
    return "/assets/" + std::string(fingerprint_) + "/" + std::string(name);
}

std::optional<Response> Assets::answer(const Request& request) const {
    const bool reads = request.method == Method::Get || request.method == Method::Head;
    const auto place = match("/assets/{fingerprint}/{name}", request.path);
    if (!reads || !place || place->get("fingerprint") != fingerprint_) return std::nullopt;
    const auto asset = find_asset(place->get("name"));
    if (!asset) return std::nullopt;

    const bool zipped = !asset->gzip.empty() && accepts_gzip(request);
    Response response{200,
                      {{"Content-Type", std::string(asset->type)}},
                      std::string(zipped ? asset->gzip : asset->content)};
    response.with("Cache-Control", "public, max-age=31536000, immutable").with("Vary", "Accept-Encoding");
    if (zipped) response.with("Content-Encoding", "gzip");
    return response;
}

}  // namespace http
