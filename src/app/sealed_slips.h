// Slips of one drawer, each sealed for one person: nobody else finds them, and the drawer tells nothing.
#pragma once
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/records.h"
#include "base/moment.h"
#include "store/boxes.h"
#include "store/drawers.h"

namespace app {

struct SealedDrawer {
    std::string name;    // "kept-forms"
    std::string beside;  // what a box says it is: "kept form"
};

struct OpenedSlip {
    std::string id;
    std::string body;
    base::Moment expires_at;
};

class SealedSlips {
public:
    SealedSlips(store::Drawers&, const store::Boxes&, const base::Clock&, SealedDrawer);

    /// Puts or replaces.
    void put(const PersonId&, const OpenedSlip&);
    /// Nothing where it has expired, swept or not.
    std::optional<OpenedSlip> find(const PersonId&, const std::string& id) const;
    /// What has not expired, in order of id.
    std::vector<OpenedSlip> list(const PersonId&) const;
    bool erase(const PersonId&, const std::string& id);
    /// Grows with every put and erase, before they return; what expires by itself is not counted.
    std::uint64_t changes() const { return changes_; }

private:
    std::optional<OpenedSlip> opened(const PersonId&, const store::Slip&) const;

    store::Drawers& drawers_;
    const store::Boxes& boxes_;
    const base::Clock& clock_;
    SealedDrawer drawer_;
    std::atomic<std::uint64_t> changes_ = 0;
};

}  // namespace app
