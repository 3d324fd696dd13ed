// Opening a stage: which one, who sits where, and what must be chosen first.
#pragma once
#include "disagreement/action.h"

namespace disagreement {

/// By the tiers of the policy, or each side one further up its own management line.
enum class SeatsAt { Tier, OneUp };

/// Questions for choosing a post, for each side where several would do equally well.
std::vector<policy::Field> seat_choices(const policy::Stage&, const State&, const Setting&, SeatsAt);

/// The event that opens `stage`, with the posts chosen and why; or what is still to be chosen.
base::Result<Event> open_stage(const policy::Stage&, const State&, const Setting&, const policy::Answers&,
                               const Author&, Moment happened_at, SeatsAt);

/// The post that a command of raising is made from; empty where it does not say.
PostId raising_from(const Command&);

/// The stage that is under way, or was last; null before the first.
const policy::Stage* stage_now(const State&, const policy::Pack&);

/// Stages where a disagreement may begin: the proposed one first, and those a clause lets one jump to.
std::vector<policy::Option> start_options(const Setting&);

/// Whether a rule means the post that raises, among others perhaps: a tier that people fill by
/// themselves, and the side as such, but no manager of it.
bool means_raiser(const policy::Who&, const policy::Pack&);

enum class JumpsOf { Anybody, Raiser };

/// Higher stages that may be jumped to as things stand, each with the rule that allows it.
std::vector<std::pair<const policy::Stage*, const policy::Jump*>> jump_targets(const State&, const policy::Pack&,
                                                                               int rank_now, JumpsOf);

/// Where what was just raised may start: the stage that the policy proposes, the others that it lets it begin at, and
/// those a jump allows.
std::vector<Start> starts_of(const State& raised, const policy::Pack&);

/// The decision that can be taken at the present stage; null where none can.
const policy::DecisionRule* find_decision(const State&, const Setting&);

/// The stage that can also be entered when the matter itself is settled; null where there is none.
const policy::Stage* find_though_settled(const policy::Pack&);

bool wants_target_date(const policy::Stage&);

}  // namespace disagreement
