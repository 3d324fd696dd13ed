// Pages for when there is nothing to show.
#pragma once
#include "http/server.h"
#include "web/sheet.h"

namespace web {

/// Also for what somebody may not know of: the same words, to the letter.
Sheet page_not_found();
Sheet forbidden();
Sheet wrong_method();
Sheet bad_request(const std::string& why);
Sheet out_of_order();
/// What the server itself refused.
Sheet not_taken(const http::Refused&);

}  // namespace web
