// Ten codes for whoever has lost their authenticator: each good once, shown once, kept as hashes.
#pragma once
#include <string>
#include <vector>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

class RecoveryCodes {
public:
    RecoveryCodes(store::Drawers&, store::Random&, const store::Digests&);

    /// "K7QM-2RXD-9FAB-TTQ2", ten of them, 80 bits each; earlier ones are good for nothing from now on.
    std::vector<std::string> make(const PersonId&);
    /// However it was typed: in small letters, with blanks.
    bool spend(const PersonId&, const std::string& code);
    std::size_t left(const PersonId&) const;
    void forget(const PersonId&);

private:
    std::string key_of(const PersonId&, const std::string& code) const;

    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
};

}  // namespace app
