// Pages for when there is nothing to show.
#pragma once
#include "web/sheet.h"

namespace web {

/// Also for what somebody may not know of: the same words, to the letter.
Sheet page_not_found();
Sheet forbidden();
Sheet wrong_method();
Sheet bad_request(const std::string& why);
Sheet out_of_order();
Sheet too_busy();

}  // namespace web
