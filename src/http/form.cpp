#include "http/form.h"

#include <fmt/format.h>

#include "base/text.h"

namespace http {

namespace {

using base::refused;

constexpr int not_hex = -1;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return not_hex;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string with_blanks(std::string_view encoded) {
    std::string text(encoded);
    for (char& c : text) {
        if (c == '+') c = ' ';
    }
    return text;
}

base::Result<std::string> parse_part(std::string_view encoded) {
    auto text = percent_decoded(with_blanks(encoded));
    if (!text) return refused("bad_encoding", "A field has a broken percent-encoding.");
    if (!base::is_utf8(*text)) return refused("not_utf8", "A field is not text in UTF-8.");
    if (text->find('\0') != std::string::npos) return refused("bad_encoding", "A field has a NUL in it.");
    return std::move(*text);
}

base::Result<Field> parse_pair(std::string_view pair, const FormLimits& limits) {
    const auto mark = pair.find('=');
    auto name = parse_part(pair.substr(0, mark));
    if (!name) return tl::unexpected(name.error());
    auto value = parse_part(mark == std::string_view::npos ? "" : pair.substr(mark + 1));
    if (!value) return tl::unexpected(value.error());

    if (name->size() > limits.name_bytes_max) return refused("too_long", "The name of a field is too long.");
    if (value->size() > limits.value_bytes_max) {
        auto refusal = base::Refusal{
            "too_long", fmt::format("Your answer must be {} characters or fewer.", limits.value_bytes_max)};
        refusal.field = *name;
        return tl::unexpected(std::move(refusal));
    }
    return Field{std::move(*name), std::move(*value)};
}

std::string with_plain_line_breaks(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool paired = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!paired) plain += text[i] == '\r' ? '\n' : text[i];
    }
    return plain;
}

bool is_form(std::string_view content_type) {
    const auto type = base::lower(base::trimmed(content_type.substr(0, content_type.find(';'))));
    return type == "application/x-www-form-urlencoded";
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view encoded) {
    std::string text;
    text.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] != '%') {
            text += encoded[i];
            continue;
        }
        if (i + 2 >= encoded.size()) return std::nullopt;
        const int high = hex_digit(encoded[i + 1]);
        const int low = hex_digit(encoded[i + 2]);
        if (high == not_hex || low == not_hex) return std::nullopt;
        text += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return text;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            encoded.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        }
    }
    return encoded;
}

base::Result<Fields> parse_query(std::string_view encoded, const FormLimits& limits) {
    Fields fields;
    while (!encoded.empty()) {
        const auto end = encoded.find('&');
        const auto pair = encoded.substr(0, end);
        encoded.remove_prefix(end == std::string_view::npos ? encoded.size() : end + 1);
        if (pair.empty()) continue;
        if (fields.size() == limits.fields_max) {
            return refused("too_many_fields",
                           fmt::format("There are more than {} fields.", limits.fields_max));
        }
        auto field = parse_pair(pair, limits);
        if (!field) return tl::unexpected(field.error());
        fields.add(std::move(field->name), std::move(field->value));
    }
    return fields;
}

base::Result<Fields> parse_form(const Request& request, const FormLimits& limits) {
    if (!is_form(request.headers.get("content-type"))) {
        return refused("not_a_form", "The request does not carry the fields of a form.");
    }
    const auto fields = parse_query(request.body, limits);
    if (!fields) return fields;

    Fields plain;
    for (const auto& [name, value] : *fields) plain.add(name, with_plain_line_breaks(value));
    return plain;
}

}  // namespace http
