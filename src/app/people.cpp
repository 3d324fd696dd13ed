#include "app/people.h"

#include <algorithm>

#include "base/text.h"

namespace app {
namespace {

const std::string drawer = "passwords";
constexpr std::size_t name_bytes_max = 200;

base::Refusal refuse(const std::string& rule, const std::string& why, const std::string& field) {
    return {rule, why, {}, field};
}

std::optional<base::Refusal> wrong_email(const std::string& email) {
    const auto at = email.find('@');
    const bool shape = at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
                       email.find('.', at) != std::string::npos && email.back() != '.' && email.size() <= 254;
    const bool plain = std::ranges::all_of(
        email, [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != ','; });
    if (shape && plain) return std::nullopt;
    return refuse("email_malformed", "Enter an e-mail address like name@example.com", "email");
}

}  // namespace

People::People(Journal& journal, Installation& installation, store::Drawers& drawers,
               const store::Passwords& passwords, store::Random& random, const base::Clock& clock)
    : journal_(journal),
      installation_(installation),
      drawers_(drawers),
      passwords_(passwords),
      random_(random),
      clock_(clock) {}

base::Result<PersonId> People::add_person(const NewPerson& person, const PersonId& by) {
    const auto known = installation_.now();
    const std::string name = base::trimmed(person.name);
    const std::string email = base::trimmed(person.email);
    if (name.empty() || name.size() > name_bytes_max || !base::is_utf8(name)) {
        return tl::unexpected(refuse("name_missing", "Enter a name of at most 200 bytes", "name"));
    }
    if (const auto no = wrong_email(email)) return tl::unexpected(*no);
    if (known->by_email.contains(comparable_email(email))) {
        return tl::unexpected(
            refuse("email_taken", "There is an account with this e-mail address already", "email"));
    }
    const PersonId id = person.id.get().empty() ? PersonId(random_.id()) : person.id;
    if (known->find_person(id))
        return tl::unexpected(refuse("id_taken", "There is a person with this id already", "id"));
    if (!person.password.empty()) {
        if (const auto no = find_fault(person.password, {name, email})) return tl::unexpected(*no);
    }
    const PersonAdded added{{by, clock_.now()}, id, name, email};
    const auto landed = journal_.add(streams::people(), {store::CommandId(random_.id())}, {added});
    if (!landed) return tl::unexpected(landed.error());
    installation_.refresh();
    if (!person.password.empty()) drawers_.put(drawer, {id.get(), passwords_.hash(person.password)});
    return id;
}

base::Result<void> People::record_role(const PersonId& id, const HeldRole& held, const Record& record) {
    const auto known = installation_.now();
    if (!known->find_person(id)) {
        return tl::unexpected(refuse("no_such_person", "There is no such person", "person"));
    }
    if (!held.partnership.empty() && held.role == AccountRole::Administrator) {
        return tl::unexpected(refuse("role_of_all", "An administrator is of the whole installation", "partnership"));
    }
    if (!held.partnership.empty() && !known->find_partnership(held.partnership)) {
        return tl::unexpected(
            refuse("no_such_partnership", "There is no partnership '" + held.partnership + "'", "partnership"));
    }
    const auto landed = journal_.add(streams::people(), {store::CommandId(random_.id())}, {record});
    if (!landed) return tl::unexpected(landed.error());
    installation_.refresh();
    return {};
}

base::Result<void> People::give_role(const PersonId& id, const HeldRole& held, const PersonId& by) {
    return record_role(id, held, RoleGiven{{by, clock_.now()}, id, held});
}

base::Result<void> People::take_role(const PersonId& id, const HeldRole& held, const PersonId& by) {
    return record_role(id, held, RoleTaken{{by, clock_.now()}, id, held});
}

base::Result<void> People::set_password(const PersonId& id, const std::string& password) {
    const auto known = installation_.now();
    const auto* person = known->find_person(id);
    if (!person) return tl::unexpected(refuse("no_such_person", "There is no such person", "person"));
    if (const auto no = find_fault(password, {person->name, person->email})) return tl::unexpected(*no);
    auto hash = passwords_.hash(password);
    const std::lock_guard lock(passwords_mutex_);
    drawers_.put(drawer, {id.get(), std::move(hash)});
    return {};
}

std::optional<std::string> People::kept_password(const PersonId& id) const {
    const auto slip = drawers_.find(drawer, id.get());
    return slip ? std::optional(slip->body) : std::nullopt;
}

void People::strengthen(const PersonId& id, const std::string& password, const std::string& kept) {
    auto stronger = passwords_.hash(password);
    const std::lock_guard lock(passwords_mutex_);
    if (kept_password(id) == kept) drawers_.put(drawer, {id.get(), std::move(stronger)});
}

}  // namespace app
