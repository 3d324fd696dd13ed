#include "disagreement/conditions.h"
#include "disagreement/duty.h"
#include "disagreement/fulfilment.h"
#include "disagreement/house_duties.h"
#include "disagreement/owners.h"
#include "policy/describe.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::DutyRule;
using H = Happening;

bool triggers(const DutyRule& rule, const Event& event) {
    if (rule.on.empty()) return event.fact.happening == H::StageOpened;
    return std::ranges::any_of(rule.on, [&](const policy::Fact& fact) { return names(fact, event); });
}

/// With `once`, the first such fact of a stay counts, for each receiving agency on its own.
struct Seen {
    std::string rule;
    int visit;
    AgencyId agency;
    auto operator<=>(const Seen&) const = default;
};

std::string id_of(const DutyRule& rule, std::size_t trigger, const Owner& owner, bool several) {
    std::string id = rule.key + "@" + std::to_string(trigger + 1);
    if (!several) return id;
    return id + ":" + (owner.side == Side::Receiving ? owner.agency.get() : to_word(owner.side));
}

/// Everything owed because of one fact.
class Arising {
public:
    Arising(const State& state, const policy::Pack& pack, Duties& duties)
        : state_(state), pack_(pack), duties_(duties) {}

    void because_of(std::size_t trigger) {
        const Recorded& recorded = state_.history[trigger];
        const auto visit = static_cast<std::size_t>(recorded.visit);
        const auto* stage =
            visit < state_.visits.size() ? policy::find_stage(pack_, state_.visits[visit].stage) : nullptr;
        if (stage) {
            for (const auto& rule : stage->duties) arise(rule, trigger);
        }
        for (const auto& rule : pack_.duties) arise(rule, trigger);
        for (const auto& notice : pack_.notices) find_hearer(notice, trigger);
        note_phase(trigger);
        if (stage && under_way_) find_whoever_acts(*stage, trigger);
    }

private:
    /// A notice to a role waits until somebody is named for it: somebody owes naming them.
    void find_hearer(const policy::NoticeRule& notice, std::size_t trigger) {
        const Event& event = state_.history[trigger].event;
        const int visit = state_.history[trigger].visit;
        if (notice.to.kind != policy::Who::Kind::CaseRole || was_named(notice.to.key, trigger)) return;
        const bool called = std::ranges::any_of(notice.on, [&](const auto& fact) { return names(fact, event); });
        if (!called || (notice.when && !holds(*notice.when, state_, pack_, trigger + 1, visit))) return;
        name_role({notice.to.key}, trigger, namer(visit), house::Naming::Lasting);
    }

    void note_phase(std::size_t trigger) {
        switch (state_.history[trigger].event.fact.happening) {
            case H::StageOpened: under_way_ = true; break;
            case H::Settled: under_way_ = !all_settled(state_, trigger); break;
            case H::Withdrawn:
            case H::HandedOver:
            case H::Closed: under_way_ = false; break;
            default: break;
        }
    }

    /// What a stage waits for must not wait for ever: whoever decides it, chooses its way on, hands it over or
    /// calls its meetings is named as soon as it is their turn.
    void find_whoever_acts(const policy::Stage& stage, std::size_t trigger) {
        const int visit = state_.history[trigger].visit;
        const auto holds_now = [&](const std::optional<policy::Condition>& when) {
            return !when || holds(*when, state_, pack_, trigger + 1, visit);
        };
        for (const auto& decision : stage.decisions) {
            if (!awaited(decision.by, trigger).empty() && holds_now(decision.when)) find(decision.by, trigger);
        }
        if (stage.branches) find(stage.branches->by, trigger);
        if (stage.hand_over && !awaited(stage.hand_over->by, trigger).empty() && holds_now(stage.hand_over->when)) {
            find(stage.hand_over->by, trigger);
        }
        for (const auto& key : stage.meetings) {
            if (const auto* meeting = policy::find_meeting(pack_, key)) find(meeting->convenor, trigger);
        }
    }

    void find(const policy::Who& who, std::size_t trigger) {
        const auto roles = awaited(who, trigger);
        if (!roles.empty()) name_role(roles, trigger, namer(state_.history[trigger].visit), house::Naming::ForTheStage);
    }

    Owner namer(int visit) const { return owners({policy::Who::Kind::Raising}, state_, pack_, visit).front(); }

    std::vector<std::string> awaited(const policy::Who& who, std::size_t trigger) const {
        return roles_awaited(who, [&](const std::string& role) { return was_named(role, trigger); });
    }

    void arise(const DutyRule& rule, std::size_t trigger) {
        const auto& [event, visit] = state_.history[trigger];
        if (!triggers(rule, event)) return;
        if (rule.when && !holds(*rule.when, state_, pack_, trigger + 1, visit)) return;
        if (rule.once && !seen_.insert({rule.key, visit, event.agency}).second) return;
        const auto owed_by = owners(rule.by, state_, pack_, visit, event.agency, &event);
        for (const auto& owner : owed_by) owe(rule, trigger, owner, owed_by.size() > 1);
    }

    void owe(const DutyRule& rule, std::size_t trigger, const Owner& owner, bool several) {
        const auto& [event, visit] = state_.history[trigger];
        Duty duty{.id = id_of(rule, trigger, owner, several), .rule = rule.key, .what = rule.what,
                  .title = rule.title, .owner = owner.post, .side = owner.side,
                  .agency = owner.side == Side::Receiving ? owner.agency : event.agency,
                  .since = event.happened_at};
        for (const auto& told : owners(rule.to, state_, pack_, visit, event.agency, &event)) {
            if (told.unnamed_role.empty() && told.post != owner.post) duty.to.push_back(told.post);
        }
        duty.to_words = policy::in_words(rule.to, pack_);
        duty.source = rule.source;
        duty.optional = rule.optional;
        duty.form = rule.form;
        duty.meeting = rule.meeting;
        duty.channels = rule.channels;
        duty.wording = rule.wording;
        if (rule.by.kind == policy::Who::Kind::AnyOf) {
            for (const auto& other : all_owners(rule.by, state_, pack_, visit, event.agency, &event)) {
                if (other.post != owner.post) duty.or_by.push_back(other.post);
            }
        }
        using policy::What;
        duty.holds_up_closing = !rule.optional && (rule.what == What::Confirm || rule.what == What::Feedback ||
                                                   rule.what == What::PutOnFile);
        duty = fulfil(std::move(duty), rule, trigger, state_, pack_);
        const auto still = roles_awaited(rule.by, state_);
        if (is_open(duty) && !still.empty()) duty.role = still.front();
        duties_.push_back(std::move(duty));
        for (const auto& who : {rule.by, rule.to}) {
            const auto roles = awaited(who, trigger);
            if (!roles.empty()) name_role(roles, trigger, owner, house::Naming::Lasting);
        }
    }

    bool was_named(const std::string& role, std::size_t by) const {
        const auto until = state_.history.begin() + static_cast<std::ptrdiff_t>(by);
        return std::any_of(state_.history.begin(), until, [&](const Recorded& recorded) {
            return names({H::RoleNamed, role}, recorded.event);
        });
    }

    /// Owed once; what is owed for the stage alone and then wanted beyond it is owed beyond it.
    void name_role(const std::vector<std::string>& roles, std::size_t trigger, const Owner& owner, house::Naming naming) {
        const auto known = std::ranges::find_if(duties_, [&](const Duty& d) {
            return d.rule == "name-role" && d.role == roles.front() && (d.ended == 0 || d.ended > trigger);
        });
        if (known == duties_.end()) {
            duties_.push_back(house::name_role(roles, trigger, owner, state_, pack_, naming));
        } else if (naming == house::Naming::Lasting) {
            const Owner same{known->owner, known->side, known->agency, {}};
            *known = house::name_role(roles, trigger_of(*known) - 1, same, state_, pack_, naming);
        }
    }

    const State& state_;
    const policy::Pack& pack_;
    Duties& duties_;
    std::set<Seen> seen_;
    bool under_way_ = false;
};

/// Duties that were open when a post was reassigned follow it; what arises later falls on whoever is chosen then.
void follow_reassignments(Duties& duties, const State& state) {
    for (std::size_t i = 0; i < state.history.size(); ++i) {
        const Event& event = state.history[i].event;
        if (event.fact.happening != H::Reassigned || !event.open.list("seats").empty()) continue;
        const PostId from(event.open.text("from")), to(event.open.text("to"));
        for (auto& duty : duties) {
            if (!is_open(duty) || trigger_of(duty) > i) continue;
            if (duty.owner == from) duty.owner = to;
            std::ranges::replace(duty.or_by, from, to);
        }
    }
}

}  // namespace

Duties duties(const State& state, const policy::Pack& pack, const calendar::Edition& calendar, Moment now) {
    Duties all;
    Arising arising(state, pack, all);
    for (std::size_t i = 0; i < state.history.size(); ++i) {
        house::because_of(i, state, pack, calendar.zone, all);
        arising.because_of(i);
    }
    follow_reassignments(all, state);
    for (auto& duty : all) judge(duty, state, pack, calendar, now);
    return all;
}

bool is_open(const Duty& duty) { return duty.state == DutyState::Open; }

bool awaits_role(const Duty& duty) { return duty.what != policy::What::NameRole && !duty.role.empty(); }

bool is_recorded_when_late(const Duty& duty) {
    return duty.strength == policy::Strength::Must || duty.silence != policy::Silence::Prompt;
}

const Duty* find_duty(const Duties& duties, const std::string& id) {
    const auto found = std::ranges::find(duties, id, &Duty::id);
    return found == duties.end() ? nullptr : &*found;
}

Move whose_move(const Duties& duties) {
    using policy::What;
    const auto weight = [](const Duty& duty) {
        const bool last = duty.what == What::Settle || duty.what == What::CloseRecord;
        const int undated = duty.due ? 0 : 1;
        const Moment at = duty.due ? duty.due->at : duty.since;
        return std::tuple(last ? 1 : 0, undated, at);
    };
    const Duty* next = nullptr;
    for (const auto& duty : duties) {
        if (!is_open(duty) || duty.optional) continue;
        if (!next || weight(duty) < weight(*next)) next = &duty;
    }
    if (!next) return Move::Nobody;
    switch (next->side) {
        case Side::Raising: return Move::Raising;
        case Side::Receiving: return Move::Receiving;
        case Side::Partnership:
        case Side::System: return Move::Partnership;
    }
    return Move::Nobody;
}

std::string to_word(DutyState state) {
    switch (state) {
        case DutyState::Open: return "open";
        case DutyState::Done: return "done";
        case DutyState::DoneLate: return "done-late";
        case DutyState::Lapsed: return "lapsed";
        case DutyState::Waived: return "waived";
    }
    return {};
}

std::string to_word(Move move) {
    switch (move) {
        case Move::Raising: return "raising";
        case Move::Receiving: return "receiving";
        case Move::Partnership: return "partnership";
        case Move::Nobody: return "nobody";
    }
    return {};
}

}  // namespace disagreement
