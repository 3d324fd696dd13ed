#include "app/rebuild.h"

#include "app/dossier.h"
#include "app/views.h"

namespace app {
namespace {

const std::string prefix = "disagreement/";

}  // namespace

std::size_t rebuild(Journal& journal, const Installation& installation) {
    std::set<std::string> references;
    journal.store().each(store::Position{0}, [&](const store::Stored& stored) {
        const auto& stream = stored.stream.get();
        if (stream.starts_with(prefix)) references.insert(stream.substr(prefix.size()));
    });
    for (const auto& reference : references) project_again(journal, installation, reference);
    return references.size();
}

void project_again(Journal& journal, const Installation& installation, const std::string& reference) {
    // As of its last event, as when the rows were written: a list says itself what is overdue by now.
    auto dossier = Dossiers(journal, installation).find(reference, base::Moment{});
    if (!dossier) return;
    const auto last = dossier->state.history.back().event.recorded_at;
    const auto duties = disagreement::duties(dossier->state, *dossier->pack, dossier->calendar, last);
    journal.store().replace_views(
        streams::disagreement(reference),
        project(reference, dossier->state, duties, *dossier->pack, dossier->partnership->key));
}

}  // namespace app
