#include <set>

#include "govuk/notice.h"
#include "web/disagreement_sections.h"
#include "web/policy_sections.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// Clauses behind what is owed and where it stands, and every reading that was relied on, once each.
struct Cited {
    std::set<std::string> clauses;
    std::set<std::string> readings;

    void add(const policy::Source& source) {
        if (!source.clause.empty()) clauses.insert(source.clause);
        if (!source.reading.empty()) readings.insert(source.reading);
    }
};

Cited cited_by(const Case& one) {
    Cited cited;
    for (const auto& duty : one.dossier().duties) {
        cited.add(is_open(duty) ? duty.source : policy::Source{.reading = duty.source.reading});
    }
    for (const auto& visit : one.state().visits) {
        const auto* stage = policy::find_stage(one.pack(), visit.stage);
        if (!stage) continue;
        cited.add(stage->source);
        cited.add(stage->clock_source);
    }
    cited.add(one.pack().identity.convention_source);
    return cited;
}

}  // namespace

Html sources_section(const Case& one) {
    const auto cited = cited_by(one);
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
