#include "directory/export.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "directory/csv.h"
#include "directory/rows.h"

namespace directory {
namespace {

using Rows = std::vector<std::vector<std::string>>;

void add_agencies(Rows& rows, const Known& known) {
    for (const auto& [id, agency] : known.directory.agencies()) {
        const auto works_with = known.works_with.find(id);
        std::vector<std::string> partnerships;
        if (works_with != known.works_with.end())
            partnerships.assign(works_with->second.begin(), works_with->second.end());
        rows.push_back({id.get(), agency.name, agency.sector, base::join(partnerships, " ")});
    }
}

void add_posts(Rows& rows, const Known& known) {
    for (const auto& [id, post] : known.directory.posts()) {
        rows.push_back({id.get(), post.agency.get(), post.kind, post.title, post.team,
                        post.reports_to ? post.reports_to->get() : "", post.contact,
                        post.verified_on ? calendar::to_iso(*post.verified_on) : ""});
    }
}

/// E-mail addresses where there are any: they mean something to people.
std::map<PersonId, std::string> names_of(const Known& known) {
    std::map<PersonId, std::string> names;
    for (const auto& [word, person] : known.people) {
        auto& name = names[person];
        if (name.empty() || word.find('@') != std::string::npos) name = word;
    }
    return names;
}

void add_holdings(Rows& rows, const Known& known) {
    const auto names = names_of(known);
    for (const auto& [id, post] : known.directory.posts()) {
        for (const auto& holding : post.holders) {
            const auto name = names.find(holding.person);
            rows.push_back({id.get(), name == names.end() ? holding.person.get() : name->second,
                            holding.deputy ? "yes" : "no", holding.from ? calendar::to_iso(*holding.from) : "",
                            holding.until ? calendar::to_iso(*holding.until) : ""});
        }
    }
}

void add_closings(Rows& rows, const Known& known) {
    for (const auto& [id, agency] : known.directory.agencies()) {
        for (const auto& [from, until, why] : agency.closings)
            rows.push_back({id.get(), calendar::to_iso(from), calendar::to_iso(until), why});
    }
}

}  // namespace

std::string export_csv(Sheet sheet, const Known& known) {
    Rows rows{columns_of(sheet)};
    switch (sheet) {
        case Sheet::Agencies: add_agencies(rows, known); break;
        case Sheet::Posts: add_posts(rows, known); break;
        case Sheet::Holdings: add_holdings(rows, known); break;
        case Sheet::Closings: add_closings(rows, known); break;
    }
    return to_csv(rows);
}

}  // namespace directory
