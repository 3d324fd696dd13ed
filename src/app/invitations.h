// Inviting somebody, and helping somebody who cannot get in: by a link through which they choose a password.
#pragma once
#include "app/one_time_links.h"
#include "app/sign_in.h"

namespace app {

/// For whom a link is, as whoever holds it is shown.
struct Invited {
    Person person;
    LinkKind kind = LinkKind::Invitation;
};

struct ChosenPassword {
    std::string secret;  // of the link
    std::string password;
    std::string carried_token = {};
    Place place = {};
};

class Invitations {
public:
    Invitations(const Installation&, People&, OneTimeLinks&, SignIn&, Sessions&, AccountHistory&);

    /// Refusals: "no_such_person", "has_password".
    base::Result<NewLink> invite(const PersonId&, const PersonId& by = {});
    /// Ends every session of theirs; their password is good until they choose another one.
    base::Result<NewLink> offer_reset(const PersonId&, const PersonId& by = {});

    /// Nothing for a link that is unknown, used or has run out.
    std::optional<Invited> find(const std::string& secret) const;
    /// Spends the link, unless the password is refused: "link_spent", "password_weak".
    base::Result<Entered> choose_password(const ChosenPassword&);

private:
    base::Result<NewLink> make(const PersonId&, LinkKind, const PersonId& by);

    const Installation& installation_;
    People& people_;
    OneTimeLinks& links_;
    SignIn& sign_in_;
    Sessions& sessions_;
    AccountHistory& history_;
};

}  // namespace app
