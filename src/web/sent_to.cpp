#include "web/sent_to.h"

#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html with_holders(const app::Dossier& one, const app::PostId& post) {
    return Html(strong()(in_words(one.partnership->directory, post)))
        .add(": " + holders_in_words(*one.known, post, one.today()) + ".");
}

Html debt_in_words(const app::Dossier& one, const disagreement::Duty& duty) {
    Html said = strong()(duty.title);
    if (duty.due) return said.add(", by ").add(due_in_words(*duty.due, one.calendar, one.now)).add(".");
    return said.add(duty.undated.empty() ? ". The policy sets no date." : ", no date (" + duty.undated + ").");
}

}  // namespace

Html whom_it_goes_to(const app::Dossier& one) {
    Html lines;
    const auto* visit = disagreement::find_last_visit(one.state);
    if (!visit) return lines;
    for (const auto& [agency, seat] : visit->receiving) {
        Html line = with_holders(one, seat.post);
        const auto* party = disagreement::find_party(one.state, agency);
        if (party && party->practitioner != seat.post)
            line.add(element("br")()).add("The decision or action is that of ").add(with_holders(one, party->practitioner));
        if (!seat.why.empty()) line.add(element("br")()).add(span("govuk-hint")(capitalised(seat.why), "."));
        lines.add(li()(line));
    }
    return ul("govuk-list govuk-list--spaced")(lines);
}

Html what_is_owed(const app::Dossier& one, disagreement::Side side) {
    Html lines;
    for (const auto& duty : one.duties) {
        if (is_open(duty) && !duty.optional && duty.side == side) lines.add(li()(debt_in_words(one, duty)));
    }
    return lines.empty() ? lines : ul("govuk-list govuk-list--bullet")(lines);
}

}  // namespace web
