#include "app/kept_forms.h"

#include <algorithm>

#include "app/json_forms.h"

namespace app {
namespace {

constexpr std::chrono::seconds life = std::chrono::hours{12};
constexpr std::size_t forms_max = 5;  // of one person

}  // namespace

json::Value to_json(const Typed& fields) {
    json::Array array;
    for (const auto& [name, value] : fields) array.emplace_back(json::Array{json::Value(name), json::Value(value)});
    return array;
}

Typed to_typed(const json::Value& array) {
    Typed fields;
    for (const auto& field : array.get_array()) {
        const auto& pair = field.get_array();
        fields.emplace_back(pair.at(0).get_string(), pair.at(1).get_string());
    }
    return fields;
}

KeptForms::KeptForms(store::Drawers& drawers, store::Random& random, const store::Boxes& boxes,
                     const base::Clock& clock)
    : slips_(drawers, boxes, clock, {"kept-forms", "kept form"}), random_(random), clock_(clock) {}

std::string KeptForms::keep(const PersonId& person, const KeptForm& form) {
    auto slips = slips_.list(person);
    std::ranges::sort(slips, {}, &OpenedSlip::expires_at);
    for (std::size_t i = 0; i + forms_max <= slips.size(); ++i) slips_.erase(person, slips[i].id);
    const std::string id = random_.id();
    const auto body = json::Object().set("target", form.target).set("fields", to_json(form.fields));
    slips_.put(person, {id, json::to_text(body), clock_.now() + life});
    return id;
}

std::optional<KeptForm> KeptForms::find(const PersonId& person, const std::string& id) const {
    const auto slip = slips_.find(person, id);
    if (!slip) return std::nullopt;
    const auto body = forms::parsed(slip->body);
    return KeptForm{body.at("target").get_string(), to_typed(body.at("fields"))};
}

void KeptForms::forget_all(const PersonId& person) {
    for (const auto& slip : slips_.list(person)) slips_.erase(person, slip.id);
}

}  // namespace app
