#include "main/demo_ways.h"

#include <algorithm>

#include "base/ensure.h"
#include "disagreement/action_rules.h"
#include "disagreement/fulfilment.h"

namespace program::demo {
namespace {

using disagreement::Action;
using disagreement::Duty;
using disagreement::Permitted;
using policy::What;

std::vector<policy::Fact> facts_that_do(const Duty& duty, const app::Dossier& at) {
    if (disagreement::awaits_role(duty)) return {{policy::Happening::RoleNamed, duty.role}};
    if (const auto* rule = disagreement::find_rule(duty, at.state, *at.pack)) return policy::done_by(*rule);
    policy::DutyRule of_the_house;
    of_the_house.what = duty.what;
    return policy::done_by(of_the_house);
}

/// Whether the action is about the thing that the duty is about.
bool is_about(const Permitted& way, const Duty& duty) {
    switch (way.action) {
        case Action::SubmitForm: return duty.form.empty() || way.key == duty.form;
        case Action::Convene:
        case Action::Offer:
        case Action::HoldMeeting: return duty.meeting.empty() || way.key == duty.meeting;
        case Action::NameRole: return way.key == duty.role;
        case Action::SettlePoint: return way.key == duty.point;
        case Action::Answer:
        case Action::ProposeOutcome: return duty.agency.get().empty() || way.key == duty.agency.get();
        default: return true;
    }
}

}  // namespace

bool is_for_later(const Duty& duty) {
    return duty.what == What::Settle || duty.what == What::Pursue || duty.what == What::CloseRecord ||
           duty.what == What::RecordCourse || duty.what == What::FindPost;
}

const Permitted* find_way(const disagreement::Permissions& permissions, const Duty& duty,
                          const app::Dossier& at) {
    for (const auto& way : permissions.permitted) {
        if (way.action == Action::Discharge && way.key == duty.id) return &way;
    }
    for (const auto& fact : facts_that_do(duty, at)) {
        for (const auto& way : permissions.permitted) {
            const bool records = disagreement::rule_of(way.action).records == fact.happening;
            const bool same_key = fact.key.empty() || way.key.empty() || way.key == fact.key;
            const bool own = way.acting_for == duty.owner;
            if (records && same_key && own && way.action != Action::Discharge && is_about(way, duty))
                return &way;
        }
    }
    return nullptr;
}

std::vector<policy::Field> with_one_alternative(const Permitted& permitted, const app::Dossier& at,
                                                const policy::Answers& given) {
    auto fields = permitted.fields;
    const auto* form =
        permitted.action == Action::SubmitForm ? policy::find_form(*at.pack, permitted.key) : nullptr;
    if (!form) return fields;
    const auto section = [&](const std::string& key) -> const policy::Section& {
        return *std::ranges::find(form->sections, key, &policy::Section::key);
    };
    for (const auto& group : form->exactly_one_of) {
        // By what the story says; else the first is for what is settled, the last for what is not.
        const bool settled = disagreement::all_settled(at.state);
        auto chosen = settled ? group.front() : group.back();
        for (const auto& key : group) {
            if (std::ranges::any_of(section(key).fields,
                                    [&](const auto& field) { return given.has(field.name); }))
                chosen = key;
        }
        for (const auto& key : group) {
            for (const auto& alternative : section(key).fields) {
                if (key != chosen)
                    std::erase_if(fields, [&](const auto& field) { return field.name == alternative.name; });
                for (auto& field : fields)
                    field.required =
                        field.required || (field.name == alternative.name && alternative.required);
            }
        }
    }
    return fields;
}

std::string post_for_role(const std::string& role, const app::Dossier& at) {
    const auto* wanted = policy::find_role(*at.pack, role);
    for (const auto& [id, post] : at.partnership->directory.posts()) {
        const bool fits = !wanted || wanted->kinds.empty() ||
                          std::ranges::find(wanted->kinds, post.kind) != wanted->kinds.end();
        if (fits && !directory::is_vacant(post, at.today())) return id.get();
    }
    throw base::Bug("the demo has no post for the role '" + role + "'");
}

}  // namespace program::demo
