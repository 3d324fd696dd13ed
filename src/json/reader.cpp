#include "json/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace json {

namespace {

constexpr std::size_t key_bytes_max = 40;

std::string_view or_nothing(const std::string* text) {
    return text != nullptr ? *text : std::string_view{};
}

}  // namespace

std::string to_text(const Faults& faults) {
    std::string text;
    for (const auto& fault : faults) {
        if (!text.empty()) text += "; ";
        if (!fault.pointer.empty()) text += fault.pointer + ": ";
        text += fault.message;
    }
    return text;
}

std::string pointer_to(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointer_to(std::string_view parent, std::size_t index) {
    return fmt::format("{}/{}", parent, index);
}

Reader::Reader(const Value& value, Faults& faults, std::string pointer)
    : object_(value.if_object()), faults_(faults), pointer_(std::move(pointer)) {
    if (object_ == nullptr)
        faults_.push_back({pointer_, fmt::format("must be an object, not {}", value.kind())});
}

void Reader::fault(std::string_view key, std::string message) {
    faults_.push_back({pointer_to(pointer_, key), std::move(message)});
}

const Value* Reader::find_any(std::string_view key) {
    known_.push_back(key);
    return object_ != nullptr ? object_->find(key) : nullptr;
}

const Value* Reader::get_any(std::string_view key) {
    const Value* value = find_any(key);
    if (value == nullptr && object_ != nullptr) fault(key, "is missing");
    return value;
}

template <class Held>
const Held* Reader::as(std::string_view key, const Value* value, const Held* held, std::string_view kind) {
    if (value != nullptr && held == nullptr)
        fault(key, fmt::format("must be {}, not {}", kind, value->kind()));
    return held;
}

const std::string* Reader::string_in(std::string_view key, const Value* value) {
    return as(key, value, value != nullptr ? value->if_string() : nullptr, "a string");
}

std::optional<std::int64_t> Reader::int_in(std::string_view key, const Value* value, std::int64_t least,
                                           std::int64_t most) {
    const bool fraction = value != nullptr && value->if_double() != nullptr;
    if (fraction) {
        fault(key, "must be a whole number");
        return std::nullopt;
    }
    const auto* number = as(key, value, value != nullptr ? value->if_int() : nullptr, "a whole number");
    if (number == nullptr) return std::nullopt;
    if (*number >= least && *number <= most) return *number;
    fault(key, fmt::format("must be from {} to {}, not {}", least, most, *number));
    return std::nullopt;
}

const bool* Reader::bool_in(std::string_view key, const Value* value) {
    return as(key, value, value != nullptr ? value->if_bool() : nullptr, "true or false");
}

const Array* Reader::array_in(std::string_view key, const Value* value) {
    return as(key, value, value != nullptr ? value->if_array() : nullptr, "a list");
}

std::optional<std::vector<std::string>> Reader::strings_in(std::string_view key, const Value* value) {
    const auto* list = array_in(key, value);
    if (list == nullptr) return std::nullopt;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Value& element = (*list)[i];
        if (const auto* text = element.if_string())
            texts.push_back(*text);
        else
            faults_.push_back({pointer_to(pointer_to(pointer_, key), i),
                               fmt::format("must be a string, not {}", element.kind())});
    }
    return texts;
}

std::string Reader::get_string(std::string_view key) {
    return std::string(or_nothing(string_in(key, get_any(key))));
}

std::int64_t Reader::get_int(std::string_view key, std::int64_t least, std::int64_t most) {
    return int_in(key, get_any(key), least, most).value_or(0);
}

bool Reader::get_bool(std::string_view key) {
    const bool* flag = bool_in(key, get_any(key));
    return flag != nullptr && *flag;
}

const Array* Reader::get_array(std::string_view key) {
    return array_in(key, get_any(key));
}

std::vector<std::string> Reader::get_strings(std::string_view key) {
    return strings_in(key, get_any(key)).value_or(std::vector<std::string>{});
}

Reader Reader::get_object(std::string_view key) {
    const Value* value = get_any(key);
    if (value == nullptr) return Reader(Missing{}, faults_, pointer_to(pointer_, key));
    return Reader(*value, faults_, pointer_to(pointer_, key));
}

std::optional<std::string> Reader::find_string(std::string_view key) {
    const auto* text = string_in(key, find_any(key));
    return text != nullptr ? std::optional(*text) : std::nullopt;
}

std::optional<std::int64_t> Reader::find_int(std::string_view key, std::int64_t least, std::int64_t most) {
    return int_in(key, find_any(key), least, most);
}

std::optional<bool> Reader::find_bool(std::string_view key) {
    const bool* flag = bool_in(key, find_any(key));
    return flag != nullptr ? std::optional(*flag) : std::nullopt;
}

const Array* Reader::find_array(std::string_view key) {
    return array_in(key, find_any(key));
}

std::optional<std::vector<std::string>> Reader::find_strings(std::string_view key) {
    return strings_in(key, find_any(key));
}

std::optional<Reader> Reader::find_object(std::string_view key) {
    const Value* value = find_any(key);
    if (value == nullptr) return std::nullopt;
    return Reader(*value, faults_, pointer_to(pointer_, key));
}

void Reader::finish() {
    if (object_ == nullptr) return;
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const auto& [key, value] : *object_) {
        if (std::ranges::find(known_, key) != known_.end()) continue;
        const auto near = base::nearest(key, known);
        faults_.push_back(
            {pointer_to(pointer_, base::shortened(key, key_bytes_max)),
             near.empty() ? "unknown key" : fmt::format("unknown key (did you mean '{}'?)", near)});
    }
}

}  // namespace json
