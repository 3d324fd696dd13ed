#include "web/events.h"

#include "govuk/summary_list.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

Html shown(const app::Answered& answered) {
    Html said;
    for (const auto& words : answered.words) {
        if (!said.empty()) said.add(element("br")());
        said.add(answered.shape == app::Answered::Shape::Prose ? paragraphs(words) : Html(words));
    }
    for (const auto& remark : answered.remarks) said.add(p("govuk-hint")(remark));
    return said;
}

}  // namespace

Html text_in_words(const app::Text& text) {
    return shown(app::in_words(text));
}

Html answers_of(const Case& one, const app::Entry& entry) {
    Html said;
    for (const auto& seat : app::seats_of(one.dossier(), entry.event)) said.add(p("govuk-body")(seat));
    govuk::SummaryList list{.classes = "govuk-summary-list--no-border app-answers"};
    for (const auto& answered : app::answers_of(one.dossier(), entry))
        list.rows.push_back({.key = answered.label, .value = shown(answered)});
    if (!list.rows.empty()) said.add(render(list));
    return said;
}

}  // namespace web
