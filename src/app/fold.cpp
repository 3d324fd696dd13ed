#include "app/fold.h"

#include "base/ensure.h"
#include "policy/house_rules.h"

namespace app {
namespace {

void on(Snapshot& all, const DemoMarked&, const PackReader&) {
    all.demo = true;
}

void on(Snapshot& all, const PartnershipAdded& record, const PackReader&) {
    auto& partnership = all.partnerships[record.key];
    partnership.key = record.key;
    partnership.name = record.name;
}

void on(Snapshot& all, const PackAdopted& record, const PackReader& read_pack) {
    auto pack = read_pack(record.pack_text, record.partnership);
    base::ensure(pack.has_value(), "a pack that was adopted can still be read");
    auto& partnership = all.partnerships[record.partnership];
    if (partnership.calendars.empty()) {
        partnership.calendars.push_back({record.made.at, calendar::Edition{.key = pack->identity.calendar}});
    }
    auto with_rules = std::make_shared<const policy::Pack>(policy::with_house_rules(std::move(*pack)));
    partnership.adoptions.push_back(
        {record.made.at, std::move(with_rules), record.pack_text, record.approved});
}

void on(Snapshot& all, const ReadingRuled& record, const PackReader&) {
    all.partnerships[record.partnership].rulings.push_back({record.made.at, record.policy, record.edition,
                                                            record.reading, record.ruling, record.ruled});
}

void on(Snapshot& all, const CalendarSet& record, const PackReader&) {
    all.partnerships[record.partnership].calendars.push_back({record.made.at, record.edition});
}

void on(Snapshot& all, const MeetingsSet& record, const PackReader&) {
    all.partnerships[record.partnership].meetings[record.body] = record.dates;
}

void on(Snapshot& all, const DirectoryChanged& record, const PackReader&) {
    directory::apply(all.directory, record.change);
    if (const auto* put = std::get_if<directory::AgencyPut>(&record.change)) {
        all.works_with[put->agency.id] = put->partnerships;
    }
}

void on(Snapshot& all, const PersonAdded& record, const PackReader&) {
    all.people[record.person] = {record.person, record.name, record.email, {}};
    if (!record.email.empty()) all.by_email[comparable_email(record.email)] = record.person;
}

void on(Snapshot& all, const RoleGiven& record, const PackReader&) {
    all.people[record.person].roles.insert(record.held);
}

void on(Snapshot& all, const RoleTaken& record, const PackReader&) {
    all.people[record.person].roles.erase(record.held);
}

/// Looked up in their own streams.
void on(Snapshot&, const AccessChanged&, const PackReader&) {}

void on(Snapshot& all, const ExclusionSet& record, const PackReader&) {
    all.excluded[record.reference].insert(record.person);
}

void on(Snapshot& all, const ExclusionLifted& record, const PackReader&) {
    all.excluded[record.reference].erase(record.person);
}

/// Releases are looked up in their own streams.
void on(Snapshot&, const IdentityReleased&, const PackReader&) {}

}  // namespace

void take(Snapshot& all, const Record& record, const PackReader& read_pack) {
    std::visit([&](const auto& r) { on(all, r, read_pack); }, record);
}

void derive(Snapshot& all) {
    all.posts_of.clear();
    all.reports.clear();
    for (const auto& [id, post] : all.directory.posts()) {
        if (post.reports_to) all.reports[*post.reports_to].push_back(id);
        for (const auto& holding : post.holders) {
            auto& posts = all.posts_of[holding.person];
            if (posts.empty() || posts.back() != id) posts.push_back(id);
        }
    }
    for (auto& [key, partnership] : all.partnerships) {
        partnership.directory = {};
        for (const auto& [id, agency] : all.directory.agencies()) {
            const auto works_with = all.works_with.find(id);
            if (works_with == all.works_with.end() || !works_with->second.contains(key)) continue;
            partnership.directory.put(agency);
            for (const auto* post : all.directory.posts_of(id)) partnership.directory.put(*post);
        }
    }
}

void begin_day(Snapshot& all, calendar::Date day) {
    all.day = day;
    for (auto& [key, partnership] : all.partnerships) {
        if (!partnership.adoptions.empty()) partnership.in_force = partnership.adoption_on(day).pack;
    }
}

}  // namespace app
