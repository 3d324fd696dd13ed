// Tokens with which a program acts for a person: shown once, kept as hashes, for stated uses only.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "app/records.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

/// What a token may be used for; what its person may do, is for the gate to say.
enum class Scope { Read, Act, Release, Register, Directory, Reports, Calendar, Metrics };

std::string to_word(Scope);  // "read"
std::optional<Scope> parse_scope(std::string_view word);
const std::vector<Scope>& all_scopes();

struct ApiToken {
    std::string id;  // says nothing of the secret: for lists and for revoking
    PersonId person;
    std::set<Scope> scopes;
    std::string label;
    base::Moment made;
    base::Moment expires;
    std::string made_with = {};  // id of the token that asked for it; empty where somebody at the console did
    bool operator==(const ApiToken&) const = default;
};

struct NewToken {
    PersonId person;
    std::set<Scope> scopes;
    int days = 90;
    std::string label = {};
    std::optional<ApiToken> made_with = {};  // it ends with that one
};

struct Issued {
    std::string secret;  // nowhere kept
    ApiToken token;
};

class ApiTokens {
public:
    ApiTokens(store::Drawers&, store::Random&, const store::Digests&, const base::Clock&);

    /// Valid for 1 to 366 days. The secret of a calendar stands in an address, so it is good for nothing
    /// else. Refusals: "days_out_of_bounds", "scopes_missing", "calendar_alone", "label_too_long",
    /// "too_many_tokens" (100 of one person).
    base::Result<Issued> issue(const NewToken&);
    /// Nothing where there is none, or it has run out.
    std::optional<ApiToken> find(const std::string& secret) const;
    /// Those that are still valid, the oldest first.
    std::vector<ApiToken> list() const;
    /// With those that were made with it.
    bool revoke(const std::string& id);
    /// How many there were.
    std::size_t revoke_all(const PersonId&);

private:
    std::size_t erase_if(const std::function<bool(const ApiToken&)>&);

    store::Drawers& drawers_;
    store::Random& random_;
    const store::Digests& digests_;
    const base::Clock& clock_;
};

}  // namespace app
