#include "web/personas.h"

#include <algorithm>

#include "govuk/button.h"
#include "govuk/notice.h"
#include "web/columns.h"
#include "web/partnerships.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html button_for(const app::Person& person, const std::string& then) {
    govuk::ButtonForm form{
        .action = "/sign-in/persona", .button = {}, .hidden = {{"person", person.id.get()}, {"then", then}}};
    form.button.content = Html("Sign in").add(span("govuk-visually-hidden")(" as " + person.name));
    form.button.kind = govuk::ButtonKind::Secondary;
    form.button.classes = "govuk-!-margin-bottom-0";
    return render(form);
}

struct Persona {
    const app::Person* person;
    std::string agency;
    std::string post;
};

bool by_agency(const Persona& left, const Persona& right) {
    return std::tie(left.agency, left.post) < std::tie(right.agency, right.post);
}

std::vector<Persona> personas_of(const app::Partnership& partnership, const Asked& asked) {
    std::vector<Persona> personas;
    for (const auto& [id, post] : partnership.directory.posts()) {
        for (const auto& person : directory::holders_on(post, today(asked))) {
            const auto* known = asked.known->find_person(person);
            if (known)
                personas.push_back({known, in_words(partnership.directory, post.agency),
                                    title_of(partnership.directory, id)});
        }
    }
    std::ranges::sort(personas, by_agency);
    return personas;
}

std::vector<Persona> without_posts(const Asked& asked) {
    std::vector<Persona> personas;
    for (const auto& [id, person] : asked.known->people) {
        for (const auto& held : person.roles) {
            std::string role = to_word(held.role);
            std::ranges::replace(role, '-', ' ');
            const auto* partnership = asked.known->find_partnership(held.partnership);
            personas.push_back({&person, partnership ? partnership->name : "the service itself", capitalised(role)});
        }
    }
    return personas;
}

Html list_of(const std::vector<Persona>& personas, const std::string& then) {
    std::vector<Html> rows;
    for (const auto& [person, agency, post] : personas) {
        Html who = strong()(person->name);
        who.add(element("br")()).add(post).add(", ").add(agency);
        rows.push_back(row_in_columns({who, button_for(*person, then)}));
    }
    return list_in_columns(rows);
}

}  // namespace

Html persona_list(const Asked& asked, const std::string& then) {
    Html list = h2("govuk-heading-m")("Sign in to the demo");
    list.add(p("govuk-body")(
        "Everybody here is invented. Choose whose work you want to see; no password is needed."));
    for (const auto& [key, partnership] : asked.known->partnerships) {
        list.add(render(govuk::Details{.summary = partnership.name,
                                       .content = list_of(personas_of(partnership, asked), then)}));
    }
    const auto others = without_posts(asked);
    if (!others.empty()) {
        list.add(render(govuk::Details{.summary = "Data guardians and administrators",
                                       .content = list_of(others, then)}));
    }
    return list;
}

}  // namespace web
