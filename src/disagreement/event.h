// What happened to a disagreement. Every event is a fact that a policy can name.
//
// One shape serves all kinds: who, when, about which receiving agency, and the answers given. The
// open answers stay readable for ever; the others are sealed, and only their names stand here
// once an event has been stored. tests/golden/events pins the stored form of each kind.
#pragma once
#include "base/moment.h"
#include "directory/directory.h"
#include "policy/fact.h"
#include "policy/field.h"

#include <optional>
#include <string>
#include <vector>

namespace disagreement {

using base::Moment;
using directory::AgencyId;
using directory::PersonId;
using directory::PostId;
using policy::Happening;

enum class Side { Raising, Receiving, Partnership, System };

/// Who did it, for which post. `on_behalf` where somebody without an account said it and the
/// author entered it: then `post` is the post that spoke.
struct Author {
    PersonId person;
    PostId post;
    AgencyId agency;
    Side side = Side::System;
    bool on_behalf = false;
    bool operator==(const Author&) const = default;
};

/// An answer that is sealed in the ledger. `plain` is there on the way in, and after somebody
/// with a right to it has opened it; replay never needs it.
struct SealedAnswer {
    std::string name;
    policy::Privacy privacy = policy::Privacy::Narrative;
    std::string plain = {};
    bool operator==(const SealedAnswer&) const = default;
};

struct Event {
    policy::Fact fact;
    Moment happened_at;
    Moment recorded_at;
    Author by;
    AgencyId agency = {};                    // the receiving agency it is about; empty: all of them
    policy::Answers open = {};
    std::vector<SealedAnswer> sealed = {};
    bool operator==(const Event&) const = default;
};

using Events = std::vector<Event>;

}  // namespace disagreement
