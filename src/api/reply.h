// What the API answers with: JSON, and problems as RFC 9457 has them.
#pragma once
#include <tl/expected.hpp>

#include "base/refusal.h"
#include "http/response.h"
#include "json/json.h"
#include "json/reader.h"

namespace api {

http::Response reply(const json::Value&, int status = 200);
http::Response text_reply(std::string body, std::string_view type);

/// `errors` point into the body ("/answers/view"), at a parameter of the address ("?limit") or at a header
/// ("If-Match").
struct Problem {
    int status = 400;
    std::string rule;  // for programs
    std::string why;   // for people
    std::string clause = {};
    json::Faults errors = {};
    json::Array fields = {};  // what should be asked next, where more must be chosen
};
http::Response reply(const Problem&);

/// What a step came to, or what to answer instead of going on.
template <class T>
using Or = tl::expected<T, http::Response>;

tl::unexpected<http::Response> stop(const Problem&);

/// 404 for whatever is not there, or not for whoever asks.
Problem not_there(const std::string& why);

}  // namespace api
