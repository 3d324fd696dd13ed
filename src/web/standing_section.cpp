// Where it stands, what it is about, who takes part.
#include <algorithm>

#include "disagreement/owners.h"
#include "govuk/casework.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/fragments.h"
#include "web/rows.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Visit;
using policy::Happening;

const Visit* find_stay(const disagreement::State& state, const std::string& stage) {
    const auto found = std::ranges::find(state.visits.rbegin(), state.visits.rend(), stage, &Visit::stage);
    return found == state.visits.rend() ? nullptr : &*found;
}

Html note_on(const Case& one, const Visit& visit, bool current) {
    Html note = Html("Since ").add(render(time_of(visit.opened, one.calendar().zone)));
    if (current && visit.target) note.add(", target date ").add(render(time_of(*visit.target)));
    return note;
}

std::string of_list(const policy::WordList& list, const std::string& key) {
    const auto found = std::ranges::find(list.words, key, &policy::Word::key);
    return found == list.words.end() ? key : found->title;
}

Html seat_in_words(const Case& one, const disagreement::Seat& seat) {
    Html said = in_words(one.directory(), seat.post);
    said.add(element("br")()).add(holders_in_words(*one.dossier().known, seat.post, one.dossier().today()));
    if (!seat.why.empty()) said.add(element("br")()).add(span("govuk-hint")(capitalised(seat.why)));
    if (seat.stand_in) said.add(element("br")()).add("Stands in: somebody still has to be found.");
    return said;
}

Html post_in_words(const Case& one, const app::PostId& post) {
    Html said = in_words(one.directory(), post);
    return said.add(element("br")()).add(holders_in_words(*one.dossier().known, post, one.dossier().today()));
}

struct SideWords {
    std::string title;
    std::string practitioner;
};

Html side_card(const Case& one, const SideWords& words, const disagreement::Party& party,
               const disagreement::Seat* seat) {
    govuk::SummaryList list{
        .card = govuk::SummaryCard{.title = words.title + ": " + in_words(one.directory(), party.agency),
                                   .heading_level = 3}};
    list.rows.push_back({.key = words.practitioner, .value = post_in_words(one, party.practitioner)});
    if (seat) list.rows.push_back({.key = "Acts at this stage", .value = seat_in_words(one, *seat)});
    if (seat && seat->above)
        list.rows.push_back({.key = "Reports to", .value = post_in_words(one, *seat->above)});
    if (party.settled)
        list.rows.push_back(
            {.key = "Outcome",
             .value = render(govuk::Tag{.content = "Settled", .colour = govuk::TagColour::Green})});
    return render(list);
}

Html family_row(const Case& one) {
    for (const auto* name : {"child_name", "child_dob", "child_address"}) {
        const auto* text = one.view.find_text(1, name);
        if (text && text->shown == app::Text::Shown::Masked) {
            const std::string path = path_of(one.dossier().reference) + "/identity";
            return Html("Hidden. ").add(a(path, "govuk-link")("Open who the child is, with a reason"));
        }
    }
    return {};
}

}  // namespace

Html where_it_stands(const Case& one) {
    const auto& state = one.state();
    const auto* last = disagreement::find_last_visit(state);
    const int rank_now = last ? policy::rank_of(one.pack(), state.route, last->stage) : -1;
    govuk::Ladder ladder{.stages = {}, .label = "Stages of the policy"};
    for (const auto* rung_stage : policy::ladder(one.pack(), state.route)) {
        const auto& stage = *rung_stage;
        const auto* stay = find_stay(state, stage.key);
        const bool current = stay && stay == last && !stay->left;
        govuk::LadderStage rung{.title = stage_in_words(stage)};
        if (current)
            rung.state = govuk::StageState::Current;
        else if (stay)
            rung.state = govuk::StageState::Done;
        else if (policy::rank_of(one.pack(), state.route, stage.key) < rank_now)
            rung.state = govuk::StageState::Skipped;
        if (stay) rung.note = note_on(one, *stay, current);
        ladder.stages.push_back(std::move(rung));
    }
    Html section = h2("govuk-heading-m")("Where it stands");
    return section.add(render(ladder));
}

Html about_section(const Case& one) {
    const auto& state = one.state();
    const auto& scope = one.pack().scope;
    govuk::SummaryList list;
    const auto add = [&](const std::string& key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    add("The child", family_row(one));
    if (!state.history.empty() && state.standing != state.history.front().event.open.text("standing")) {
        add("Standing of the child now", of_list(scope.standings, state.standing));
    }
    Html section = h2("govuk-heading-m").with("id", "about")("What it is about");
    if (!list.rows.empty()) section.add(render(list));
    for (const auto& entry : one.view.timeline) {
        if (entry.event.fact.happening == Happening::Raised) section.add(answers_of(one, entry));
    }
    return section;
}

Html sides_section(const Case& one) {
    const auto& state = one.state();
    const auto* visit = disagreement::find_last_visit(state);
    Html section = h2("govuk-heading-m")("Both sides");
    section.add(
        side_card(one, {"Raising side", "Raised by"}, state.raising, visit ? &visit->raising : nullptr));
    for (const auto& party : state.receiving) {
        const auto seat =
            visit ? visit->receiving.find(party.agency) : decltype(visit->receiving.find(party.agency)){};
        const bool seated = visit && seat != visit->receiving.end();
        section.add(side_card(one, {"Receiving side", "Whose decision it was"}, party,
                              seated ? &seat->second : nullptr));
    }
    if (state.roles.empty()) return section;
    govuk::SummaryList roles{
        .card = govuk::SummaryCard{.title = "Named for this disagreement", .heading_level = 3}};
    for (const auto& [key, post] : state.roles) {
        const auto* role = policy::find_role(one.pack(), key);
        roles.rows.push_back({.key = role ? role->title : key, .value = post_in_words(one, post)});
    }
    return section.add(render(roles));
}

}  // namespace web
