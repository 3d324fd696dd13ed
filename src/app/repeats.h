// Whether the same child has been the subject before: found by a keyed hash, never by a name.
#pragma once
#include "app/journal.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

class Repeats {
public:
    Repeats(store::Drawers& drawers, const store::Digests& digests) : drawers_(drawers), digests_(digests) {}

    /// Does nothing where the name or the date of birth is empty.
    void remember(const std::string& partnership, const std::string& reference, const std::string& child_name,
                  const std::string& child_dob);
    /// Other disagreements of the same partnership about the same child. Who may know of them is for the
    /// gate to say.
    std::vector<std::string> others(const std::string& reference) const;
    /// Erasure.
    void forget(const std::string& reference);

private:
    store::Drawers& drawers_;
    const store::Digests& digests_;
};

}  // namespace app
