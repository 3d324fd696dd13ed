// What came of raising: danger first, then who has it and by when they must answer, what waits for oneself, and proof.
#include "govuk/notice.h"
#include "web/disagreement_sections.h"
#include "web/events.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/sent_to.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

bool is_unsafe(const Case& one) {
    const auto* said = app::find_latest(one.view, policy::Happening::ProtectionRecorded);
    return one.state().danger || (said && said->event.open.text("safe_now") == "no");
}

Html reference_panel(const Case& one) {
    return render(govuk::Panel{
        .title = "Disagreement raised",
        .content = Html("The reference is").add(element("br")()).add(strong()(one.dossier().reference))});
}

Html who_has_it(const Case& one) {
    Html part = h2("govuk-heading-m")("Who has it now");
    part.add(whom_it_goes_to(one.dossier()));
    part.add(p("govuk-body")("They find it under ‘Your work’ when they next sign in. If it cannot wait until then, "
                             "telephone them as well."));
    part.add(h2("govuk-heading-m")("By when they must answer"));
    const auto owed = what_is_owed(one.dossier(), disagreement::Side::Receiving);
    return part.add(!owed.empty() ? owed
                                  : p("govuk-body")("The policy gives the other side no date yet: what comes first is for "
                                                    "your side to do. The date stands here as soon as there is one."));
}

Html proof_of(const Case& one) {
    const auto path = path_of(one.dossier().reference);
    Html part = h2("govuk-heading-m")("Your proof that you raised it");
    part.add(p("govuk-body")("Keep the reference. It says nothing about the child, so you may say it on the telephone "
                             "and write it in a mail."));
    part.add(p("govuk-body")(a(path + "/record.pdf", "govuk-link")("The whole record as a PDF")));
    part.add(p("govuk-body")(a(path, "govuk-link")("Go to the disagreement")));
    return part.add(p("govuk-body")(a("/work", "govuk-link")("Go to your work")));
}

}  // namespace

Answer raised_page(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"),
                                                    disagreement::Questions::LeftOut);
    if (!view) return not_found();
    const Case one{*view, asked};
    Sheet sheet{
        .title = "Disagreement raised", .under = one.dossier().partnership->name, .section = Section::Raise};
    if (is_unsafe(one)) sheet.content = safety_section(one);
    sheet.content.add(reference_panel(one)).add(who_has_it(one)).add(what_happens_next(one)).add(proof_of(one));
    sheet.read = view->read;
    return sheet;
}

}  // namespace web
