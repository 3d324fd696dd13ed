#include "app/sealed_slips.h"

namespace app {
namespace {

constexpr char separator = '/';

std::string slip_key(const PersonId& person, const std::string& id) {
    return person.get() + separator + id;
}

/// Of somebody whose id begins with this one's and a separator.
bool names_another(const std::string& id) {
    return id.find(separator) != std::string::npos;
}

}  // namespace

SealedSlips::SealedSlips(store::Drawers& drawers, const store::Boxes& boxes, const base::Clock& clock,
                         SealedDrawer drawer)
    : drawers_(drawers), boxes_(boxes), clock_(clock), drawer_(std::move(drawer)) {}

void SealedSlips::put(const PersonId& person, const OpenedSlip& slip) {
    const std::string key = slip_key(person, slip.id);
    drawers_.put(drawer_.name, {key, boxes_.close(slip.body, drawer_.beside + " " + key), slip.expires_at});
    ++changes_;
}

std::optional<OpenedSlip> SealedSlips::opened(const PersonId& person, const store::Slip& slip) const {
    const std::string id = slip.key.substr(person.get().size() + 1);
    if (names_another(id) || *slip.expires_at <= clock_.now()) return std::nullopt;
    auto body = boxes_.open(slip.body, drawer_.beside + " " + slip.key);
    if (!body) return std::nullopt;
    return OpenedSlip{id, std::move(*body), *slip.expires_at};
}

std::optional<OpenedSlip> SealedSlips::find(const PersonId& person, const std::string& id) const {
    const auto slip = drawers_.find(drawer_.name, slip_key(person, id));
    return slip ? opened(person, *slip) : std::nullopt;
}

std::vector<OpenedSlip> SealedSlips::list(const PersonId& person) const {
    std::vector<OpenedSlip> all;
    for (const auto& slip : drawers_.list(drawer_.name, slip_key(person, ""))) {
        if (auto one = opened(person, slip)) all.push_back(std::move(*one));
    }
    return all;
}

bool SealedSlips::erase(const PersonId& person, const std::string& id) {
    if (names_another(id) || !drawers_.erase(drawer_.name, slip_key(person, id))) return false;
    ++changes_;
    return true;
}

}  // namespace app
