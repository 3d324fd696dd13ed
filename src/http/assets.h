// The style sheet, the scripts and the icons: built into the program, and kept by browsers for ever
// under an address that changes with their content.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace http {

struct Asset {
    std::string_view name;  // "app.css"
    std::string_view type;  // "text/css; charset=utf-8"
    std::string_view content;
    std::string_view gzip;  // the same, compressed; empty where that does not pay
};

class Assets {
public:
    /// `fingerprint` stands for the content of all of them: they refer to one another by name.
    /// Names, contents and fingerprint must outlive this.
    Assets(std::string_view fingerprint, std::span<const Asset> assets)
        : fingerprint_(fingerprint), assets_(assets) {}

    std::optional<Asset> find_asset(std::string_view name) const;
    /// "/assets/4f2a91c0d3e7b856/app.css"; an asset that is not there is a Bug.
    std::string url(std::string_view name) const;
    /// For a GET or HEAD of such an address; nothing for any other, nor for a fingerprint of old.
    std::optional<Response> answer(const Request& request) const;

private:
    std::string_view fingerprint_;
    std::span<const Asset> assets_;
};

/// Those of assets/dist, as they were when the program was built (library `assets`).
Assets embedded_assets();

}  // namespace http
