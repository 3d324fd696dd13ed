#include <algorithm>

#include "app/ways.h"
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "policy/describe.h"
#include "web/disagreement_sections.h"
#include "web/fragments.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Duty;

/// One's own first, then those with a date, the earliest before the others. To settle it or take it up comes after what
/// is to be done before that, unless it is late; what may be left undone comes last.
std::vector<const Duty*> open_duties(const Case& one) {
    std::vector<const Duty*> open;
    for (const auto& duty : one.dossier().duties) {
        if (is_open(duty)) open.push_back(&duty);
    }
    const auto& own = one.view.actor.posts;
    const auto order = [&](const Duty* duty) {
        const bool whole = duty->what == policy::What::Settle && !duty->overdue;
        return std::tuple(duty->optional, !own.contains(duty->owner), whole, !duty->due.has_value(),
                          duty->due ? duty->due->at : base::Moment{});
    };
    std::ranges::stable_sort(open, {}, order);
    return open;
}

Html when_due(const Case& one, const Duty& duty) {
    if (duty.due) {
        Html said;
        if (duty.overdue)
            said.add(render(govuk::Tag{.content = "Overdue", .colour = govuk::TagColour::Red})).add(" ");
        return said.add(due_in_words(*duty.due, one.calendar(), one.now())).add(how_counted(*duty.due));
    }
    Html said = duty.undated.empty() ? "No date" : "No date (" + duty.undated + ")";
    if (duty.nag)
        said.add(". ").add(reminder_in_words(duty.nag->at, one.calendar(), one.now()));
    return said;
}

/// Actions of this person that would do what is owed.
Html ways_to_do(const Case& one, const Duty& duty) {
    Html ways;
    for (const auto* permitted : app::ways_to_do(duty, one.view.permissions.permitted, one.dossier())) {
        ways.add(
            li()(a(act_path(one, permitted->action, permitted->key), "govuk-link")(permitted->title)));
    }
    return ways.empty() ? Html{} : ul("govuk-list govuk-!-margin-bottom-0")(ways);
}

std::string owner_in_words(const Case& one, const Duty& duty) {
    const std::string yours = acts_for(one, duty.owner) ? "You act for: " : "";
    const std::string owner = yours + in_words(one.directory(), duty.owner) + ", " + side_in_words(duty.side);
    const auto* post = one.directory().find_post(duty.owner);
    if (post && directory::is_vacant(*post, one.dossier().today())) return owner + " (vacant)";
    const auto closed = closed_in_words(one.directory(), duty.owner, one.dossier().today());
    return closed.empty() ? owner : owner + " (" + closed + ")";
}

std::string channels_in_words(const Duty& duty) {
    std::vector<std::string> ways;
    for (const auto channel : duty.channels) ways.push_back(policy::in_words(channel));
    return capitalised(base::join(ways, " or "));
}

/// The words of the policy, and whom they mean here where they are few.
Html to_in_words(const Case& one, const Duty& duty) {
    constexpr std::size_t named_max = 3;
    Html said = capitalised(duty.to_words);
    if (duty.to.size() > named_max) return said;
    for (const auto& post : duty.to) {
        said.add(element("br")()).add(in_words(one.directory(), post) + ": " +
                                      holders_in_words(*one.dossier().known, post, one.dossier().today()));
    }
    return said;
}

bool may_do(const Case& one, const Duty& duty) {
    return acts_for(one, duty.owner) ||
           std::ranges::any_of(duty.or_by, [&](const auto& other) { return acts_for(one, other); });
}

Html card(const Case& one, const Duty& duty) {
    govuk::SummaryList list{.card = govuk::SummaryCard{.title = duty.title, .heading_level = 3}};
    list.rows.push_back({.key = "Who", .value = owner_in_words(one, duty)});
    for (const auto& other : duty.or_by) list.rows.push_back({.key = "Or", .value = in_words(one.directory(), other)});
    if (!duty.to_words.empty() && duty.to_words != "nobody")
        list.rows.push_back({.key = "To", .value = to_in_words(one, duty)});
    if (!duty.channels.empty()) list.rows.push_back({.key = "How", .value = channels_in_words(duty)});
    if (!duty.wording.empty()) list.rows.push_back({.key = "In these words", .value = duty.wording});
    list.rows.push_back({.key = "By when", .value = when_due(one, duty)});
    const auto source = source_link(one, duty.source);
    if (!source.empty()) list.rows.push_back({.key = "Because of", .value = source});
    const auto ways = may_do(one, duty) ? ways_to_do(one, duty) : Html{};
    if (!ways.empty())
        list.rows.push_back({.key = "Do it", .value = ways, .classes = "govuk-!-display-none-print"});
    return render(list);
}

/// How much this person has to do, and by when the first of it; whose move it is where that is nothing.
Html move_in_words(const Case& one, const std::vector<const Duty*>& open) {
    std::size_t count = 0;
    const calendar::Due* first = nullptr;
    for (const auto* duty : open) {
        if (duty->optional || !acts_for(one, duty->owner)) continue;
        ++count;
        if (duty->due && (!first || duty->due->at < first->at)) first = &*duty->due;
    }
    if (count == 0) return app::move_in_words(disagreement::whose_move(one.dossier().duties));
    Html said = "You have " + counted(count, "thing") + " to do";
    if (first) said.add(count == 1 ? ", by " : ", the first by ").add(due_in_words(*first, one.calendar(), one.now()));
    return said.add(".");
}

}  // namespace

Html what_happens_next(const Case& one) {
    const auto open = open_duties(one);
    Html section = h2("govuk-heading-m").with("id", "next")("What happens next");
    section.add(p("govuk-body")(strong()(move_in_words(one, open))));
    const bool can_act = !one.view.permissions.permitted.empty();
    if (can_act)
        section.add(p("govuk-body govuk-!-display-none-print")(
            a(path_of(one.dossier().reference) + "#actions", "govuk-link")("Everything you can do")));
    Html optional;
    for (const auto* duty : open) (duty->optional ? optional : section).add(card(one, *duty));
    if (!optional.empty())
        section.add(render(govuk::Details{.summary = "What may be done as well", .content = optional, .id = "as-well"}));
    return section;
}

Html next_steps_in_words(const Case& one) {
    Html steps;
    for (const auto* duty : open_duties(one)) {
        if (duty->optional) continue;
        Html step = strong()(duty->title);
        step.add(". ").add(in_words(one.directory(), duty->owner));
        if (duty->due) step.add(", by ").add(due_in_words(*duty->due, one.calendar(), one.now()));
        steps.add(li()(step.add(".")));
    }
    return steps.empty() ? p("govuk-body")("Nothing more is owed.")
                         : ul("govuk-list govuk-list--bullet")(steps);
}

}  // namespace web
