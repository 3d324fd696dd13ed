#include "app/outcomes.h"

#include <algorithm>
#include <map>
#include <set>

#include "calendar/local_time.h"

namespace app {
namespace {

using disagreement::DutyState;
using policy::Happening;

/// What ends or would end it; the rest of what is told under Outcome answers to one of these.
bool is_ending(Happening happening) {
    using H = Happening;
    static const std::set<H> endings{H::OutcomeProposed, H::Decided,    H::CourseRecorded,
                                     H::Withdrawn,       H::HandedOver, H::Closed};
    return endings.contains(happening);
}

/// Those of one agency answer to what was proposed to it, or else to what was for all.
bool answers_to(const disagreement::Event& reply, const disagreement::Event& ending) {
    const auto& about = ending.agency.get();
    return about.empty() || reply.agency.get().empty() || about == reply.agency.get();
}

}  // namespace

Told told_under(Happening happening) {
    using H = Happening;
    static const std::map<H, Told> places{
        {H::Raised, Told::About},
        {H::PositionStated, Told::Positions},
        {H::Answered, Told::Positions},
        {H::Dissented, Told::Positions},
        {H::OutcomeProposed, Told::Outcome},
        {H::OutcomeConfirmed, Told::Outcome},
        {H::OutcomeRejected, Told::Outcome},
        {H::Decided, Told::Outcome},
        {H::Settled, Told::Outcome},
        {H::CourseRecorded, Told::Outcome},
        {H::Withdrawn, Told::Outcome},
        {H::HandedOver, Told::Outcome},
        {H::Closed, Told::Outcome},
    };
    const auto found = places.find(happening);
    return found == places.end() ? Told::InHistory : found->second;
}

std::string meaning_of(const disagreement::Event& event) {
    static const std::map<std::string, std::string> meanings{
        {"settles", "It binds both sides, and settles the matter."},
        {"stays", "It does not settle the matter."},
        {"hands-over", "The matter goes over to another process."},
        {"agreed", "It is put to both sides, and settles the matter once they accept it."},
        {"advisory", "It is advice: it is on record, and both sides go on from it."},
    };
    const bool agrees_to_differ = event.fact.key == "agree-to-differ";
    if (event.fact.happening == Happening::OutcomeProposed && agrees_to_differ)
        return "It would be closed without agreement: each side keeps its own view.";
    if (event.fact.happening != Happening::Decided) return {};
    const auto found = meanings.find(event.open.text("then"));
    return found == meanings.end() ? std::string{} : found->second;
}

std::vector<Outcome> outcomes_of(const View& view) {
    std::vector<Outcome> outcomes;
    for (const auto& entry : view.timeline) {
        const auto& event = entry.event;
        if (told_under(event.fact.happening) != Told::Outcome) continue;
        const auto ending = std::ranges::find_if(outcomes.rbegin(), outcomes.rend(), [&](const Outcome& outcome) {
            return answers_to(event, outcome.entry->event);
        });
        if (is_ending(event.fact.happening) || ending == outcomes.rend())
            outcomes.push_back({&entry});
        else
            ending->replies.push_back(&entry);
    }
    std::ranges::reverse(outcomes);
    return outcomes;
}

std::vector<Confirmation> confirmations_of(const View& view) {
    std::vector<Confirmation> all;
    for (const auto& duty : view.dossier.duties) {
        if (duty.what != policy::What::Confirm) continue;
        Confirmation one{&duty};
        const bool done = duty.state == DutyState::Done || duty.state == DutyState::DoneLate;
        if (done) one.said = view.find_entry(duty.ended);
        all.push_back(one);
    }
    return all;
}

std::string standing_of(const Confirmation& one, const std::string& zone) {
    const auto on = [&](const std::string& said) {
        return one.duty->done_at ? said + " on " + calendar::in_words(*one.duty->done_at, zone) : said;
    };
    const bool refused = one.said && one.said->event.fact.happening == Happening::OutcomeRejected;
    switch (one.duty->state) {
        case DutyState::Open: return "Still to come";
        case DutyState::Done: return on(refused ? "Not agreed to" : "Confirmed");
        case DutyState::DoneLate: return on(refused ? "Not agreed to" : "Confirmed") + ", late";
        case DutyState::Lapsed: return "Not needed any more";
        case DutyState::Waived: return on("Waived");
    }
    return {};
}

}  // namespace app
