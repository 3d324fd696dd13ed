// Opening who the child is: with a reason, and on record before anything is shown.
#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "web/case.h"
#include "web/command_id.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"

namespace web {
namespace {

using namespace html;

policy::Field reason_field() {
    return {.name = "reason",
            .label = "Why you need to know who the child is",
            .hint = "The reason is recorded with your name and the time.",
            .kind = policy::FieldKind::LongText,
            .required = true};
}

Sheet question(const Case& one, const Problems& problems, const std::string& command_id) {
    Sheet sheet{.title = "Open who the child is", .under = name_of(one), .section = Section::Work};
    sheet.way_back = govuk::BackLink{.href = path_of(one.dossier().reference)};
    if (!problems.empty()) sheet.answers = govuk::Answers::WithErrors;
    const auto people = one.people();
    const Filling filling{one.asked.form, problems, people};
    sheet.content = summary_of(problems, {reason_field()});
    sheet.content.add(span("govuk-caption-l")(name_of(one)))
        .add(h1("govuk-heading-l")("Open who the child is"));
    sheet.content.add(
        p("govuk-body")("It is opened for you alone, for this disagreement, from now on. The data guardian "
                        "sees that you did."));
    Html form = govuk::hidden_field(control::command, command_id);
    form.add(render(reason_field(), filling)).add(submit_button("Open it"));
    sheet.content.add(form_to(path_of(one.dossier().reference) + "/identity", one.asked, form));
    return sheet;
}

bool may_release(const app::View& view) {
    return gate::allows(view.facts, gate::Action::Release);
}

}  // namespace

Answer identity_question(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view || !may_release(*view)) return not_found();
    return question({*view, asked}, {}, use.random.id());
}

Answer identity_release(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view || !may_release(*view)) return not_found();
    const std::string id(asked.form.get(control::command));
    if (!is_command_id(id)) return bad_request("it does not say which command it is");
    const auto released = use.reading.release_identity(asked.person(), asked.parameter("reference"),
                                                       std::string(asked.form.get("reason")), id);
    if (!released) return question({*view, asked}, {released.error()}, id);
    return http::see_other(path_of(asked.parameter("reference")) + "?done=identity");
}

Answer identity_again(const UseCases& use, const Address&, const Asked& asked) {
    const auto view = use.reading.open_disagreement(asked.person(), asked.parameter("reference"));
    if (!view || !may_release(*view)) return not_found();
    return question({*view, asked}, {}, std::string(asked.form.get(control::command)));
}

}  // namespace web
