#include "web/case.h"

#include "http/form.h"
#include "policy/describe.h"
#include "web/fragments.h"
#include "web/policy_anchor.h"
#include "web/policy_sections.h"
#include "web/words.h"

namespace web {

std::string name_of(const Case& one) {
    return "Disagreement " + one.dossier().reference;
}

bool acts_for(const Case& one, const app::PostId& post) {
    return one.view.actor.posts.contains(post);
}

std::string act_path(const Case& one, disagreement::Action action, const std::string& about,
                     const app::PostId& on_behalf) {
    std::string path = path_of(one.dossier().reference) + "/act/" + disagreement::to_word(action);
    if (!about.empty()) path += "?about=" + http::percent_encoded(about);
    if (!on_behalf.get().empty())
        path += (about.empty() ? "?for=" : "&for=") + http::percent_encoded(on_behalf.get());
    return path;
}

Html source_link(const Case& one, const policy::Source& source) {
    const auto words = policy::in_words(source);
    if (words.empty()) return {};
    const std::string path = edition_path(*one.dossier().partnership, one.pack());
    const bool of_policy =
        policy::find_clause(one.pack(), source.clause) || policy::find_reading(one.pack(), source.reading);
    if (!of_policy) return clause_in_words(source.clause);
    const auto anchor = source.clause.empty() ? reading_anchor(source.reading) : clause_anchor(source.clause);
    return html::a(path + "#" + anchor, "govuk-link")(words);
}

}  // namespace web
