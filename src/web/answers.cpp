#include "web/answers.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"
#include "policy/asking.h"

namespace web {
namespace {

using policy::Field;
using policy::FieldKind;

bool is_digits(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(const std::string& digits, std::size_t width) {
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

struct DateParts {
    std::string day, month, year;

    bool empty() const { return day.empty() && month.empty() && year.empty(); }

    std::string missing() const {
        std::vector<std::string> names;
        if (day.empty()) names.emplace_back("a day");
        if (month.empty()) names.emplace_back("a month");
        if (year.empty()) names.emplace_back("a year");
        return base::join(names, " and ");
    }

    std::string iso() const { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2); }
};

DateParts parts_of(const std::string& name, const http::Fields& form) {
    const auto part = [&](const std::string& box) { return base::trimmed(form.get(name + "-" + box)); };
    return {part("day"), part("month"), part("year")};
}

/// The name of the date that this box is a part of, or "".
std::string date_of_box(const std::string& name, const http::Fields& form) {
    for (const std::string_view box : {"-day", "-month", "-year", "-time"}) {
        if (!name.ends_with(box)) continue;
        const auto date = name.substr(0, name.size() - box.size());
        if (form.has(date + "-day") && form.has(date + "-month") && form.has(date + "-year")) return date;
    }
    return {};
}

void read_date(const std::string& name, const http::Fields& form, policy::Answers& answers) {
    const auto parts = parts_of(name, form);
    if (parts.empty()) return;
    const auto* typed = form.find(name + "-time");
    const auto clock = typed ? parse_clock(*typed) : std::nullopt;
    answers.set(name, parts.iso() + (clock ? "T" + *clock : ""));
}

/// What is wrong with the date as it was typed, or "" where nothing is.
std::string wrong_day(const Field& field, const http::Fields& form) {
    const auto parts = parts_of(field.name, form);
    if (parts.empty() && base::trimmed(form.get(field.name + "-time")).empty()) return {};
    if (!parts.missing().empty()) return policy::answer_of(field) + " must include " + parts.missing();
    const bool digits = is_digits(parts.day) && is_digits(parts.month) && is_digits(parts.year);
    if (!digits || !calendar::parse_date(parts.iso())) return policy::answer_of(field) + " must be a real date";
    return {};
}

/// The same of the time beside it, wherever anything of the two was typed.
std::string wrong_clock(const Field& field, const http::Fields& form) {
    if (field.kind != FieldKind::DateTime) return {};
    const std::string typed = base::trimmed(form.get(field.name + "-time"));
    if (typed.empty()) return parts_of(field.name, form).empty() ? "" : "Enter a time, such as 2:30pm";
    return parse_clock(typed) ? "" : "Enter a real time, such as 2:30pm";
}

bool is_dated(const Field& field) {
    return field.kind == FieldKind::Date || field.kind == FieldKind::DateTime;
}

}  // namespace

policy::Answers read_answers(const http::Fields& form) {
    policy::Answers answers;
    for (const auto& [name, sent] : form) {
        if (name.starts_with('_')) continue;
        if (const auto date = date_of_box(name, form); !date.empty()) {
            if (!answers.has(date)) read_date(date, form, answers);
            continue;
        }
        auto value = base::trimmed(sent);
        auto& values = answers.values[name];
        if (!value.empty() && std::ranges::find(values, value) == values.end())
            values.push_back(std::move(value));
    }
    std::erase_if(answers.values, [](const auto& answer) { return answer.second.empty(); });
    return answers;
}

Problems check_dates(const std::vector<Field>& fields, const http::Fields& form) {
    Problems problems;
    for (const auto& field : fields) {
        if (!is_dated(field)) continue;
        if (auto wrong = wrong_day(field, form); !wrong.empty())
            problems.push_back({"answer_wrong", std::move(wrong), {}, field.name});
        if (auto wrong = wrong_clock(field, form); !wrong.empty())
            problems.push_back({std::string(wrong_time), std::move(wrong), {}, field.name});
    }
    return problems;
}

void fill_in(http::Fields& form, const Field& field, const std::string& value) {
    if (!is_dated(field)) {
        form.add(field.name, value);
        return;
    }
    const auto halves = base::split(value, 'T');
    const auto parts = base::split(halves.front(), '-');
    if (parts.size() != 3) return;
    form.add(field.name + "-day", parts[2]);
    form.add(field.name + "-month", parts[1]);
    form.add(field.name + "-year", parts[0]);
    if (halves.size() == 2) form.add(field.name + "-time", halves[1].substr(0, 5));
}

std::optional<std::string> parse_clock(const std::string& typed) {
    std::string text = base::lower(base::trimmed(typed));
    std::erase(text, ' ');
    std::ranges::replace(text, '.', ':');
    const bool afternoon = text.ends_with("pm");
    const bool halved = afternoon || text.ends_with("am");
    if (halved) text.resize(text.size() - 2);
    const auto parts = base::split(text, ':');
    const std::string minutes = parts.size() == 2 ? parts[1] : "00";
    const bool shaped = parts.size() <= 2 && is_digits(parts[0]) && parts[0].size() <= 2 &&
                        minutes.size() == 2 && is_digits(minutes);
    if (!shaped || (parts.size() == 1 && !halved)) return std::nullopt;
    int hour = std::stoi(parts[0]);
    if (halved && (hour < 1 || hour > 12)) return std::nullopt;
    if (halved) hour = hour % 12 + (afternoon ? 12 : 0);
    if (hour > 23 || std::stoi(minutes) > 59) return std::nullopt;
    return padded(std::to_string(hour), 2) + ":" + minutes;
}

}  // namespace web
