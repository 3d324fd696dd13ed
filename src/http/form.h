// Reads what a browser sends: a query string, a form.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "http/request.h"

namespace http {

struct FormLimits {
    std::size_t fields_max = 200;
    std::size_t name_bytes_max = 200;
    std::size_t value_bytes_max = 100'000;
};

/// "a=1&b=x+y": names and values decoded, in order, a name as often as it came. Refused: broken
/// percent-encoding, text that is not UTF-8, NUL, and what is over the limits.
base::Result<Fields> parse_query(std::string_view encoded, const FormLimits& limits = {});

/// The fields of a POST; refused also where the body is not application/x-www-form-urlencoded.
/// Line breaks come back as "\n" alone.
base::Result<Fields> parse_form(const Request& request, const FormLimits& limits = {});

/// "%41" to "A"; nothing where the encoding is broken. '+' stays '+'.
std::optional<std::string> percent_decoded(std::string_view encoded);

/// For one segment of a path, or one name or value of a query: all but unreserved characters.
std::string percent_encoded(std::string_view text);

}  // namespace http
