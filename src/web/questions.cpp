#include "web/questions.h"

#include <algorithm>
#include <set>

#include "calendar/local_time.h"
#include "govuk/choices.h"
#include "govuk/date_input.h"
#include "govuk/error_summary.h"
#include "govuk/input.h"
#include "web/directory_options.h"
#include "web/words.h"

namespace web {
namespace {

using policy::Field;
using policy::FieldKind;

/// More than this many are picked from a list, not from buttons.
constexpr std::size_t radios_max = 12;

std::string id_of(const Field& field) {
    return "answer-" + field.name;
}

std::string label_of(const Field& field) {
    return field.required ? field.label : field.label + " (optional)";
}

std::string value_of(const Field& field, const Filling& filling) {
    return std::string(filling.given.get(field.name));
}

/// Of the question, or of the time that it has beside its date.
std::string error_of(const Field& field, const Filling& filling, bool of_time = false) {
    const auto found = std::ranges::find_if(filling.problems, [&](const base::Refusal& problem) {
        return problem.field == field.name && (problem.rule == wrong_time) == of_time;
    });
    return found == filling.problems.end() ? "" : capitalised(found->why);
}

govuk::Size size_of_label(const Field& field, const Filling& filling) {
    return field.name == filling.heading ? govuk::Size::Large : govuk::Size::Small;
}

govuk::Fieldset fieldset_of(const Field& field, const Filling& filling) {
    return {.legend = {.content = label_of(field),
                       .size = size_of_label(field, filling),
                       .is_page_heading = field.name == filling.heading}};
}

govuk::Field around(const Field& field, const Filling& filling) {
    govuk::Field made;
    made.name = field.name;
    made.id = id_of(field);
    made.label = {.content = label_of(field),
                  .size = size_of_label(field, filling),
                  .is_page_heading = field.name == filling.heading};
    made.hint = field.hint;
    made.error = error_of(field, filling);
    return made;
}

govuk::ChoiceGroup group_of(const Field& field, const Filling& filling) {
    govuk::ChoiceGroup group;
    group.name = field.name;
    group.id_prefix = id_of(field);
    group.fieldset = fieldset_of(field, filling);
    group.hint = field.hint;
    group.error = error_of(field, filling);
    return group;
}

Html radios(const Field& field, const std::vector<policy::Option>& options, const Filling& filling,
            const WithOptions& with) {
    govuk::Radios radios{.group = group_of(field, filling), .value = value_of(field, filling)};
    for (const auto& [key, title] : options) {
        govuk::Choice choice{.value = key, .content = title};
        if (key.empty() && radios.value.empty()) choice.checked = true;
        if (const auto hint = with.hints.find(key); hint != with.hints.end()) choice.hint = hint->second;
        if (const auto more = with.reveals.find(key); more != with.reveals.end()) choice.reveals = more->second;
        radios.group.items.push_back(std::move(choice));
    }
    if (field.kind == FieldKind::YesNo && with.reveals.empty()) radios.group.classes = "govuk-radios--inline";
    return render(radios);
}

Html checkboxes(const Field& field, const std::vector<policy::Option>& options, const Filling& filling) {
    govuk::Checkboxes boxes{.group = group_of(field, filling), .values = filling.given.all(field.name)};
    for (const auto& [key, title] : options) {
        boxes.group.items.push_back(govuk::Choice{.value = key, .content = title});
    }
    return render(boxes);
}

Html select(const Field& field, const std::vector<policy::Option>& options, const Filling& filling) {
    govuk::Select list{.field = around(field, filling), .value = value_of(field, filling)};
    list.options.push_back({.value = "", .text = "Choose one"});
    for (const auto& [key, title] : options) list.options.push_back({.value = key, .text = title});
    return render(list);
}

bool of_several_agencies(const std::vector<policy::Option>& options, const directory::Directory& directory) {
    std::set<directory::AgencyId> agencies;
    for (const auto& option : options) {
        if (const auto* post = directory.find_post(directory::PostId(option.key)))
            agencies.insert(post->agency);
    }
    return agencies.size() > 1;
}

/// Those of whom there are several as a rule are ticked off a list; of the others one is picked.
bool asks_for_several(const Field& field, const std::vector<policy::Option>& options,
                      const Filling& filling) {
    if (field.name == "receiving_posts") return of_several_agencies(options, filling.people.directory);
    return field.kind == FieldKind::ManyOf || field.name == "members";
}

Html choice(const Field& field, const std::vector<policy::Option>& options, const Filling& filling,
            const WithOptions& with) {
    if (asks_for_several(field, options, filling)) return checkboxes(field, options, filling);
    if (options.size() <= radios_max) return radios(field, options, filling, with);
    Html list = select(field, options, filling);
    for (const auto& [key, more] : with.reveals) list.add(more);
    return list;
}

Html date(const Field& field, const Filling& filling) {
    const auto part = [&](const std::string& name) {
        return std::string(filling.given.get(field.name + "-" + name));
    };
    govuk::DateInput input{.id = id_of(field), .name_prefix = field.name};
    input.fieldset = fieldset_of(field, filling);
    input.hint = field.hint.empty() ? "For example, 27 3 2026" : field.hint;
    input.error = error_of(field, filling);
    input.day->value = part("day");
    input.month->value = part("month");
    input.year->value = part("year");
    Html whole = render(input);
    if (field.kind == FieldKind::Date) return whole;
    govuk::Input clock;
    clock.field = {.name = field.name + "-time",
                   .label = {.content = "Time"},
                   .hint = "For example, 14:30 or 2:30pm",
                   .error = error_of(field, filling, true),
                   .id = id_of(field) + "-time"};
    clock.value = part("time");
    clock.width_chars = 10;
    return whole.add(render(clock));
}

const std::vector<policy::Option>& yes_or_no() {
    static const std::vector<policy::Option> options{{"yes", "Yes"}, {"no", "No"}};
    return options;
}

std::vector<policy::Option> options_of(const Field& field, const People& people) {
    if (!field.options.empty()) return field.options;
    switch (field.kind) {
        case FieldKind::Post: return post_options(people);
        case FieldKind::Person: return person_options(people);
        case FieldKind::Agency: return agency_options(people);
        case FieldKind::YesNo: return yes_or_no();
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Date:
        case FieldKind::DateTime:
        case FieldKind::OneOf:
        case FieldKind::ManyOf: break;
    }
    return {};
}

std::string title_of_option(const std::vector<policy::Option>& options, const std::string& key) {
    const auto found = std::ranges::find(options, key, &policy::Option::key);
    return found == options.end() ? key : found->title;
}

}  // namespace

Html render(const Field& field, const Filling& filling) {
    return render(field, filling, WithOptions{});
}

Html render(const Field& field, const Filling& filling, const WithOptions& with) {
    switch (field.kind) {
        case FieldKind::Text:
            return render(govuk::Input{.field = around(field, filling), .value = value_of(field, filling)});
        case FieldKind::LongText:
            return render(
                govuk::Textarea{.field = around(field, filling), .value = value_of(field, filling)});
        case FieldKind::Date:
        case FieldKind::DateTime: return date(field, filling);
        case FieldKind::YesNo:
        case FieldKind::OneOf:
        case FieldKind::ManyOf:
        case FieldKind::Post:
        case FieldKind::Person:
        case FieldKind::Agency: return choice(field, options_of(field, filling.people), filling, with);
    }
    return {};
}

Html render_another(const Field& field, std::size_t nth, const Filling& filling) {
    const auto given = filling.given.all(field.name);
    govuk::Select list{.field = {.name = field.name,
                                 .label = {.content = field.label},
                                 .id = id_of(field) + "-of-" + std::to_string(nth)}};
    list.value = nth <= given.size() ? given[nth - 1] : "";
    list.options.push_back({.value = "", .text = "Nobody"});
    for (const auto& [key, title] : options_of(field, filling.people))
        list.options.push_back({.value = key, .text = title});
    return render(list);
}

std::string anchor_of(const Field& field) {
    const bool dated = field.kind == FieldKind::Date || field.kind == FieldKind::DateTime;
    return "#" + id_of(field) + (dated ? "-day" : "");
}

Html summary_of(const Problems& problems, const std::vector<Field>& on_page) {
    govuk::ErrorSummary summary;
    for (const auto& problem : problems) {
        const auto field = std::ranges::find(on_page, problem.field, &Field::name);
        Html message = capitalised(problem.why);
        const bool of_policy = !problem.clause.empty() && !problem.clause.starts_with("house ");
        if (of_policy) message.add(" (clause " + problem.clause + ")");
        const std::string where = field == on_page.end() ? "" : problem.rule == wrong_time ? "#" + id_of(*field) + "-time" : anchor_of(*field);
        summary.errors.push_back({where, message, {}});
    }
    return summary.errors.empty() ? Html{} : render(summary);
}

Html in_words(const Field& field, const policy::Answers& answers, const People& people) {
    const auto options = options_of(field, people);
    Html said;
    for (const auto& value : answers.list(field.name)) {
        if (!said.empty()) said.add(html::element("br")());
        if (field.kind == FieldKind::LongText) {
            said.add(paragraphs(value));
        } else if (field.kind == FieldKind::Date) {
            const auto day = calendar::parse_date(value);
            said.add(day ? calendar::in_words(*day) : value);
        } else {
            said.add(title_of_option(options, value));
        }
    }
    return said;
}

}  // namespace web
