// How a matter ends: agreement, a decision, a panel or mediation.
#include "disagreement/composition.h"
#include "disagreement/conditions.h"
#include "disagreement/owners.h"
#include "disagreement/stages.h"
#include "disagreement/steps.h"
#include "policy/words.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;
using policy::Then;

const std::string differing = "agree-to-differ";

/// Who must be satisfied before it counts as settled, and how many of them.
struct Wanted {
    std::set<std::string> words;
    std::size_t at_least = 0;
};

Wanted wanted(const policy::Pack& pack) {
    Wanted wanted;
    for (const auto& who : pack.settled_by) {
        if (who.kind == policy::Who::Kind::Both) wanted.words.insert({"raising", "receiving"});
        else wanted.words.insert(policy::to_word(who));
    }
    if (wanted.words.empty()) wanted.words = {"raising", "receiving"};
    const auto enough = static_cast<std::size_t>(pack.settled_by_at_least);
    wanted.at_least = enough == 0 ? wanted.words.size() : std::min(enough, wanted.words.size());
    return wanted;
}

bool satisfied(const policy::Pack& pack, const std::set<std::string>& so_far) {
    const auto [words, at_least] = wanted(pack);
    const auto said = std::ranges::count_if(words, [&](const auto& word) { return so_far.contains(word); });
    return static_cast<std::size_t>(said) >= at_least;
}

std::string then_word(Then then) {
    switch (then) {
        case Then::Settles: return "settles";
        case Then::Stays: return "stays";
        case Then::HandsOver: return "hands-over";
    }
    return {};
}

/// Nobody decides what they acted in below, unless no other post is left, with a reason.
std::optional<base::Refusal> acted_below(const Request& request) {
    const bool acted = std::ranges::any_of(request.state.history, [&](const Recorded& recorded) {
        const Author& by = recorded.event.by;
        return by.person == request.actor.person && !by.on_behalf && (by.side == Side::Raising || by.side == Side::Receiving);
    });
    if (!acted || !request.command.answers.text("no_other_reason").empty()) return {};
    return refuse("acted_below", "you have acted in this disagreement and should not decide it: if nobody else is left, say why",
                  "no_other_reason", "house ALL-3");
}

/// The agency this confirmation is about: the one named, the actor's own, or the only one waiting.
std::optional<AgencyId> confirming(const Request& request) {
    if (find_party(request.state, AgencyId(request.about))) return AgencyId(request.about);
    if (request.acting.side == Side::Receiving) return request.acting.agency;
    for (const auto& duty : request.duties) {
        const bool waits = is_open(duty) && duty.what == policy::What::Confirm && duty.owner == request.acting.post;
        if (waits && find_party(request.state, duty.agency)) return duty.agency;
    }
    if (request.state.receiving.size() == 1) return request.state.receiving.front().agency;
    return {};
}

}  // namespace

std::vector<AgencyId> unsettled(const State& state) {
    std::vector<AgencyId> agencies;
    for (const auto& party : state.receiving) {
        if (!party.settled) agencies.push_back(party.agency);
    }
    return agencies;
}

void add_point(Events& events, const Request& request, const std::string& owner, const std::string& by,
               const std::string& words) {
    const auto is_point = [](const Event& event) { return event.fact.happening == H::PointAdded; };
    const auto before = static_cast<std::size_t>(std::ranges::count_if(events, is_point));
    Event point{.fact = {H::PointAdded, std::to_string(request.state.points.size() + before + 1)},
                .happened_at = request.happened_at, .recorded_at = request.setting.now, .by = author(request)};
    const policy::Who who{owner == "receiving" ? policy::Who::Kind::Receiving : policy::Who::Kind::Raising};
    const int visit = static_cast<int>(request.state.visits.size()) - 1;
    const auto posts = owners(who, request.state, request.setting.pack, visit, AgencyId(request.about));
    point.open.set("owner", owner);
    point.open.set("owner_post", posts.empty() ? request.acting.post.get() : posts.front().post.get());
    point.open.set("by", by);
    point.sealed.push_back({"point", policy::Privacy::Narrative, words});
    events.push_back(std::move(point));
}

void add_settled(Events& events, const Request& request, const std::vector<AgencyId>& agencies, const std::string& how) {
    for (const auto& agency : agencies) {
        events.push_back({.fact = {H::Settled, how}, .happened_at = request.happened_at,
                          .recorded_at = request.setting.now, .by = author(request), .agency = agency});
    }
}

Decision decide_propose(const Request& request) {
    const auto& answers = request.command.answers;
    const std::string how = answers.text("manner") == differing ? differing : "";
    Event proposed = event_of(request, H::OutcomeProposed, how);
    const auto words = speaks_for(request.state, request.acting.post);
    proposed.open.values["satisfied"] = words;
    for (const auto* name : {"point_owner", "point_by"}) proposed.open.values.erase(name);
    std::erase_if(proposed.sealed, [](const auto& answer) { return answer.name == "point"; });
    Events events{std::move(proposed)};
    if (!answers.text("point").empty()) {
        if (answers.text("point_owner").empty()) return tl::unexpected(refuse("answer_missing", "Select which side pursues the point", "point_owner", "house ALL-5"));
        if (answers.text("point_by").empty()) return tl::unexpected(refuse("answer_missing", "Enter by when the point is to be pursued", "point_by", "house ALL-5"));
        add_point(events, request, answers.text("point_owner"), answers.text("point_by"), answers.text("point"));
    }
    const std::set<std::string> so_far(words.begin(), words.end());
    if (satisfied(request.setting.pack, so_far)) add_settled(events, request, {AgencyId(request.about)}, how);
    return events;
}

Decision decide_confirm(const Request& request) {
    const auto agency = confirming(request);
    if (!agency) return tl::unexpected(refuse("which_agency", "say with which receiving agency", "about"));
    const Party& party = *find_party(request.state, *agency);
    const bool confirms = request.command.action == Action::ConfirmOutcome;
    auto words = speaks_for(request.state, request.acting.post);
    const auto asked = wanted(request.setting.pack).words;
    std::erase_if(words, [&](const auto& word) { return !asked.contains(word); });
    if (words.empty()) words.push_back(request.acting.side == Side::Receiving ? "receiving" : "raising");
    if (!party.settled && party.proposal) {
        std::erase_if(words, [&](const auto& word) { return party.proposal->satisfied.contains(word); });
        if (words.empty()) return tl::unexpected(refuse("nothing_to_confirm", "your side has said yes already"));
    }
    Events events;
    for (const auto& word : words) {
        Event event = event_of(request, confirms ? H::OutcomeConfirmed : H::OutcomeRejected, word);
        event.agency = *agency;
        if (confirms) event.open.values["satisfied"] = {word};
        events.push_back(std::move(event));
        if (!confirms) return events;
    }
    if (party.settled) return events;
    auto so_far = party.proposal ? party.proposal->satisfied : std::set<std::string>{};
    so_far.insert(words.begin(), words.end());
    if (satisfied(request.setting.pack, so_far)) add_settled(events, request, {*agency}, party.proposal && party.proposal->differs ? differing : "");
    return events;
}

/// A decision that binds only once both sides accept it is put to them as an outcome.
void propose_to_both(Events& events, const Request& request) {
    for (const auto& agency : unsettled(request.state)) {
        Event proposed{.fact = {H::OutcomeProposed, {}}, .happened_at = request.happened_at,
                       .recorded_at = request.setting.now, .by = author(request), .agency = agency};
        events.push_back(std::move(proposed));
    }
}

Decision decide_course(const Request& request) {
    const auto& answers = request.command.answers;
    if (auto no = acted_below(request)) return tl::unexpected(*no);
    const auto* rule = find_decision(request.state, request.setting);
    const std::string& option = answers.text("option");
    Then then = Then::Settles;
    if (option == "other") {
        if (answers.text("other_words").empty()) return tl::unexpected(refuse("answer_missing", "Enter the other course in words", "other_words", rule->source.clause));
        if (answers.text("settles").empty()) return tl::unexpected(refuse("answer_missing", "Select yes or no: does that settle it?", "settles", rule->source.clause));
        then = answers.yes("settles") ? Then::Settles : Then::Stays;
    } else {
        then = std::ranges::find(rule->options, option, &policy::DecisionOption::key)->then;
    }
    Event decided = event_of(request, H::Decided, option);
    const bool binds = rule->force == policy::Force::Final || then == Then::HandsOver;
    decided.open.set("then", binds || then == Then::Stays ? then_word(then) : policy::word_of(rule->force));
    Events events{std::move(decided)};
    if (!binds && then == Then::Settles && rule->force == policy::Force::Agreed) propose_to_both(events, request);
    if (binds && then == Then::Settles) add_settled(events, request, unsettled(request.state));
    if (then == Then::HandsOver) {
        events.push_back({.fact = {H::HandedOver, {}}, .happened_at = request.happened_at,
                          .recorded_at = request.setting.now, .by = author(request)});
    }
    return events;
}

Decision decide_convened(const Request& request) {
    const auto& meeting = *policy::find_meeting(request.setting.pack, request.about);
    if (request.command.answers.has("members")) {
        if (auto no = wrong_composition(meeting, request.command.answers, request.state, request.setting)) return tl::unexpected(*no);
    }
    return Events{event_of(request, H::Convened, meeting.key)};
}

Decision decide_held(const Request& request) {
    const auto& meeting = *policy::find_meeting(request.setting.pack, request.about);
    if (auto no = wrong_composition(meeting, request.command.answers, request.state, request.setting)) return tl::unexpected(*no);
    const bool decides = meeting.effect == policy::Meeting::Effect::Decides;
    const bool settled = request.command.answers.text("result") == "settled";
    if (decides) {
        if (auto no = acted_below(request)) return tl::unexpected(*no);
    }
    Event held = event_of(request, H::Held, meeting.key);
    const bool last_word = !policy::find_next(request.setting.pack, request.state.route, find_last_visit(request.state)->stage);
    if (decides) held.open.set("then", settled ? "settles" : "stays");
    else if (!settled && last_word) held.open.set("then", "stays");
    Events events{std::move(held)};
    if (decides && settled) add_settled(events, request, unsettled(request.state));
    return events;
}

Decision decide_offer(const Request& request) {
    const auto action = request.command.action;
    const H happening = action == Action::Offer ? H::OfferMade : action == Action::AcceptOffer ? H::OfferAccepted : H::OfferDeclined;
    return Events{event_of(request, happening, request.about)};
}

Decision decide_point(const Request& request) {
    Events events;
    const auto& answers = request.command.answers;
    add_point(events, request, answers.text("owner"), answers.text("by"), answers.text("point"));
    return events;
}

}  // namespace disagreement
