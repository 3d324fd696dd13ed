#include "app/administration.h"

#include <algorithm>

#include "app/dossier.h"
#include "app/rebuild.h"
#include "app/relations.h"
#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "directory/export.h"
#include "policy/words.h"

namespace app {
namespace {

tl::unexpected<base::Findings> found(const std::string& what, const std::string& hint = {}) {
    return tl::unexpected(base::Findings{{{}, what, hint, {}}});
}

/// The office of a new partnership, with the one post that every policy falls back on.
std::vector<directory::Change> office_of(const NewPartnership& partnership) {
    directory::Post keeper{PostId(partnership.key + ".business-manager"), AgencyId(partnership.key),
                           "business-manager", "Business manager"};
    return {
        directory::AgencyPut{{AgencyId(partnership.key), partnership.name, "partnership"}, {partnership.key}},
        directory::PostPut{std::move(keeper)}};
}

directory::Known known_of(const Snapshot& all) {
    directory::Known known{all.directory, all.works_with, {}, {}};
    for (const auto& [key, partnership] : all.partnerships) known.partnerships.insert(key);
    for (const auto& [id, person] : all.people) known.people[base::lower(id.get())] = id;
    for (const auto& [email, id] : all.by_email) known.people[email] = id;
    return known;
}

base::Refusal no_such_partnership(const std::string& key) {
    return {"no_such_partnership", "there is no partnership '" + key + "'", {}, "partnership"};
}

}  // namespace

base::Findings faults_of_naming(const std::string& key, const std::string& name) {
    if (!policy::is_key(key) || key.find('_') != std::string::npos)
        return {{{}, "'" + key + "' is not a key", "use lower-case letters, digits and hyphens", {}}};
    if (base::trimmed(name).empty()) return {{{}, "the partnership has no name", {}, {}}};
    return {};
}

Administration::Administration(Journal& journal, Installation& installation, PackReader read_pack,
                               const base::Clock& clock, store::Random& random)
    : journal_(journal),
      installation_(installation),
      read_pack_(std::move(read_pack)),
      clock_(clock),
      random_(random) {}

Made Administration::made(const PersonId& by) const {
    return {by, clock_.now()};
}

base::Result<void> Administration::add(const store::StreamId& stream, const std::vector<Record>& records) {
    const auto landed = journal_.add(stream, {store::CommandId(random_.id())}, records);
    if (!landed) return tl::unexpected(landed.error());
    installation_.refresh();
    return {};
}

base::Result<void> Administration::mark_demo() {
    if (journal_.store().head().size != 0) {
        return tl::unexpected(
            base::Refusal{"not_empty", "a demo begins in an empty folder: this one holds records already"});
    }
    return add(streams::installation(), {DemoMarked{made({})}});
}

Checked<std::string> Administration::add_partnership(const NewPartnership& partnership, const PersonId& by) {
    const auto known = installation_.now();
    auto misnamed = faults_of_naming(partnership.key, partnership.name);
    if (!misnamed.empty()) return tl::unexpected(std::move(misnamed));
    const auto* agency = known->directory.find_agency(AgencyId(partnership.key));
    if (known->partnerships.contains(partnership.key) || (agency && agency->sector != "partnership")) {
        return found("'" + partnership.key + "' is taken already", "choose another key");
    }
    auto faults = faults_of(partnership.approved, "approved");
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    const auto pack = read_pack_(partnership.pack_text, partnership.pack_file);
    if (!pack) return tl::unexpected(pack.error());
    const auto made_now = made(by);
    // The policy first: whoever reads the first record of the partnership finds the others there.
    const auto adopted = add(streams::partnership(partnership.key),
                             {PackAdopted{made_now, partnership.key, partnership.pack_text, partnership.approved}});
    std::vector<Record> office;
    for (auto& change : office_of(partnership))
        office.push_back(DirectoryChanged{made_now, std::move(change)});
    const auto placed = add(streams::directory(), office);
    const auto added =
        add(streams::installation(), {PartnershipAdded{made_now, partnership.key, partnership.name}});
    for (const auto& step : {adopted, placed, added}) {
        if (!step) return found(step.error().why);
    }
    return partnership.key;
}

Checked<std::string> Administration::adopt(const std::string& key, const std::string& pack_text,
                                           const std::string& pack_file, const Approval& approved,
                                           const PersonId& by) {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(key);
    if (!partnership) return found(no_such_partnership(key).why);
    auto faults = faults_of(approved, "approved");
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    const auto pack = read_pack_(pack_text, pack_file);
    if (!pack) return tl::unexpected(pack.error());
    if (partnership->find_pack(pack->identity.key, pack->identity.edition)) {
        return found(
            "edition '" + pack->identity.edition + "' of '" + pack->identity.key + "' was adopted already",
            "a change of the text is a new edition: give it another name");
    }
    const auto adopted = add(streams::partnership(key), {PackAdopted{made(by), key, pack_text, approved}});
    if (!adopted) return found(adopted.error().why);
    return pack->identity.edition;
}

/// Both or neither, and nothing that is still to come.
base::Findings Administration::faults_of(const Approval& approval, const std::string& did) const {
    const auto finding = [](const std::string& what, const std::string& hint) {
        return base::Findings{{{}, what, hint, {}}};
    };
    if (base::trimmed(approval.by).empty() != !approval.on)
        return finding("who " + did + " and the day are said together", "say both");
    const auto today = calendar::local_date(clock_.now(), calendar::Edition{}.zone);
    if (approval.on && *approval.on > today)
        return finding("nothing can be " + did + " on a day to come", "record it once it is so");
    return {};
}

Checked<void> Administration::rule_on(const std::string& key, const NewRuling& ruling, const PersonId& by) {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(key);
    if (!partnership) return found(no_such_partnership(key).why);
    const auto& now = partnership->pack().identity;
    const std::string policy = ruling.policy.empty() ? now.key : ruling.policy;
    const std::string edition = ruling.edition.empty() ? now.edition : ruling.edition;
    const auto* pack = partnership->find_pack(policy, edition);
    if (!pack) return found("edition '" + edition + "' of '" + policy + "' was never adopted");
    auto faults = faults_of(ruling.ruled, "ruled");
    if (!ruling.ruled.on) faults.push_back({{}, "a ruling says who ruled, and on which day", {}, {}});
    if (base::trimmed(ruling.words).empty()) faults.push_back({{}, "a ruling needs its words", {}, {}});
    if (!policy::find_reading(*pack, ruling.reading)) {
        std::vector<std::string> readings;
        for (const auto& reading : pack->readings) readings.push_back(reading.key);
        const auto meant = base::nearest(ruling.reading, readings);
        const auto hint = !meant.empty() ? "did you mean '" + meant + "'?"
                          : readings.empty() ? "the policy has no readings"
                                             : "its readings are " + base::join(readings, ", ");
        faults.push_back({{}, "the policy has no reading '" + ruling.reading + "'", hint, {}});
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    const auto landed = add(streams::partnership(key), {ReadingRuled{made(by), key, policy, edition, ruling.reading,
                                                                     base::trimmed(ruling.words), ruling.ruled}});
    if (!landed) return found(landed.error().why);
    return {};
}

base::Result<void> Administration::set_calendar(const std::string& key, calendar::Edition edition,
                                                const PersonId& by) {
    if (!installation_.now()->find_partnership(key)) return tl::unexpected(no_such_partnership(key));
    edition.meetings.clear();
    if (const auto fault = calendar::find_fault(edition)) return tl::unexpected(*fault);
    return add(streams::partnership(key), {CalendarSet{made(by), key, std::move(edition)}});
}

base::Result<void> Administration::set_meetings(const std::string& key, const std::string& body,
                                                const std::set<calendar::Date>& dates, const PersonId& by) {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(key);
    if (!partnership) return tl::unexpected(no_such_partnership(key));
    const auto bodies = partnership->bodies();
    if (std::ranges::find(bodies, body) == bodies.end()) {
        const auto meant = base::nearest(body, bodies);
        return tl::unexpected(base::Refusal{"no_such_body",
                                            "the policy names no body '" + body + "'" +
                                                (meant.empty() ? "" : " (did you mean '" + meant + "'?)"),
                                            {},
                                            "body"});
    }
    auto set = add(streams::partnership(key), {MeetingsSet{made(by), key, body, dates}});
    if (set) project_live(key);
    return set;
}

/// Dates of what is under way may hang on the meetings.
void Administration::project_live(const std::string& partnership) {
    for (const auto& reference : Dossiers(journal_, installation_).references(partnership)) {
        project_again(journal_, installation_, reference);
    }
}

Checked<std::size_t> Administration::import_directory(std::string_view csv, const std::string& file,
                                                      const PersonId& by) {
    const auto known = installation_.now();
    const auto changes = directory::import_csv(csv, file, known_of(*known));
    if (!changes) return tl::unexpected(changes.error());
    change_directory(*changes, by);
    return changes->size();
}

void Administration::change_directory(const std::vector<directory::Change>& changes, const PersonId& by) {
    if (changes.empty()) return;
    std::vector<Record> records;
    for (const auto& change : changes) records.push_back(DirectoryChanged{made(by), change});
    const auto landed = add(streams::directory(), records);
    base::ensure(landed.has_value(), "a random id is new");
}

std::string Administration::export_directory(directory::Sheet sheet) const {
    const auto known = installation_.now();
    return directory::export_csv(sheet, known_of(*known));
}

bool Administration::may(const PersonId& person, gate::Action action) const {
    const auto known = installation_.now();
    const auto today = calendar::local_date(clock_.now(), calendar::Edition{}.zone);
    gate::Facts facts;
    if (known->partnerships.empty() && known->has_role(person, AccountRole::Administrator)) {
        facts.relations.insert(gate::Relation::Administrator);
    }
    for (const auto& [key, partnership] : known->partnerships) {
        facts.relations.merge(relations_of(*known, partnership, person, today));
    }
    return gate::allows(facts, action);
}

}  // namespace app
