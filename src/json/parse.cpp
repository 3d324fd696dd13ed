#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "json/builder.h"

namespace json {

namespace {

namespace bj = boost::json;

/// What Boost's parser calls as it reads; the parts of one text or number come in pieces.
class Handler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    explicit Handler(Reading reading) : builder(reading), reading_(reading) {}

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return begin(Builder::Kind::Object); }
    bool on_object_end(std::size_t, bj::error_code& error) { return end(error); }
    bool on_array_begin(bj::error_code&) { return begin(Builder::Kind::Array); }
    bool on_array_end(std::size_t, bj::error_code& error) { return end(error); }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code&) {
        gather(part);
        builder.key(text_);
        text_.clear();
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
        gather(part);
        return add(std::exchange(text_, {}));
    }
    bool on_number_part(bj::string_view part, bj::error_code&) { return gather(part); }
    bool on_int64(std::int64_t number, bj::string_view, bj::error_code&) { return add(number); }
    bool on_uint64(std::uint64_t number, bj::string_view, bj::error_code& error) {
        return roughly(static_cast<double>(number), error);
    }
    bool on_double(double rough, bj::string_view part, bj::error_code& error) {
        gather(part);
        const std::string text = std::exchange(text_, {});
        if (text.find_first_of(".eE") == std::string::npos) return roughly(rough, error);
        // Boost's own conversion is quick but not exact to the last bit.
        double number = 0;
        const auto [end, outcome] = std::from_chars(text.data(), text.data() + text.size(), number);
        return outcome == std::errc{} ? add(number) : roughly(rough, error);
    }
    bool on_bool(bool value, bj::error_code&) { return add(value); }
    bool on_null(bj::error_code&) { return add(nullptr); }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

    Builder builder;
    std::string why;  // we stopped, if not empty

private:
    bool begin(Builder::Kind kind) {
        builder.begin(kind);
        return true;
    }
    bool end(bj::error_code& error) {
        if (builder.end()) return true;
        return stop(error, fmt::format("the key '{}' comes twice", builder.repeated()->key));
    }
    bool gather(bj::string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }
    bool add(Value value) {
        text_.clear();
        builder.add(std::move(value));
        return true;
    }
    bool roughly(double rough, bj::error_code& error) {
        if (reading_ == Reading::Strict)
            return stop(error, "the number is too large, or too small, to be kept exactly");
        return std::isfinite(rough) ? add(rough) : add(nullptr);
    }
    bool stop(bj::error_code& error, std::string reason) {
        why = std::move(reason);
        error = bj::error::syntax;
        return false;
    }

    Reading reading_;
    std::string text_;
};

std::string in_plain_words(bj::error_code error) {
    if (error == bj::error::incomplete) return "the text ends too early";
    if (error == bj::error::extra_data) return "there is more text after the value";
    if (error == bj::error::too_deep) return "lists and objects are nested too deeply";
    return "this is not JSON";
}

/// " (line 1, column 5)", both from 1 and in bytes
std::string place(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto newline = before.rfind('\n');
    const auto column = newline == std::string_view::npos ? at + 1 : at - newline;
    return fmt::format(" (line {}, column {})", line, column);
}

}  // namespace

base::Result<Value> parse(std::string_view text, const Limits& limits) {
    const auto refused = [](std::string why, std::string pointer = {}) {
        return tl::unexpected(base::Refusal{"bad_json", std::move(why), {}, std::move(pointer)});
    };
    if (text.size() > limits.bytes_max) {
        return refused(fmt::format("the text is longer than {} bytes", limits.bytes_max));
    }
    if (!base::is_utf8(text)) return refused("the text is not UTF-8");
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return refused("the text is empty");
    bj::parse_options options;
    options.max_depth = limits.depth_max;
    bj::basic_parser<Handler> parser(options, limits.reading);
    bj::error_code error;
    std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size()) error = bj::error::extra_data;
    Handler& handler = parser.handler();
    if (!error) return handler.builder.take();
    const auto why = handler.why.empty() ? in_plain_words(error) : handler.why;
    const auto& repeated = handler.builder.repeated();
    return refused(why + place(text, read), repeated ? repeated->pointer : handler.builder.pointer());
}

}  // namespace json
