#include "main/demo_answers.h"

#include <algorithm>
#include <charconv>

#include "calendar/local_time.h"

namespace program::demo {
namespace {

using policy::Field;
using policy::FieldKind;
using Values = std::vector<std::string>;

const std::string office = "office";

bool is_option(const Field& field, const std::string& value) {
    return std::ranges::find(field.options, value, &policy::Option::key) != field.options.end();
}

std::optional<int> relative_days(const std::string& value) {
    if (value.empty() || (value[0] != '+' && value[0] != '-')) return std::nullopt;
    int days = 0;
    std::from_chars(value.data() + 1, value.data() + value.size(), days);
    return value[0] == '-' ? -days : days;
}

}  // namespace

app::AgencyId agency_id(const std::string& partnership, const std::string& key) {
    return app::AgencyId(key == office ? partnership : partnership + "." + key);
}

app::PostId post_id(const std::string& partnership, const std::string& key) {
    const auto dot = key.find('.');
    return app::PostId(agency_id(partnership, key.substr(0, dot)).get() + key.substr(dot));
}

policy::Answers Answering::answers(const Asked& asked) {
    policy::Answers answers;
    for (const auto& field : asked.fields) {
        auto answer = values(field, asked);
        if (!answer.empty()) answers.values[field.name] = std::move(answer);
    }
    return answers;
}

Values Answering::values(const Field& field, const Asked& asked) {
    if (asked.given.has(field.name)) return as_given(field, asked);
    if (!field.prefill.empty() && asked.known.has(field.prefill)) return asked.known.list(field.prefill);
    const bool for_this_action = has_text(asked.action + "." + field.name);
    return field.required || for_this_action ? made_up(field, asked) : Values{};
}

Values Answering::as_given(const Field& field, const Asked& asked) const {
    Values values = asked.given.list(field.name);
    for (auto& value : values) {
        if (field.kind == FieldKind::Post) value = post_id(asked.partnership.key, value).get();
        const auto days = field.kind == FieldKind::Date ? relative_days(value) : std::nullopt;
        if (days) value = date_in(*days, asked);
    }
    return values;
}

Values Answering::made_up(const Field& field, const Asked& asked) {
    const std::string own = asked.action + "." + field.name;
    const std::string& name = has_text(own) ? own : field.name;
    if (field.kind == FieldKind::Post) return posts(field, asked);
    if (field.kind == FieldKind::Date) {
        const auto days = words_.days.find(field.name);
        return {date_in(days == words_.days.end() ? 0 : days->second, asked)};
    }
    if (has_text(name)) {
        std::string text = next_text(name);
        if (field.options.empty() || is_option(field, text)) return {std::move(text)};
    }
    switch (field.kind) {
        case FieldKind::Text:
        case FieldKind::LongText: return {next_text("anything")};
        case FieldKind::DateTime: return {calendar::to_iso(asked.today) + "T09:00"};
        case FieldKind::YesNo:
            return {field.name == "danger" || field.name.starts_with("excluded_") ? "no" : "yes"};
        case FieldKind::OneOf:
        case FieldKind::ManyOf: return field.options.empty() ? Values{} : Values{field.options.front().key};
        case FieldKind::Date:
        case FieldKind::Post:
        case FieldKind::Person:
        case FieldKind::Agency: return {};
    }
    return {};
}

/// One of the options for each agency that has any, not always the same one.
Values Answering::posts(const Field& field, const Asked& asked) {
    std::map<app::AgencyId, Values> by_agency;
    for (const auto& option : field.options) {
        const auto* post = asked.partnership.directory.find_post(app::PostId(option.key));
        if (post) by_agency[post->agency].push_back(option.key);
    }
    Values chosen;
    for (const auto& [agency, options] : by_agency)
        chosen.push_back(options[told_[field.name]++ % options.size()]);
    return chosen;
}

std::string Answering::next_text(const std::string& name) {
    const auto& texts = words_.texts.at(name);
    return texts[told_[name]++ % texts.size()];
}

std::string Answering::date_in(int working_days, const Asked& asked) const {
    return calendar::to_iso(days_.after(asked.today, working_days));
}

}  // namespace program::demo
