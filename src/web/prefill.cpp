#include "web/prefill.h"

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

/// The earliest date by which the other side owes an answer.
std::string response_due(const Case& one) {
    std::optional<calendar::Date> earliest;
    for (const auto& duty : one.dossier().duties) {
        if (!is_open(duty) || duty.what != policy::What::Respond || !duty.due) continue;
        if (!earliest || duty.due->date < *earliest) earliest = duty.due->date;
    }
    return earliest ? calendar::to_iso(*earliest) : "";
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

std::string known_answer(const Case& one, const std::string& name, const app::PostId& author) {
    const auto& raising = one.state().raising;
    const std::map<std::string, std::function<std::string()>> known{
        {"today", [&] { return calendar::to_iso(one.dossier().today()); }},
        {"author_name", [&] { return one.asked.visitor->name; }},
        {"author_post", [&] { return title_of(one.directory(), author); }},
        {"author_agency", [&] { return agency_of(one, author); }},
        {"author_contact", [&] { return contact_of(one, author); }},
        {"raiser_name", [&] { return name_of(*one.dossier().known, one.state().raiser); }},
        {"raiser_post", [&] { return title_of(one.directory(), raising.practitioner); }},
        {"raising_agency", [&] { return in_words(one.directory(), raising.agency); }},
        {"receiving_post", [&] { return receiving_posts(one); }},
        {"response_due", [&] { return response_due(one); }},
        {"concerns", [&] { return last_words(one, "view"); }},
    };
    const auto found = known.find(name);
    return found == known.end() ? last_words(one, name) : found->second();
}

}  // namespace web
