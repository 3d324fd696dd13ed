#include "disagreement/forms.h"

#include "disagreement/conditions.h"
#include "disagreement/owners.h"

#include <algorithm>

namespace disagreement {
namespace {

bool is_of_side(const policy::Who& who, Side side) {
    using Kind = policy::Who::Kind;
    if (who.kind == Kind::Both || who.kind == Kind::Everyone) return true;
    if (side == Side::Raising) return who.kind == Kind::Raising || who.kind == Kind::Raiser;
    return side == Side::Receiving && who.kind == Kind::Receiving;
}

}  // namespace

std::vector<const policy::Section*> own_sections(const policy::Form& form, const State& state, const Setting& setting,
                                                 const Duties& duties, const Acting& acting) {
    std::vector<const policy::Section*> own;
    const bool owes = std::ranges::any_of(duties, [&](const Duty& duty) {
        return is_open(duty) && duty.form == form.key && duty.owner == acting.post && !awaits_role(duty);
    });
    const int visit = static_cast<int>(state.visits.size()) - 1;
    for (const auto& section : form.sections) {
        if (section.when && !holds(*section.when, state, setting.pack)) continue;
        const auto posts = owners(section.owner, state, setting.pack, visit);
        const bool named = std::ranges::any_of(posts, [&](const Owner& owner) {
            return owner.post == acting.post && owner.unnamed_role.empty();
        });
        if (named || (owes && is_of_side(section.owner, acting.side))) own.push_back(&section);
    }
    return own;
}

policy::Field asked_in(const policy::Section& section, policy::Field field) {
    if (!section.when) return field;
    using policy::Condition;
    field.when = field.when ? Condition{.op = Condition::Op::All, .parts = {*section.when, *field.when}} : *section.when;
    return field;
}

bool is_alternative(const policy::Form& form, const std::string& section) {
    return std::ranges::any_of(form.exactly_one_of, [&](const auto& group) {
        return std::ranges::find(group, section) != group.end();
    });
}

}  // namespace disagreement
