// Finding the parts of a pack by key, and what fulfils a duty.
#include "policy/pack.h"

#include <algorithm>

namespace policy {
namespace {

template <class T>
const T* find_in(const std::vector<T>& all, const std::string& key) {
    const auto found = std::ranges::find(all, key, &T::key);
    return found == all.end() ? nullptr : &*found;
}

std::vector<Fact> discharged() {
    return {{Happening::Discharged}};
}

}  // namespace

const Stage* find_stage(const Pack& pack, const std::string& key) {
    return find_in(pack.stages, key);
}
const Tier* find_tier(const Pack& pack, const std::string& key) {
    return find_in(pack.tiers, key);
}
const Form* find_form(const Pack& pack, const std::string& key) {
    return find_in(pack.forms, key);
}
const Meeting* find_meeting(const Pack& pack, const std::string& key) {
    return find_in(pack.meetings, key);
}
const CaseRole* find_role(const Pack& pack, const std::string& key) {
    return find_in(pack.roles, key);
}
bool has_say(const Pack& pack, const std::string& role) {
    const auto means = [&](const Who& who, const auto& self) -> bool {
        const bool part = std::ranges::any_of(who.parts, [&](const Who& one) { return self(one, self); });
        return part || (who.kind == Who::Kind::CaseRole && who.key == role);
    };
    const auto is_meant = [&](const Who& who) { return means(who, means); };
    const auto at_stage = [&](const Stage& stage) {
        return std::ranges::any_of(stage.decisions, is_meant, &DecisionRule::by) ||
               (stage.hand_over && is_meant(stage.hand_over->by)) || (stage.branches && is_meant(stage.branches->by));
    };
    return std::ranges::any_of(pack.settled_by, is_meant) || std::ranges::any_of(pack.stages, at_stage) ||
           std::ranges::any_of(pack.meetings, is_meant, &Meeting::convenor);
}

const Reading* find_reading(const Pack& pack, const std::string& key) {
    return find_in(pack.readings, key);
}
const Clause* find_clause(const Pack& pack, const std::string& key) {
    return find_in(pack.clauses, key);
}

const Route* find_route(const Pack& pack, const std::string& key) {
    return find_in(pack.routes, key);
}
const NamedDate* find_date(const Pack& pack, const std::string& key) {
    return find_in(pack.dates, key);
}
const Step* find_step(const Pack& pack, const std::string& key) {
    return find_in(pack.steps, key);
}

std::vector<const Stage*> ladder(const Pack& pack, const std::string& route) {
    std::vector<const Stage*> stages;
    const auto* named = find_route(pack, route);
    if (!named) {
        for (const auto& stage : pack.stages) stages.push_back(&stage);
        return stages;
    }
    for (const auto& key : named->stages) {
        if (const auto* stage = find_stage(pack, key)) stages.push_back(stage);
    }
    return stages;
}

calendar::Edition with_hours_of(const Pack& pack, calendar::Edition edition) {
    if (!calendar::is_ever_open(edition.hours)) edition.hours = pack.identity.hours;
    return edition;
}

int rank_of(const Pack& pack, const std::string& route, const std::string& stage_key) {
    const auto stages = ladder(pack, route);
    const auto found = std::ranges::find(stages, stage_key, [](const Stage* stage) { return stage->key; });
    return found == stages.end() ? -1 : static_cast<int>(found - stages.begin());
}

const Stage* find_next(const Pack& pack, const std::string& route, const std::string& stage_key) {
    const auto stages = ladder(pack, route);
    const auto rank = rank_of(pack, route, stage_key);
    const auto above = static_cast<std::size_t>(rank + 1);
    return rank < 0 || above == stages.size() ? nullptr : stages[above];
}

std::vector<Fact> done_by(const DutyRule& rule) {
    using enum Happening;
    if (!rule.done_by.empty()) return rule.done_by;
    switch (rule.what) {
        case What::Settle: return {{Settled}, {Escalated}, {HandedOver}, {Withdrawn}};
        case What::Respond: return {{Answered}};
        case What::Contact: return {{Contacted}, {Discussed}, {Met}};
        case What::Discuss: return {{Discussed}, {Met}};
        case What::Consult: return {{Consulted}};
        case What::CompleteForm: return {{FormSubmitted, rule.form}};
        case What::Convene: return {{Convened, rule.meeting}};
        case What::Offer: return {{OfferMade, rule.meeting}, {OfferDeclined, rule.meeting}};
        case What::Decide: return {{Decided}};
        case What::Confirm: return {{OutcomeConfirmed}, {OutcomeRejected}};
        case What::NameRole: return {{RoleNamed}};
        case What::MakeReferral: return {{ReferralMade}};
        case What::Protect: return {{ProtectionRecorded}};
        case What::SetDate: return {{DateSet}};
        case What::TellFamily: return {{FamilyTold}, {FamilyNotTold}};
        case What::RecordCourse: return {{CourseRecorded}};
        case What::Pursue: return {{PointSettled}};
        case What::FindPost: return {{Reassigned}};
        case What::CloseRecord: return {{Closed}};
        case What::Refer:
        case What::SendCopy:
        case What::Inform:
        case What::TakeUp:
        case What::Feedback:
        case What::PutOnFile:
        case What::OfferDebrief:
        case What::PassOnLearning:
        case What::Report:
        case What::Consider: return discharged();
    }
    return discharged();
}

}  // namespace policy
