// What the ledger records besides disagreements: partnerships, the directory, people, who may see what.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/moment.h"
#include "calendar/edition.h"
#include "directory/import.h"

namespace app {

using directory::AgencyId;
using directory::PersonId;
using directory::PostId;

/// Who recorded something and when; nobody in particular where it was the console.
struct Made {
    PersonId by = {};
    base::Moment at = {};
    bool operator==(const Made&) const = default;
};

/// The first entry of a demo folder: people may be signed in to without a password.
struct DemoMarked {
    Made made;
    bool operator==(const DemoMarked&) const = default;
};

struct PartnershipAdded {
    Made made;
    std::string key;
    std::string name;
    bool operator==(const PartnershipAdded&) const = default;
};

/// Who in the partnership approved or ruled, a post or a named person in words, and on which day. The words
/// are sealed as identity: "" where nobody said, or once erased.
struct Approval {
    std::string by = {};
    std::optional<calendar::Date> on = {};
    bool operator==(const Approval&) const = default;
};

/// The pack is kept whole, so that a folder stands on its own.
struct PackAdopted {
    Made made;
    std::string partnership;
    std::string pack_text;
    Approval approved = {};
    bool operator==(const PackAdopted&) const = default;
};

/// What a reading of an edition is held to mean from now on. The words of the ruling are open: they are
/// about the policy, never about a child.
struct ReadingRuled {
    Made made;
    std::string partnership;
    std::string policy;
    std::string edition;
    std::string reading;
    std::string ruling;
    Approval ruled;
    bool operator==(const ReadingRuled&) const = default;
};

/// What days count from now on for what is raised from now on.
struct CalendarSet {
    Made made;
    std::string partnership;
    calendar::Edition edition;  // without meetings
    bool operator==(const CalendarSet&) const = default;
};

struct MeetingsSet {
    Made made;
    std::string partnership;
    std::string body;
    std::set<calendar::Date> dates;
    bool operator==(const MeetingsSet&) const = default;
};

struct DirectoryChanged {
    Made made;
    directory::Change change;
    bool operator==(const DirectoryChanged&) const = default;
};

/// Name and e-mail are sealed.
struct PersonAdded {
    Made made;
    PersonId person;
    std::string name;
    std::string email;
    bool operator==(const PersonAdded&) const = default;
};

enum class AccountRole { Administrator, DataGuardian };

/// A role of the service itself. Empty: everywhere in the installation.
struct HeldRole {
    AccountRole role = AccountRole::Administrator;
    std::string partnership = {};
    auto operator<=>(const HeldRole&) const = default;
};

std::string to_word(AccountRole);  // "data-guardian"
std::optional<AccountRole> parse_account_role(std::string_view word);

struct RoleGiven {
    Made made;
    PersonId person;
    HeldRole held;
    bool operator==(const RoleGiven&) const = default;
};

struct RoleTaken {
    Made made;
    PersonId person;
    HeldRole held;
    bool operator==(const RoleTaken&) const = default;
};

/// What can happen to how somebody gets in.
enum class AccessChange {
    Invited,
    ResetOffered,
    PasswordChosen,  // by a link
    PasswordChanged,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    SessionsEnded,  // from the console
};

std::string to_word(AccessChange);  // "second-factor-on"

/// What they get in with, also as a hash, is never in the ledger.
struct AccessChanged {
    Made made;
    PersonId person;
    AccessChange change = AccessChange::Invited;
    bool operator==(const AccessChanged&) const = default;
};

/// The reason is sealed.
struct ExclusionSet {
    Made made;
    std::string reference;
    PersonId person;
    std::string reason;
    bool operator==(const ExclusionSet&) const = default;
};

struct ExclusionLifted {
    Made made;
    std::string reference;
    PersonId person;
    std::string reason;
    bool operator==(const ExclusionLifted&) const = default;
};

/// The identity of the child and family was opened for this person; the reason is sealed.
struct IdentityReleased {
    Made made;
    std::string reference;
    PersonId person;
    std::string reason;
    bool operator==(const IdentityReleased&) const = default;
};

using Record = std::variant<DemoMarked, PartnershipAdded, PackAdopted, ReadingRuled, CalendarSet, MeetingsSet,
                            DirectoryChanged, PersonAdded, RoleGiven, RoleTaken, AccessChanged,
                            ExclusionSet, ExclusionLifted, IdentityReleased>;

}  // namespace app
