#include <map>
#include <set>

#include "app/dossier.h"
#include "app/views.h"
#include "cli/ledger.h"

namespace cli {
namespace {

const std::string prefix = "disagreement/";

std::set<std::string> references(const store::EventStore& store) {
    std::set<std::string> found;
    store.each(store::Position{0}, [&](const store::Stored& stored) {
        const auto& stream = stored.stream.get();
        if (stream.starts_with(prefix)) found.insert(stream.substr(prefix.size()));
    });
    return found;
}

/// The rows as they were when the last event landed; nothing without such a disagreement.
std::vector<store::ViewRow> expected_rows(const app::Dossiers& dossiers, const std::string& reference) {
    const auto dossier = dossiers.find(reference, base::Moment{});
    if (!dossier) return {};
    const auto last = dossier->state.history.back().event.recorded_at;
    const auto duties = disagreement::duties(dossier->state, *dossier->pack, dossier->calendar, last);
    return app::project(reference, dossier->state, duties, *dossier->pack, dossier->partnership->key);
}

}  // namespace

Checked check_views(app::Journal& journal, const app::Installation& installation) {
    const app::Dossiers dossiers(journal, installation);
    std::map<std::string, std::size_t> counts;
    std::set<std::string> differ;
    const auto all = references(journal.store());
    for (const auto& reference : all) {
        for (const auto& row : expected_rows(dossiers, reference)) {
            ++counts[row.view];
            if (journal.store().row(row.view, row.key) != row) differ.insert(reference);
        }
    }
    for (const auto& [view, count] : counts) {
        if (journal.store().count(view, std::nullopt) != count)
            differ.insert("rows of the list '" + view + "'");
    }
    Checked checked{"lists", differ.empty(),
                    "those of " + std::to_string(all.size()) + " disagreements are what the ledger gives"};
    if (differ.empty()) return checked;
    checked.says = "not what the ledger gives, first: " + *differ.begin() + "; run 'concordat rebuild'";
    return checked;
}

}  // namespace cli
