#include "http/target.h"

#include <algorithm>

#include "base/text.h"
#include "http/form.h"

namespace http {

namespace {

tl::unexpected<base::Refusal> bad_target(std::string why) {
    return tl::unexpected(base::Refusal{"bad_target", std::move(why)});
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

base::Result<std::string> parse_segment(std::string_view encoded) {
    auto segment = percent_decoded(encoded);
    if (!segment) return bad_target("The address has a broken percent-encoding.");
    if (has_control(*segment) || !base::is_utf8(*segment)) {
        return bad_target("The address has characters that do not belong in one.");
    }
    if (segment->find_first_of("/\\") != std::string::npos) {
        return bad_target("The address has an encoded slash.");
    }
    if (*segment == "." || *segment == "..") return bad_target("The address has a dot segment.");
    return std::move(*segment);
}

}  // namespace

base::Result<Target> parse_target(std::string_view target) {
    if (!target.starts_with('/')) return bad_target("The address does not start with a slash.");
    if (target.find('#') != std::string_view::npos) return bad_target("The address has a fragment.");

    const auto mark = target.find('?');
    Target parsed;
    for (const auto& encoded :
         base::split(target.substr(1, mark == std::string_view::npos ? mark : mark - 1), '/')) {
        const auto segment = parse_segment(encoded);
        if (!segment) return tl::unexpected(segment.error());
        parsed.path.append(1, '/').append(*segment);
    }
    if (mark == std::string_view::npos) return parsed;

    auto query = parse_query(target.substr(mark + 1));
    if (!query) return tl::unexpected(query.error());
    parsed.query = std::move(*query);
    return parsed;
}

}  // namespace http
