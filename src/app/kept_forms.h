// What somebody had typed when their session ended, sealed, until they are back.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/sealed_slips.h"
#include "json/json.h"
#include "store/secrets.h"

namespace app {

/// Names and values of a form, in the order in which they came; a name may come more than once.
using Typed = std::vector<std::pair<std::string, std::string>>;

json::Value to_json(const Typed&);
/// Of what to_json() made.
Typed to_typed(const json::Value&);

struct KeptForm {
    std::string target;  // where it was sent: "/disagreements/K7QM-2RXD-9F/act/answer?for=care.worker"
    Typed fields;
    bool operator==(const KeptForm&) const = default;
};

/// For twelve hours, for the person who typed it, and the last few of each person.
class KeptForms {
public:
    KeptForms(store::Drawers&, store::Random&, const store::Boxes&, const base::Clock&);

    /// The id under which its owner finds it; to anybody else it says nothing.
    std::string keep(const PersonId&, const KeptForm&);
    std::optional<KeptForm> find(const PersonId&, const std::string& id) const;
    void forget_all(const PersonId&);

private:
    SealedSlips slips_;
    store::Random& random_;
    const base::Clock& clock_;
};

}  // namespace app
