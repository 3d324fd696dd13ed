// A response as bytes: its head, and whether its body is sent.
#pragma once
#include <string>

#include "base/moment.h"
#include "http/request.h"
#include "http/response.h"

namespace http {

enum class After { KeepAlive, Close };

/// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(base::Moment moment);

/// A header with a control character in it, or a status that we do not use, is a Bug: on the wire
/// it would say something else than we mean.
void ensure_sendable(const Response& response);

/// Status line and headers of a sendable response, up to the empty line.
std::string head_text(const Response& response, base::Moment now, After after);

/// 204 and 304 have none, and HEAD is told only how long it would be.
bool has_body(const Response& response, Method method);

}  // namespace http
