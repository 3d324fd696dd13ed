#include "api/query.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "calendar/local_time.h"

namespace api {
namespace {

constexpr int page_max = 200;
constexpr std::string_view digits = "0123456789abcdef";

std::optional<app::Cursor> parse_cursor(const std::string& text) {
    std::string plain;
    if (text.size() % 2 != 0) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = digits.find(text[i]);
        const auto low = digits.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
    }
    const auto parts = base::split(plain, '\n');
    if (parts.size() != 2 || !base::is_utf8(plain)) return std::nullopt;
    return app::Cursor{parts[0], parts[1]};
}

}  // namespace

calendar::Date Asked::today() const {
    return calendar::local_date(now, home_zone);
}

void Query::fault(const std::string& name, const std::string& message) {
    faults_.push_back({"?" + name, message});
}

std::optional<std::string> Query::find_text(const std::string& name) {
    known_.insert(name);
    const auto values = query_.all(name);
    if (values.empty()) return std::nullopt;
    if (values.size() > 1) fault(name, "is given twice");
    return values.front();
}

std::string Query::get_text(const std::string& name) {
    const auto text = find_text(name);
    if (!text || text->empty()) fault(name, "is missing");
    return text.value_or("");
}

std::optional<calendar::Date> Query::find_date(const std::string& name) {
    const auto text = find_text(name);
    if (!text) return std::nullopt;
    const auto date = calendar::parse_date(*text);
    if (date) return *date;
    fault(name, "must be a date, like 2026-11-19");
    return std::nullopt;
}

std::string Query::word_of(const std::string& name, const std::vector<std::string>& words) {
    const auto text = find_text(name);
    if (!text) return words.front();
    if (std::ranges::find(words, *text) == words.end()) {
        fault(name, "must be one of: " + base::join(words, ", "));
        return words.front();
    }
    return *text;
}

app::Page Query::page() {
    app::Page page;
    if (const auto text = find_text("limit")) {
        int limit = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
        const bool whole = error == std::errc{} && end == text->data() + text->size();
        if (!whole || limit < 1 || limit > page_max)
            fault("limit", "must be a whole number from 1 to 200");
        else
            page.limit = static_cast<std::size_t>(limit);
    }
    if (const auto text = find_text("cursor")) {
        page.after = parse_cursor(*text);
        if (!page.after) fault("cursor", "is not one that was handed out here");
    }
    return page;
}

std::optional<Problem> Query::finish() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    std::set<std::string> told;
    for (const auto& [name, value] : query_) {
        if (known_.contains(name) || !told.insert(name).second) continue;
        const auto meant = base::nearest(name, known);
        fault(base::shortened(name, 100),
              meant.empty() ? "unknown parameter" : "unknown parameter (did you mean '" + meant + "'?)");
    }
    if (faults_.empty()) return std::nullopt;
    return Problem{.status = 400,
                   .rule = "bad_query",
                   .why = "the address asks in a way that is not understood: " + json::to_text(faults_),
                   .errors = faults_};
}

std::string to_text(const app::Cursor& cursor) {
    std::string text;
    for (const char c : cursor.sort + "\n" + cursor.key) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

json::Value to_json(const std::optional<app::Cursor>& cursor) {
    return cursor ? json::Value(to_text(*cursor)) : json::Value();
}

}  // namespace api
