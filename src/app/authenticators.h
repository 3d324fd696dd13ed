// The secrets of authenticator apps: proposed, confirmed by a first code, asked for at each sign-in.
#pragma once
#include <optional>
#include <string>

#include "app/records.h"
#include "store/boxes.h"
#include "store/drawers.h"
#include "store/one_time_codes.h"
#include "store/secrets.h"

namespace app {

class Authenticators {
public:
    Authenticators(store::Drawers&, store::Random&, const store::Boxes&, const store::OneTimeCodes&,
                   const base::Clock&);

    /// 160 bits, for the app to take in; the same ones for half an hour, however often they are asked for.
    std::string propose(const PersonId&);
    /// The code shows that the app has what was proposed: from now on it is asked for.
    bool turn_on(const PersonId&, const std::string& code);
    void turn_off(const PersonId&);

    bool is_on(const PersonId&) const;
    /// The code of this half minute, or of the one before or after; each is right once.
    bool is_right(const PersonId&, const std::string& code);

private:
    std::optional<std::string> secret_in(const std::string& drawer, const PersonId&) const;
    bool use(const PersonId&, const std::string& secret, const std::string& code);

    store::Drawers& drawers_;
    store::Random& random_;
    const store::Boxes& boxes_;
    const store::OneTimeCodes& codes_;
    const base::Clock& clock_;
};

}  // namespace app
