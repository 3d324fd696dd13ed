#include "directory/rows.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/text.h"

namespace directory {
namespace {

bool is_key(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    return !text.empty() && text.size() <= 64 && text.front() != '-' && text.front() != '.' &&
           std::ranges::all_of(text, fits);
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = read.ec == std::errc{} && read.ptr == text.data() + text.size() && text.front() != '-';
    return all ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string NamedRow::cell(const std::string& column) const {
    const auto found = std::ranges::find(header_, column);
    const auto at = static_cast<std::size_t>(found - header_.begin());
    return at < row_.cells.size() ? base::trimmed(row_.cells[at]) : std::string{};
}

void Faults::add(int line, std::string what, std::string hint) {
    findings_.push_back({{file_, line, 0}, std::move(what), std::move(hint), {}});
}

std::string Faults::required(const NamedRow& row, const std::string& column) {
    std::string cell = row.cell(column);
    if (cell.empty()) add(row.line(), "the column '" + column + "' is empty", "every row needs one");
    return cell;
}

std::string Faults::key(const NamedRow& row, const std::string& column) {
    std::string cell = required(row, column);
    if (!cell.empty() && !is_key(cell)) {
        add(row.line(), "'" + cell + "' is not a key",
            "use lower-case letters, digits, hyphens and dots, at most 64");
    }
    return cell;
}

std::optional<Date> Faults::date(const NamedRow& row, const std::string& column) {
    const std::string cell = row.cell(column);
    if (cell.empty()) return std::nullopt;
    const auto date = parse_iso_date(cell);
    if (!date) add(row.line(), "'" + cell + "' is not a date", "write it as 2026-11-19");
    return date;
}

bool Faults::yes_or_no(const NamedRow& row, const std::string& column) {
    const std::string cell = base::lower(row.cell(column));
    if (!cell.empty() && cell != "yes" && cell != "no") {
        add(row.line(), "'" + cell + "' in the column '" + column + "' is neither yes nor no");
    }
    return cell == "yes";
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
    if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{*y},
                                          std::chrono::month{static_cast<unsigned>(*m)},
                                          std::chrono::day{static_cast<unsigned>(*d)}};
    return day.ok() ? std::optional<Date>(day) : std::nullopt;
}

std::string to_iso(Date date) {
    const std::chrono::year_month_day day{date};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
}

}  // namespace directory
