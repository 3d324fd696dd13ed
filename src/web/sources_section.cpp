#include "app/citations.h"
#include "govuk/notice.h"
#include "web/disagreement_sections.h"
#include "web/policy_sections.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

}  // namespace

Html sources_section(const Case& one) {
    const auto cited = app::cited_by(one.dossier());
    Html list;
    for (const auto& key : cited.clauses) {
        const auto* clause = policy::find_clause(one.pack(), key);
        if (clause) list.add(li()(source_link(one, {.clause = key}), ": " + clause->says));
    }
    for (const auto& key : cited.readings) {
        const auto* reading = policy::find_reading(one.pack(), key);
        if (!reading) continue;
        Html said = source_link(one, {.reading = key});
        said.add(": " + reading->about + ". We take it that: " + reading->taken);
        if (const auto* ruling = one.dossier().partnership->find_ruling(one.pack(), key))
            said.add(". ").add(strong()(ruling_in_words(*ruling)));
        list.add(li()(said));
    }
    const auto& identity = one.pack().identity;
    Html content =
        p("govuk-body")(identity.title, ", ", identity.owner, ", edition ", identity.edition, ". ",
                        a(edition_path(*one.dossier().partnership, one.pack()), "govuk-link")("The whole policy"));
    content.add(ul("govuk-list govuk-list--bullet")(list));
    Html section = h2("govuk-heading-m")("The policy behind it");
    return section.add(render(govuk::Details{.summary = "Clauses and readings", .content = content}));
}

}  // namespace web
