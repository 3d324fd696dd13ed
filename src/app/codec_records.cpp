// The other records of the ledger, to and from their stored form.
#include <algorithm>
#include <array>
#include <functional>

#include "app/codec.h"
#include "app/json_forms.h"
#include "base/ensure.h"

namespace app {
namespace {

using json::Object;
using json::Value;
using store::FieldClass;

struct AccessWord {
    AccessChange change;
    std::string_view word;
};
constexpr std::array access_changes{AccessWord{AccessChange::Invited, "invited"},
                                    AccessWord{AccessChange::ResetOffered, "reset-offered"},
                                    AccessWord{AccessChange::PasswordChosen, "password-chosen"},
                                    AccessWord{AccessChange::PasswordChanged, "password-changed"},
                                    AccessWord{AccessChange::SecondFactorOn, "second-factor-on"},
                                    AccessWord{AccessChange::SecondFactorOff, "second-factor-off"},
                                    AccessWord{AccessChange::RecoveryCodesMade, "recovery-codes-made"},
                                    AccessWord{AccessChange::RecoveryCodeUsed, "recovery-code-used"},
                                    AccessWord{AccessChange::SessionsEnded, "sessions-ended"}};

Object made_object(const Made& made) {
    Object open;
    open.set("at", forms::moment(made.at));
    forms::set_text(open, "by", made.by.get());
    return open;
}

Made to_made(const Value& open) {
    return {PersonId(forms::text_of(open, "by")), forms::to_moment(open.at("at"))};
}

Draft drafted(const std::string& type, const Object& open, std::vector<SealedText> sealed = {}) {
    return {type, json::to_text(open), std::move(sealed)};
}

SealedText reason(const std::string& words) {
    return {"reason", FieldClass::Narrative, words};
}

std::string text(const Texts& texts, const std::string& name) {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string{} : found->second;
}

// One overload for each record. A new record without one does not compile.
Draft written(const DemoMarked& r) {
    return drafted("installation.demo-marked", made_object(r.made));
}

Draft written(const PartnershipAdded& r) {
    return drafted("installation.partnership-added",
                   made_object(r.made).set("key", r.key).set("name", r.name));
}

/// Nothing is sealed where nobody approved: as it was before there were approvals.
std::vector<SealedText> sealed_name(const std::string& name, const Approval& approval) {
    if (approval.by.empty()) return {};
    return {{name, FieldClass::Identity, approval.by}};
}

Draft written(const PackAdopted& r) {
    Object open = made_object(r.made).set("partnership", r.partnership).set("pack", r.pack_text);
    if (r.approved.on) open.set("approved_on", forms::date(*r.approved.on));
    return drafted("partnership.pack-adopted", open, sealed_name("approved_by", r.approved));
}

Draft written(const ReadingRuled& r) {
    Object open = made_object(r.made)
                      .set("partnership", r.partnership)
                      .set("policy", r.policy)
                      .set("edition", r.edition)
                      .set("reading", r.reading)
                      .set("ruling", r.ruling);
    if (r.ruled.on) open.set("ruled_on", forms::date(*r.ruled.on));
    return drafted("partnership.reading-ruled", open, sealed_name("ruled_by", r.ruled));
}

Draft written(const CalendarSet& r) {
    return drafted(
        "partnership.calendar-set",
        made_object(r.made).set("partnership", r.partnership).set("edition", forms::edition(r.edition)));
}

Draft written(const MeetingsSet& r) {
    return drafted("partnership.meetings-set", made_object(r.made)
                                                   .set("partnership", r.partnership)
                                                   .set("body", r.body)
                                                   .set("dates", forms::dates(r.dates)));
}

Object change(const directory::AgencyPut& put) {
    return Object()
        .set("agency", put.agency.id.get())
        .set("name", put.agency.name)
        .set("sector", put.agency.sector)
        .set("partnerships", forms::words(put.partnerships));
}

Object change(const directory::PostPut& put) {
    const auto& post = put.post;
    Object object;
    object.set("post", post.id.get())
        .set("agency", post.agency.get())
        .set("kind", post.kind)
        .set("title", post.title);
    forms::set_text(object, "team", post.team);
    if (post.reports_to) object.set("reports_to", post.reports_to->get());
    forms::set_text(object, "contact", post.contact);
    if (post.verified_on) object.set("verified_on", forms::date(*post.verified_on));
    return object;
}

Object change(const directory::HoldersSet& set) {
    json::Array holders;
    for (const auto& holding : set.holders) {
        Object object;
        object.set("person", holding.person.get());
        if (holding.deputy) object.set("deputy", true);
        if (holding.from) object.set("from", forms::date(*holding.from));
        if (holding.until) object.set("until", forms::date(*holding.until));
        holders.emplace_back(std::move(object));
    }
    return Object().set("post", set.post.get()).set("holders", std::move(holders));
}

Object change(const directory::ClosingsSet& set) {
    json::Array closings;
    for (const auto& [from, until, why] : set.closings) {
        closings.emplace_back(
            Object().set("from", forms::date(from)).set("until", forms::date(until)).set("why", why));
    }
    return Object().set("agency", set.agency.get()).set("closings", std::move(closings));
}

std::string type_of(const directory::Change& change) {
    if (std::holds_alternative<directory::AgencyPut>(change)) return "directory.agency-put";
    if (std::holds_alternative<directory::PostPut>(change)) return "directory.post-put";
    if (std::holds_alternative<directory::ClosingsSet>(change)) return "directory.closings-set";
    return "directory.holders-set";
}

Draft written(const DirectoryChanged& r) {
    Object open = std::visit([](const auto& c) { return change(c); }, r.change);
    for (const auto& [name, value] : made_object(r.made)) open.set(name, value);
    return drafted(type_of(r.change), open);
}

Draft written(const PersonAdded& r) {
    return drafted("people.person-added", made_object(r.made).set("person", r.person.get()),
                   {{"name", FieldClass::Identity, r.name}, {"email", FieldClass::Identity, r.email}});
}

json::Object role_object(const Made& made, const PersonId& person, const HeldRole& held) {
    auto open = made_object(made).set("person", person.get()).set("role", to_word(held.role));
    if (!held.partnership.empty()) open.set("partnership", held.partnership);
    return open;
}

Draft written(const RoleGiven& r) {
    return drafted("people.role-given", role_object(r.made, r.person, r.held));
}

Draft written(const RoleTaken& r) {
    return drafted("people.role-taken", role_object(r.made, r.person, r.held));
}

Draft written(const AccessChanged& r) {
    return drafted("access.changed",
                   made_object(r.made).set("person", r.person.get()).set("change", to_word(r.change)));
}

template <class R>
Object about_person(const R& r) {
    return made_object(r.made).set("reference", r.reference).set("person", r.person.get());
}

Draft written(const ExclusionSet& r) {
    return drafted("access.exclusion-set", about_person(r), {reason(r.reason)});
}

Draft written(const ExclusionLifted& r) {
    return drafted("access.exclusion-lifted", about_person(r), {reason(r.reason)});
}

Draft written(const IdentityReleased& r) {
    return drafted("access.identity-released", about_person(r), {reason(r.reason)});
}

directory::AgencyPut to_agency(const Value& open) {
    const auto partnerships = forms::to_words(open.at("partnerships"));
    return {{AgencyId(open.at("agency").get_string()), open.at("name").get_string(),
             open.at("sector").get_string()},
            {partnerships.begin(), partnerships.end()}};
}

directory::PostPut to_post(const Value& open) {
    directory::Post post{PostId(open.at("post").get_string()), AgencyId(open.at("agency").get_string()),
                         open.at("kind").get_string(), open.at("title").get_string(),
                         forms::text_of(open, "team")};
    if (const auto* above = open.find("reports_to")) post.reports_to = PostId(above->get_string());
    post.contact = forms::text_of(open, "contact");
    if (const auto* day = open.find("verified_on")) post.verified_on = forms::to_date(*day);
    return {std::move(post)};
}

directory::HoldersSet to_holders(const Value& open) {
    directory::HoldersSet set{PostId(open.at("post").get_string()), {}};
    for (const auto& value : open.at("holders").get_array()) {
        directory::Holding holding{PersonId(value.at("person").get_string()),
                                   value.find("deputy") != nullptr};
        if (const auto* day = value.find("from")) holding.from = forms::to_date(*day);
        if (const auto* day = value.find("until")) holding.until = forms::to_date(*day);
        set.holders.push_back(std::move(holding));
    }
    return set;
}

directory::ClosingsSet to_closings(const Value& open) {
    directory::ClosingsSet set{AgencyId(open.at("agency").get_string()), {}};
    for (const auto& value : open.at("closings").get_array()) {
        set.closings.push_back({forms::to_date(value.at("from")), forms::to_date(value.at("until")),
                                value.at("why").get_string()});
    }
    return set;
}

PersonId person_of(const Value& open) {
    return PersonId(open.at("person").get_string());
}

HeldRole role_of(const Value& open) {
    const auto role = parse_account_role(open.at("role").get_string());
    base::ensure(role.has_value(), "a stored role is known");
    const auto* partnership = open.find("partnership");
    return {*role, partnership ? partnership->get_string() : std::string{}};
}

AccessChange change_of(const Value& open) {
    const auto found = std::ranges::find(access_changes, open.at("change").get_string(), &AccessWord::word);
    base::ensure(found != access_changes.end(), "a stored change is known");
    return found->change;
}

template <class R>
R about_person_of(const Value& open, const Texts& texts) {
    return {to_made(open), open.at("reference").get_string(), person_of(open), text(texts, "reason")};
}

Approval approval_of(const Value& open, const std::string& day, const std::string& by) {
    const auto* on = open.find(day);
    return {by, on ? std::optional(forms::to_date(*on)) : std::nullopt};
}

ReadingRuled to_ruling(const Value& open, const Texts& texts) {
    return {to_made(open),
            open.at("partnership").get_string(),
            open.at("policy").get_string(),
            open.at("edition").get_string(),
            open.at("reading").get_string(),
            open.at("ruling").get_string(),
            approval_of(open, "ruled_on", text(texts, "ruled_by"))};
}

using Reader = std::function<Record(const Value&, const Texts&)>;

const std::map<std::string, Reader>& readers() {
    static const std::map<std::string, Reader> all{
        {"installation.demo-marked", [](const Value& o, const Texts&) { return DemoMarked{to_made(o)}; }},
        {"installation.partnership-added",
         [](const Value& o, const Texts&) {
             return PartnershipAdded{to_made(o), o.at("key").get_string(), o.at("name").get_string()};
         }},
        {"partnership.pack-adopted",
         [](const Value& o, const Texts& t) {
             return PackAdopted{to_made(o), o.at("partnership").get_string(), o.at("pack").get_string(),
                                approval_of(o, "approved_on", text(t, "approved_by"))};
         }},
        {"partnership.reading-ruled", to_ruling},
        {"partnership.calendar-set",
         [](const Value& o, const Texts&) {
             return CalendarSet{to_made(o), o.at("partnership").get_string(),
                                forms::to_edition(o.at("edition"))};
         }},
        {"partnership.meetings-set",
         [](const Value& o, const Texts&) {
             return MeetingsSet{to_made(o), o.at("partnership").get_string(), o.at("body").get_string(),
                                forms::to_dates(o.at("dates"))};
         }},
        {"directory.agency-put",
         [](const Value& o, const Texts&) {
             return DirectoryChanged{to_made(o), to_agency(o)};
         }},
        {"directory.post-put",
         [](const Value& o, const Texts&) {
             return DirectoryChanged{to_made(o), to_post(o)};
         }},
        {"directory.holders-set",
         [](const Value& o, const Texts&) {
             return DirectoryChanged{to_made(o), to_holders(o)};
         }},
        {"directory.closings-set",
         [](const Value& o, const Texts&) {
             return DirectoryChanged{to_made(o), to_closings(o)};
         }},
        {"people.person-added",
         [](const Value& o, const Texts& t) {
             return PersonAdded{to_made(o), person_of(o), text(t, "name"), text(t, "email")};
         }},
        {"people.role-given",
         [](const Value& o, const Texts&) {
             return RoleGiven{to_made(o), person_of(o), role_of(o)};
         }},
        {"people.role-taken",
         [](const Value& o, const Texts&) {
             return RoleTaken{to_made(o), person_of(o), role_of(o)};
         }},
        {"access.changed",
         [](const Value& o, const Texts&) {
             return AccessChanged{to_made(o), person_of(o), change_of(o)};
         }},
        {"access.exclusion-set",
         [](const Value& o, const Texts& t) { return about_person_of<ExclusionSet>(o, t); }},
        {"access.exclusion-lifted",
         [](const Value& o, const Texts& t) { return about_person_of<ExclusionLifted>(o, t); }},
        {"access.identity-released",
         [](const Value& o, const Texts& t) { return about_person_of<IdentityReleased>(o, t); }},
    };
    return all;
}

}  // namespace

std::string to_word(AccountRole role) {
    switch (role) {
        case AccountRole::Administrator: return "administrator";
        case AccountRole::DataGuardian: return "data-guardian";
    }
    return {};
}

std::optional<AccountRole> parse_account_role(std::string_view word) {
    for (const auto role : {AccountRole::Administrator, AccountRole::DataGuardian}) {
        if (to_word(role) == word) return role;
    }
    return std::nullopt;
}

std::string to_word(AccessChange change) {
    return std::string(std::ranges::find(access_changes, change, &AccessWord::change)->word);
}

Draft draft(const Record& record) {
    return std::visit([](const auto& r) { return written(r); }, record);
}

Record to_record(const store::Envelope& envelope, const Texts& texts) {
    const auto reader = readers().find(envelope.type);
    base::ensure(reader != readers().end() && envelope.type_version == 1,
                 "a stored record is of a known type");
    return reader->second(forms::parsed(envelope.open), texts);
}

}  // namespace app
