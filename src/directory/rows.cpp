#include "directory/rows.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"

namespace directory {
namespace {

bool is_key(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    };
    return !text.empty() && text.size() <= 64 && text.front() != '-' && text.front() != '.' &&
           std::ranges::all_of(text, fits);
}

}  // namespace

std::string NamedRow::cell(const std::string& column) const {
    const auto found = std::ranges::find(header_, column);
    const auto at = static_cast<std::size_t>(found - header_.begin());
    return at < row_.cells.size() ? std::string(unguarded(base::trimmed(row_.cells[at]))) : std::string{};
}

void Faults::add(int line, std::string what, std::string hint) {
    if (!are_enough()) findings_.push_back({{file_, line, 0}, std::move(what), std::move(hint), {}});
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
            "use lower-case letters, digits, hyphens, dots and underscores, at most 64");
    }
    return cell;
}

std::optional<Date> Faults::date(const NamedRow& row, const std::string& column) {
    const std::string cell = row.cell(column);
    if (cell.empty()) return std::nullopt;
    const auto date = calendar::parse_date(cell);
    if (!date) add(row.line(), "'" + cell + "' is not a date", "write it as 2026-11-19");
    return date ? std::optional<Date>(*date) : std::nullopt;
}

bool Faults::yes_or_no(const NamedRow& row, const std::string& column) {
    const std::string cell = base::lower(row.cell(column));
    if (!cell.empty() && cell != "yes" && cell != "no") {
        add(row.line(), "'" + cell + "' in the column '" + column + "' is neither yes nor no");
    }
    return cell == "yes";
}

}  // namespace directory
