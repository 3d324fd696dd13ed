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

/// What was said of it before danger was declared is not the word that counts.
Html safe_now(const Case& one, const app::Entry& entry) {
    const auto* declared = app::find_latest(one.view, Happening::DangerDeclared);
    const bool before = declared && declared->revision > entry.revision;
    const std::string said = app::safety_in_words(entry.event.open.text("safe_now"));
    return line((before ? Html("Before that: ").add(said) : Html(strong()(said)))
                    .add(" on ")
                    .add(render(time_of(entry.event.happened_at, one.calendar().zone)))
                    .add("."));
}

/// Who declared it, and what has been done about it under child protection procedures.
Html of_danger(const Case& one) {
    Html said;
    const auto& zone = one.calendar().zone;
    if (const auto* declared = app::find_latest(one.view, Happening::DangerDeclared)) {
        Html words = Html("Declared on ").add(render(time_of(declared->event.happened_at, zone)));
        const auto author = app::author_of(one.dossier(), declared->event);
        if (!author.empty()) words.add(" by ").add(author);
        said.add(line(words.add(".")));
    }
    const auto* referral = app::find_latest(one.view, Happening::ReferralMade);
    if (!referral) return said.add(line(strong()("No referral has been recorded yet.")));
    return said.add(line(Html("Referral made on ").add(render(time_of(referral->event.happened_at, zone))).add(".")));
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
    if (danger) banner.content.add(of_danger(one));
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
