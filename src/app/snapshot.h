// What is known of the whole installation at one moment: a value, shared and never changed.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/records.h"
#include "policy/pack.h"

namespace app {

struct Adoption {
    base::Moment at;
    std::shared_ptr<const policy::Pack> pack;  // with the house rules
    std::string text;
    Approval approved = {};

    /// The first day it is worked under: that of its adoption, or the one it says where that is later.
    calendar::Date begins() const;
};

struct Ruling {
    base::Moment at;
    std::string policy;
    std::string edition;
    std::string reading;
    std::string words;
    Approval ruled;
};

struct CalendarInForce {
    base::Moment since;
    calendar::Edition edition;
};

struct Partnership {
    std::string key;
    std::string name;
    std::vector<Adoption> adoptions = {};         // oldest first; never empty
    std::vector<Ruling> rulings = {};             // oldest first
    std::vector<CalendarInForce> calendars = {};  // oldest first; never empty
    std::map<std::string, std::set<calendar::Date>> meetings = {};
    /// Its own held and the agencies that work with it: nothing leaks between partnerships.
    directory::Directory directory = {};
    std::shared_ptr<const policy::Pack> in_force = {};  // on the day of the snapshot

    /// The edition in force: what is raised stands under it.
    const policy::Pack& pack() const { return *in_force; }
    /// The edition that began last by that day; where none has begun, the one that begins first.
    const Adoption& adoption_on(calendar::Date) const;
    /// The adoption of an edition; null where there is none.
    const Adoption* find_adoption(const std::string& key, const std::string& edition) const;
    /// The edition that a disagreement pins; null where it was never adopted.
    const policy::Pack* find_pack(const std::string& key, const std::string& edition) const;
    /// Bodies with dated meetings that an edition names, also one that is not in force yet.
    std::vector<std::string> bodies() const;
    /// The newest ruling on a reading of this pack: made on it, or on another edition that says the same.
    const Ruling* find_ruling(const policy::Pack&, const std::string& reading) const;
    /// The calendar in force at that moment, with all meetings that are known.
    calendar::Edition calendar_at(base::Moment) const;
};

struct Person {
    PersonId id;
    std::string name;  // empty once erased
    std::string email;
    std::set<HeldRole> roles = {};
    bool operator==(const Person&) const = default;
};

struct Snapshot {
    bool demo = false;
    calendar::Date day = {};              // which editions are in force
    std::map<std::string, Partnership> partnerships = {};
    directory::Directory directory = {};  // everybody's
    std::map<AgencyId, std::set<std::string>> works_with = {};
    std::map<PersonId, Person> people = {};
    std::map<std::string, PersonId> by_email = {};
    std::map<PersonId, std::vector<PostId>> posts_of = {};    // every post that ever names them
    std::map<PostId, std::vector<PostId>> reports = {};       // who reports to a post
    std::map<std::string, std::set<PersonId>> excluded = {};  // by reference

    const Partnership* find_partnership(const std::string& key) const;
    const Person* find_person(const PersonId&) const;
    const std::set<PersonId>& excluded_from(const std::string& reference) const;
    bool has_role(const PersonId&, AccountRole) const;
    /// There, or everywhere.
    bool has_role(const PersonId&, AccountRole, const std::string& partnership) const;
};

/// Lower case, without blanks around it: how an e-mail address is compared.
std::string comparable_email(const std::string&);

}  // namespace app
