#include "app/kept_forms.h"

#include <algorithm>

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "kept-forms";
constexpr std::chrono::seconds life = std::chrono::hours{12};
constexpr std::size_t forms_max = 5;  // of one person

std::string key_of(const PersonId& person, const std::string& id) {
    return person.get() + "/" + id;
}

std::string beside(const std::string& key) {
    return "kept form " + key;
}

std::string to_body(const KeptForm& form) {
    json::Array fields;
    for (const auto& [name, value] : form.fields) fields.emplace_back(json::Array{json::Value(name), json::Value(value)});
    return json::to_text(json::Object().set("target", form.target).set("fields", std::move(fields)));
}

KeptForm to_form(const std::string& text) {
    const auto body = forms::parsed(text);
    KeptForm form{body.at("target").get_string(), {}};
    for (const auto& field : body.at("fields").get_array()) {
        const auto& pair = field.get_array();
        form.fields.emplace_back(pair.at(0).get_string(), pair.at(1).get_string());
    }
    return form;
}

}  // namespace

KeptForms::KeptForms(store::Drawers& drawers, store::Random& random, const store::Boxes& boxes,
                     const base::Clock& clock)
    : drawers_(drawers), random_(random), boxes_(boxes), clock_(clock) {}

std::string KeptForms::keep(const PersonId& person, const KeptForm& form) {
    auto slips = drawers_.list(drawer, key_of(person, ""));
    std::ranges::sort(slips, {}, &store::Slip::expires_at);
    for (std::size_t i = 0; i + forms_max <= slips.size(); ++i) drawers_.erase(drawer, slips[i].key);
    const std::string id = random_.id();
    const std::string key = key_of(person, id);
    drawers_.put(drawer, {key, boxes_.close(to_body(form), beside(key)), clock_.now() + life});
    return id;
}

std::optional<KeptForm> KeptForms::find(const PersonId& person, const std::string& id) const {
    const std::string key = key_of(person, id);
    const auto slip = drawers_.find(drawer, key);
    if (!slip || *slip->expires_at <= clock_.now()) return std::nullopt;
    const auto body = boxes_.open(slip->body, beside(key));
    return body ? std::optional(to_form(*body)) : std::nullopt;
}

void KeptForms::forget_all(const PersonId& person) {
    for (const auto& slip : drawers_.list(drawer, key_of(person, ""))) drawers_.erase(drawer, slip.key);
}

}  // namespace app
