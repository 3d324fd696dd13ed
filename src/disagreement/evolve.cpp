#include "calendar/local_time.h"
#include "disagreement/state.h"

#include <algorithm>

namespace disagreement {
namespace {

using H = Happening;

PostId post_at(const policy::Answers& open, const std::string& name) { return PostId(open.text(name)); }

/// A seat is kept as four words: post, why, "yes" for a stand-in, and the post above.
Seat seat_from(const std::vector<std::string>& words) {
    Seat seat{PostId(words.at(0)), words.at(1), words.at(2) == "yes", {}};
    if (!words.at(3).empty()) seat.above = PostId(words.at(3));
    return seat;
}

template <class See>
void each_with_prefix(const policy::Answers& open, const std::string& prefix, See see) {
    for (const auto& [name, words] : open.values) {
        if (name.starts_with(prefix)) see(name.substr(prefix.size()), words);
    }
}

calendar::Date date_of(const std::string& iso) { return calendar::parse_date(iso).value_or(calendar::Date{}); }

Party* party_of(State& state, const AgencyId& agency) {
    const auto found = std::ranges::find(state.receiving, agency, &Party::agency);
    return found == state.receiving.end() ? nullptr : &*found;
}

void raised(State& state, const Event& e) {
    const auto& open = e.open;
    state.phase = Phase::Open;
    state.policy = open.text("policy");
    state.edition = open.text("edition");
    state.calendar_since = e.recorded_at;
    state.raiser = e.by.person;
    state.raising = {AgencyId(open.text("raising_agency")), open.text("raising_sector"),
                     post_at(open, "raiser_post"), open.text("raiser_kind")};
    each_with_prefix(open, "party:", [&](const std::string& agency, const auto& words) {
        state.receiving.push_back({AgencyId(agency), words.at(2), PostId(words.at(0)), words.at(1)});
    });
    each_with_prefix(open, "agency_post:", [&](const std::string& of, const auto& words) {
        const auto colon = of.find(':');
        const AgencyId agency(of.substr(0, colon));
        Party* party = agency == state.raising.agency ? &state.raising : party_of(state, agency);
        if (party) party->posts[of.substr(colon + 1)] = PostId(words.at(0));
    });
    each_with_prefix(open, "date:", [&](const std::string& key, const auto& words) { state.dates[key] = words.at(0); });
    each_with_prefix(open, "office:", [&](const std::string& kind, const auto& words) {
        state.offices[kind] = PostId(words.at(0));
    });
    state.standing = open.text("standing");
    state.topic = open.text("topic");
    state.kind = open.text("kind");
    state.subject = open.text("subject");
    state.concern = open.text("concern");
    state.origin = open.text("origin");
    state.route = open.text("route");
    state.disputed = open.text("disputed");
    state.against = open.text("against");
    state.priority = open.text("priority");
    state.criteria = open.list("criteria");
}

void leave(State& state) {
    if (!state.visits.empty()) state.visits.back().left = true;
}

void stage_opened(State& state, const Event& e) {
    leave(state);
    Visit visit{.stage = e.fact.key, .opened = e.happened_at, .recorded = e.recorded_at,
                .first = state.history.size()};
    visit.raising = seat_from(e.open.list("raising_post"));
    each_with_prefix(e.open, "receiving_post:", [&](const std::string& agency, const auto& words) {
        visit.receiving[AgencyId(agency)] = seat_from(words);
    });
    if (e.open.has("target_date")) visit.target = date_of(e.open.text("target_date"));
    state.visits.push_back(std::move(visit));
}

void settled(State& state, const Event& e) {
    if (Party* party = party_of(state, e.agency)) party->settled = true;
    if (!all_settled(state)) return;
    state.phase = Phase::Settled;
    leave(state);
}

void reopened(State& state) {
    state.phase = Phase::Open;
    state.course_recorded = false;
    for (auto& party : state.receiving) {
        party.settled = false;
        party.proposal.reset();
    }
}

void reassigned(State& state, const Event& e) {
    const PostId from = post_at(e.open, "from");
    const PostId to = post_at(e.open, "to");
    const auto move = [&](PostId& post) { if (post == from) post = to; };
    const auto seats = e.open.list("seats");
    const auto is_meant = [&](const std::string& seat) { return seats.empty() || std::ranges::find(seats, seat) != seats.end(); };
    if (!state.visits.empty()) {
        Visit& visit = state.visits.back();
        const auto reseat = [&](Seat& seat, const std::string& whose) {
            if (seat.post != from || !is_meant(whose)) return;
            seat.post = to;
            seat.stand_in = false;
            seat.why = "reassigned";
        };
        reseat(visit.raising, "raising");
        for (auto& [agency, seat] : visit.receiving) reseat(seat, agency.get());
    }
    // Whoever sat in for an empty seat gives up that seat, and nothing of its own.
    if (!seats.empty()) return;
    for (auto& [role, post] : state.roles) move(post);
    for (auto& [kind, post] : state.offices) move(post);
    for (auto& [kind, post] : state.raising.posts) move(post);
    for (auto& party : state.receiving) {
        for (auto& [kind, post] : party.posts) move(post);
    }
    for (auto& point : state.points) move(point.owner);
    state.reassigned.emplace_back(from, to);
}

void proposal(State& state, const Event& e) {
    Party* party = party_of(state, e.agency);
    if (!party) return;
    if (e.fact.happening == H::OutcomeProposed) party->proposal = Proposal{state.history.size(), {}, e.fact.key == "agree-to-differ"};
    if (e.fact.happening == H::OutcomeRejected) {
        if (!party->settled) party->proposal.reset();
        return;
    }
    if (!party->proposal) return;
    for (const auto& word : e.open.list("satisfied")) party->proposal->satisfied.insert(word);
}

void set_date(State& state, const Event& e) {
    if (e.open.yes("named")) {
        state.dates[e.fact.key] = e.open.text("date");
        return;
    }
    const bool of_stage = e.fact.key.empty() || e.fact.key == "settle";
    if (of_stage && !state.visits.empty()) state.visits.back().target = date_of(e.open.text("date"));
}

void add_point(State& state, const Event& e) {
    state.points.push_back({e.fact.key, state.history.size(), post_at(e.open, "owner_post"),
                            date_of(e.open.text("by")), {}, {}});
}

void replan_point(State& state, const Event& e) {
    for (auto& point : state.points) {
        if (point.key != e.fact.key) continue;
        if (!point.first_by) point.first_by = point.by;
        point.by = date_of(e.open.text("by"));
    }
}

/// Under another edition a stage may have another key: what is past is read by the new one.
void moved(State& state, const Event& e) {
    if (e.fact.key == "calendar") {
        state.calendar_since = e.recorded_at;
        return;
    }
    state.policy = e.open.text("policy");
    state.edition = e.open.text("edition");
    for (auto& visit : state.visits) {
        const std::string& renamed = e.open.text("stage:" + visit.stage);
        if (renamed.empty()) continue;
        visit.stage = renamed;
        state.history[visit.first].event.fact.key = renamed;
    }
}

void taken_back(State& state) {
    state.phase = all_settled(state) ? Phase::Settled : Phase::Open;
    state.course_recorded = false;
}

void settle_point(State& state, const Event& e) {
    for (auto& point : state.points) {
        if (point.key == e.fact.key) point.settled_at = e.happened_at;
    }
}

void correct(State& state, const Event& e) {
    const std::string& field = e.open.text("field");
    const std::string& value = e.open.text("value");
    if (value.empty()) return;
    if (field == "topic") state.topic = value;
    if (field == "kind") state.kind = value;
    if (field == "concern") state.concern = value;
}

void end(State& state, Phase phase) {
    state.phase = phase;
    leave(state);
}

void apply(State& state, const Event& e) {
    switch (e.fact.happening) {
        case H::Raised: return raised(state, e);
        case H::StageOpened: return stage_opened(state, e);
        case H::Escalated: return e.fact.key == "top" || e.fact.key == "policy-issues" ? void() : leave(state);
        case H::WentUpTheLine: return leave(state);
        case H::DangerDeclared: state.danger = true; return;
        case H::BranchChosen: state.visits.back().branch = e.fact.key; return;
        case H::DateSet: return set_date(state, e);
        case H::OutcomeProposed:
        case H::OutcomeConfirmed:
        case H::OutcomeRejected: return proposal(state, e);
        case H::Settled: return settled(state, e);
        case H::StandingChanged: state.standing = e.fact.key; return;
        case H::PointAdded: return add_point(state, e);
        case H::PointSettled: return settle_point(state, e);
        case H::PointReplanned: return replan_point(state, e);
        case H::PrioritySet: state.priority = e.fact.key; return;
        case H::Returned: return taken_back(state);
        case H::Moved: return moved(state, e);
        case H::CourseRecorded: state.course_recorded = true; return;
        case H::RoleNamed: state.roles[e.fact.key] = post_at(e.open, "post"); return;
        case H::Reassigned: return reassigned(state, e);
        case H::Corrected: return correct(state, e);
        case H::Withdrawn: return end(state, Phase::Withdrawn);
        case H::HandedOver: return end(state, Phase::HandedOver);
        case H::Closed: return end(state, Phase::Closed);
        case H::Reopened: return reopened(state);
        case H::ReferralMade: case H::Consulted: case H::Contacted: case H::Discussed:
        case H::PositionStated: case H::Answered: case H::MeetingAgreed: case H::Met:
        case H::FormSubmitted: case H::Dissented: case H::DisagreedInternally: case H::Convened:
        case H::RepresentationReceived: case H::OfferMade: case H::OfferAccepted: case H::OfferDeclined:
        case H::Held: case H::Decided: case H::ProtectionRecorded: case H::FamilyTold:
        case H::FamilyNotTold: case H::LessonDrawn: case H::Linked: case H::NoteAdded:
        case H::Discharged: case H::Waived: case H::Breached: case H::StepTaken: case H::StepEnded: return;
    }
}

}  // namespace

State evolve(State state, const Event& event) {
    // What opens a stay belongs to it; everything else to the stay that is under way or was last.
    const bool opens = event.fact.happening == H::StageOpened;
    apply(state, event);
    const int stays = static_cast<int>(state.visits.size());
    state.history.push_back({event, opens ? stays - 1 : std::max(stays - 1, 0)});
    for (auto& sealed : state.history.back().event.sealed) sealed.plain.clear();
    return state;
}

State replay(const Events& events) {
    State state;
    for (const auto& event : events) state = evolve(std::move(state), event);
    return state;
}

const Visit* find_visit(const State& state) {
    return state.visits.empty() || state.visits.back().left ? nullptr : &state.visits.back();
}

const Visit* find_last_visit(const State& state) {
    return state.visits.empty() ? nullptr : &state.visits.back();
}

const Party* find_party(const State& state, const AgencyId& agency) {
    const auto found = std::ranges::find(state.receiving, agency, &Party::agency);
    return found == state.receiving.end() ? nullptr : &*found;
}

bool all_settled(const State& state) {
    return !state.receiving.empty() && std::ranges::all_of(state.receiving, &Party::settled);
}

std::string to_word(Phase phase) {
    switch (phase) {
        case Phase::None: return "none";
        case Phase::Open: return "open";
        case Phase::Settled: return "settled";
        case Phase::Closed: return "closed";
        case Phase::Withdrawn: return "withdrawn";
        case Phase::HandedOver: return "handed-over";
    }
    return {};
}

std::string to_word(Side side) {
    switch (side) {
        case Side::Raising: return "raising";
        case Side::Receiving: return "receiving";
        case Side::Partnership: return "partnership";
        case Side::System: return "system";
    }
    return {};
}

}  // namespace disagreement
