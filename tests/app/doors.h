// Everything that lets people in, over the small installation: passwords, codes, links, sessions.
#pragma once
#include "app/drafts.h"
#include "app/invitations.h"
#include "app/kept_forms.h"
#include "app/own_account.h"
#include "app/world.h"

namespace app::testing {

inline const std::string good_password = "three quiet words";

/// An authenticator app that has taken in a secret.
struct Phone {
    std::string secret;
    const base::Clock& clock;

    std::string code(int steps_from_now = 0) const {
        return DigestCodes().code_at(secret, clock.now().time_since_epoch().count() / 30 + steps_from_now);
    }
};

struct DoorsOf {
    World& world;
    TurningBoxes boxes;
    DigestCodes codes;
    Sessions sessions{world.drawers, world.random, world.digests, world.clock};
    Throttle throttle{world.drawers, world.digests, world.clock};
    AccountHistory history{world.journal, world.random, world.clock};
    Authenticators authenticators{world.drawers, world.random, boxes, codes, world.clock};
    RecoveryCodes recovery_codes{world.drawers, world.random, world.digests};
    OneTimeLinks links{world.drawers, world.random, world.digests, world.clock};
    Proofs proofs{world.people, authenticators, recovery_codes, throttle, world.passwords};
    SignIn sign_in{world.installation, proofs, sessions, history};
    Invitations invitations{world.installation, world.people, links, sign_in, sessions, history};
    OwnAccount own_account{{world.installation, world.people, proofs, authenticators, recovery_codes,
                            sessions, history}};
    KeptForms kept_forms{world.drawers, world.random, boxes, world.clock};
    Drafts drafts{{world.journal, world.installation, world.drawers, world.random, boxes, world.reads, world.clock}};

    /// Turns the second factor on, as the page does.
    Phone give_phone(const std::string& person) {
        const Phone phone{own_account.propose_second_factor(PersonId(person)), world.clock};
        REQUIRE(own_account.turn_on_second_factor(PersonId(person), phone.code()));
        world.clock.pass(std::chrono::minutes{2});
        return phone;
    }
};

struct Doors : World, DoorsOf {
    Doors() : DoorsOf{static_cast<World&>(*this)} {
        REQUIRE(people.set_password(PersonId("teacher"), good_password));
    }

    /// For somebody without a second factor.
    tl::expected<NewSession, NotSignedIn> enter(const std::string& email, const std::string& password,
                                                const std::string& address = "10.0.0.1") {
        const auto entered = sign_in.with_password({email, password, address});
        if (!entered) return tl::unexpected(entered.error());
        return std::get<NewSession>(*entered);
    }
    NewSession enter() { return *enter("teacher@example.org", good_password); }

    NotSignedIn kept_out(const std::string& email, const std::string& password,
                         const std::string& address = "10.0.0.1") {
        const auto session = enter(email, password, address);
        REQUIRE_FALSE(session);
        return session.error();
    }
};

}  // namespace app::testing
