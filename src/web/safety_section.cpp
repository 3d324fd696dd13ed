#include "govuk/casework.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Action;
using policy::Happening;

Html line(const Html& content) {
    return p("app-safety__text")(content);
}

Html safe_now(const Case& one, const app::Entry& entry) {
    return line(Html(strong()(app::safety_in_words(entry.event.open.text("safe_now"))))
                    .add(" on ")
                    .add(render(time_of(entry.event.happened_at, one.calendar().zone)))
                    .add("."));
}

/// Declaring danger and recording a referral are open in every policy; whoever may, finds the way here.
Html urgent_ways(const Case& one) {
    Html ways;
    for (const auto& permitted : one.view.permissions.permitted) {
        const bool urgent = permitted.action == Action::DeclareDanger ||
                            permitted.action == Action::RecordReferral ||
                            permitted.action == Action::RecordProtection;
        if (urgent)
            ways.add(li()(a(act_path(one, permitted.action, permitted.key), "govuk-link")(permitted.title)));
    }
    return ways.empty() ? Html{} : ul("govuk-list govuk-!-margin-bottom-0 govuk-!-display-none-print")(ways);
}

}  // namespace

Html safety_section(const Case& one) {
    const auto* protection = app::find_latest(one.view, Happening::ProtectionRecorded);
    const bool danger = one.state().danger;
    const bool unsafe = protection && protection->event.open.text("safe_now") == "no";
    govuk::SafetyBanner banner{.title = danger ? "Immediate danger has been declared" : "The child now"};
    banner.safety = danger || unsafe ? govuk::Safety::Danger : govuk::Safety::Stated;
    if (protection) {
        banner.content.add(safe_now(one, *protection));
        if (const auto* text = one.view.find_text(protection->revision, "protection")) {
            banner.content.add(line(
                Html("What protects the child: ")
                    .add(text->shown == app::Text::Shown::Plain ? Html(text->words) : text_in_words(*text))));
        }
    } else {
        banner.content.add(line("Nothing has been recorded about what protects the child now."));
    }
    banner.content.add(
        line("If a child is in immediate danger, call 999. The disagreement goes on beside that."));
    banner.content.add(urgent_ways(one));
    return render(banner);
}

}  // namespace web
