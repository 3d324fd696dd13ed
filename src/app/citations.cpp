#include "app/citations.h"

namespace app {
namespace {

void add(Cited& cited, const policy::Source& source) {
    if (!source.clause.empty()) cited.clauses.insert(source.clause);
    if (!source.reading.empty()) cited.readings.insert(source.reading);
}

}  // namespace

Cited cited_by(const Dossier& dossier) {
    Cited cited;
    for (const auto& duty : dossier.duties) {
        add(cited, is_open(duty) ? duty.source : policy::Source{.reading = duty.source.reading});
    }
    for (const auto& visit : dossier.state.visits) {
        const auto* stage = policy::find_stage(*dossier.pack, visit.stage);
        if (!stage) continue;
        add(cited, stage->source);
        add(cited, stage->clock_source);
    }
    add(cited, dossier.pack->identity.convention_source);
    return cited;
}

}  // namespace app
