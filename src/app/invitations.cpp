#include "app/invitations.h"

namespace app {
namespace {

using Refused = tl::unexpected<base::Refusal>;

Refused link_spent() {
    return Refused({"link_spent", "This link cannot be used: it was used before, has run out, or is not whole"});
}

}  // namespace

Invitations::Invitations(const Installation& installation, People& people, OneTimeLinks& links,
                         SignIn& sign_in, Sessions& sessions, AccountHistory& history)
    : installation_(installation),
      people_(people),
      links_(links),
      sign_in_(sign_in),
      sessions_(sessions),
      history_(history) {}

base::Result<NewLink> Invitations::make(const PersonId& person, LinkKind kind, const PersonId& by) {
    if (!installation_.now()->find_person(person))
        return Refused({"no_such_person", "There is no such person", {}, "person"});
    const bool reset = kind == LinkKind::Reset;
    history_.record(person, reset ? AccessChange::ResetOffered : AccessChange::Invited, by);
    if (reset) sessions_.end_all(person);
    return links_.make(person, kind);
}

base::Result<NewLink> Invitations::invite(const PersonId& person, const PersonId& by) {
    if (people_.kept_password(person)) {
        return Refused({"has_password", "They have a password already: see 'concordat user reset --help'",
                        {}, "person"});
    }
    return make(person, LinkKind::Invitation, by);
}

base::Result<NewLink> Invitations::offer_reset(const PersonId& person, const PersonId& by) {
    return make(person, LinkKind::Reset, by);
}

std::optional<Invited> Invitations::find(const std::string& secret) const {
    const auto link = links_.find(secret);
    if (!link) return std::nullopt;
    const auto known = installation_.now();
    const auto* person = known->find_person(link->person);
    return person ? std::optional(Invited{*person, link->kind}) : std::nullopt;
}

base::Result<Entered> Invitations::choose_password(const ChosenPassword& chosen) {
    const auto invited = find(chosen.secret);
    if (!invited) return link_spent();
    const auto& person = invited->person;
    if (const auto weak = find_fault(chosen.password, {person.name, person.email})) return Refused(*weak);
    if (!links_.spend(chosen.secret)) return link_spent();
    const auto set = people_.set_password(person.id, chosen.password);
    if (!set) return Refused(set.error());
    history_.record(person.id, AccessChange::PasswordChosen, person.id);
    sessions_.end_all(person.id);
    return sign_in_.let_in(person.id, chosen.carried_token, chosen.place);
}

}  // namespace app
