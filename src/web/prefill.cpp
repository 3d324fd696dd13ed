#include "web/prefill.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"
#include "calendar/local_time.h"
#include "web/words.h"

namespace web {
namespace {

std::string agency_of(const Case& one, const app::PostId& id) {
    const auto* post = one.directory().find_post(id);
    return post ? in_words(one.directory(), post->agency) : "";
}

std::string contact_of(const Case& one, const app::PostId& id) {
    const auto* post = one.directory().find_post(id);
    return post ? post->contact : "";
}

std::string receiving_posts(const Case& one) {
    std::vector<std::string> titles;
    if (const auto* visit = disagreement::find_last_visit(one.state())) {
        for (const auto& [agency, seat] : visit->receiving)
            titles.push_back(title_of(one.directory(), seat.post));
    }
    return base::join(titles, ", ");
}

/// By when the policy wants an answer to this form, if it is handed in now.
std::string response_due(const Case& one, const std::string& form) {
    const auto* visit = disagreement::find_visit(one.state());
    const auto* stage = visit ? policy::find_stage(one.pack(), visit->stage) : nullptr;
    if (!stage) return {};
    const policy::Fact handed_in{policy::Happening::FormSubmitted, form};
    for (const auto& rule : stage->duties) {
        const bool answers =
            rule.what == policy::What::Respond && std::ranges::find(rule.on, handed_in) != rule.on.end();
        if (!answers) continue;
        const auto convention = rule.clock.convention.value_or(one.pack().identity.convention);
        const auto due = calendar::due(one.now(), rule.clock.limit, convention, one.calendar());
        if (due) return calendar::to_iso(due->date);
    }
    return {};
}

/// What was last written under that name.
std::string last_words(const Case& one, const std::string& name) {
    for (auto entry = one.view.timeline.rbegin(); entry != one.view.timeline.rend(); ++entry) {
        if (entry->event.open.has(name)) return entry->event.open.text(name);
        const auto* text = one.view.find_text(entry->revision, name);
        if (text && text->shown == app::Text::Shown::Plain) return text->words;
    }
    return {};
}

}  // namespace

std::string known_answer(const Case& one, const std::string& name, const FormFor& form) {
    const auto& raising = one.state().raising;
    const std::map<std::string, std::function<std::string()>> known{
        {"today", [&] { return calendar::to_iso(one.dossier().today()); }},
        {"author_name", [&] { return one.asked.visitor->name; }},
        {"author_post", [&] { return title_of(one.directory(), form.author); }},
        {"author_agency", [&] { return agency_of(one, form.author); }},
        {"author_contact", [&] { return contact_of(one, form.author); }},
        {"raiser_name", [&] { return name_of(*one.dossier().known, one.state().raiser); }},
        {"raiser_post", [&] { return title_of(one.directory(), raising.practitioner); }},
        {"raising_agency", [&] { return in_words(one.directory(), raising.agency); }},
        {"receiving_post", [&] { return receiving_posts(one); }},
        {"response_due", [&] { return response_due(one, form.form); }},
        {"concerns", [&] { return last_words(one, "view"); }},
    };
    const auto found = known.find(name);
    return found == known.end() ? last_words(one, name) : found->second();
}

}  // namespace web
