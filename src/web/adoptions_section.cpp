// Which editions a partnership has adopted, and what it holds of their readings.
#include "calendar/local_time.h"
#include "http/form.h"
#include "web/columns.h"
#include "web/policy_sections.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

std::string approval_in_words(const app::Approval& approved) {
    if (!approved.on) return "Not said";
    const std::string who = approved.by.empty() ? "Somebody no longer known" : approved.by;
    return who + ", " + calendar::in_words(*approved.on);
}

}  // namespace

std::string edition_path(const app::Partnership& partnership, const policy::Pack& pack) {
    const std::string path = "/policies/" + partnership.key;
    if (&pack == &partnership.pack()) return path;
    return path + "?policy=" + http::percent_encoded(pack.identity.key) +
           "&edition=" + http::percent_encoded(pack.identity.edition);
}

Html adoptions_of(const app::Partnership& partnership, const policy::Pack& shown) {
    std::vector<Html> rows;
    for (auto adoption = partnership.adoptions.rbegin(); adoption != partnership.adoptions.rend(); ++adoption) {
        const auto& pack = *adoption->pack;
        const std::string name = pack.identity.title + ", " + pack.identity.edition;
        Html title = &pack == &shown ? Html(strong()(name)) : a(edition_path(partnership, pack), "govuk-link")(name);
        const auto approval = approval_in_words(adoption->approved);
        Html since = Html("In use from ").add(render(time_of(adoption->begins())));
        rows.push_back(row_in_columns({title, since, Html("Approved by: ").add(approval)}));
    }
    Html section = h2("govuk-heading-m").with("id", "editions")("Editions");
    section.add(p("govuk-body")("The newest first. What is under way keeps the edition it was raised under, unless it is moved."));
    return section.add(list_in_columns(rows));
}

}  // namespace web
