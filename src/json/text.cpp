#include <array>
#include <charconv>
#include <cmath>

#include "base/ensure.h"
#include "json/json.h"
#include "json/writer.h"

namespace json {

namespace {

void append_quoted(std::string& out, std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;  // from here on nothing needs an escape yet
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 0xF];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

template <class Number>
void append_number(std::string& out, Number number) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_double(std::string& out, double number) {
    base::ensure(std::isfinite(number), "a number in JSON is finite");
    const auto from = out.size();
    append_number(out, number);
    // A double stays a double when it is read again.
    if (out.find_first_of(".e", from) == std::string::npos) out += ".0";
}

void append_scalar(std::string& out, const Value& value) {
    if (const auto* flag = value.if_bool())
        out += *flag ? "true" : "false";
    else if (const auto* whole = value.if_int())
        append_number(out, *whole);
    else if (const auto* number = value.if_double())
        append_double(out, *number);
    else if (const auto* text = value.if_string())
        append_quoted(out, *text);
    else
        out += "null";
}

void append_canonical(std::string& out, const Value& value) {
    if (const auto* list = value.if_array()) {
        out += '[';
        for (const auto& element : *list) {
            if (&element != &list->front()) out += ',';
            append_canonical(out, element);
        }
        out += ']';
    } else if (const auto* object = value.if_object()) {
        out += '{';
        bool first = true;
        for (const auto* member : object->sorted()) {
            if (!std::exchange(first, false)) out += ',';
            append_quoted(out, member->first);
            out += ':';
            append_canonical(out, member->second);
        }
        out += '}';
    } else {
        append_scalar(out, value);
    }
}

void append_pretty(std::string& out, const Value& value, std::size_t depth) {
    const auto new_line = [&out](std::size_t indent) { out.append("\n").append(2 * indent, ' '); };
    const auto* list = value.if_array();
    const auto* object = value.if_object();
    if ((list == nullptr || list->empty()) && (object == nullptr || object->empty())) {
        append_canonical(out, value);
        return;
    }
    bool first = true;
    const auto begin_item = [&] {
        if (!std::exchange(first, false)) out += ',';
        new_line(depth + 1);
    };
    out += list != nullptr ? '[' : '{';
    if (list != nullptr) {
        for (const auto& element : *list) {
            begin_item();
            append_pretty(out, element, depth + 1);
        }
    } else {
        for (const auto& [key, member] : *object) {
            begin_item();
            append_quoted(out, key);
            out += ": ";
            append_pretty(out, member, depth + 1);
        }
    }
    new_line(depth);
    out += list != nullptr ? ']' : '}';
}

}  // namespace

std::string to_text(const Value& value) {
    std::string text;
    append_canonical(text, value);
    return text;
}

std::string to_pretty_text(const Value& value) {
    std::string text;
    append_pretty(text, value, 0);
    text += '\n';
    return text;
}

void Writer::separate() {
    if (!first_) out_ += ',';
    first_ = false;
}

Writer& Writer::begin_object() {
    separate();
    out_ += '{';
    first_ = true;
    return *this;
}

Writer& Writer::end_object() {
    out_ += '}';
    first_ = false;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    out_ += '[';
    first_ = true;
    return *this;
}

Writer& Writer::end_array() {
    out_ += ']';
    first_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_quoted(out_, name);
    out_ += ':';
    first_ = true;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    separate();
    append_quoted(out_, text);
    return *this;
}

Writer& Writer::integer(std::int64_t number) {
    separate();
    append_number(out_, number);
    return *this;
}

Writer& Writer::boolean(bool flag) {
    separate();
    out_ += flag ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

Writer& Writer::value(const Value& value) {
    separate();
    append_canonical(out_, value);
    return *this;
}

}  // namespace json
