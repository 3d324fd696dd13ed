#include "web/account_form.h"

#include <algorithm>

#include "govuk/button.h"
#include "govuk/error_summary.h"
#include "govuk/notice.h"

namespace web {

using namespace html;

Sheet account_sheet(const std::string& title, const Problems& problems) {
    Sheet sheet{.title = title};
    if (!problems.empty()) {
        sheet.answers = govuk::Answers::WithErrors;
        govuk::ErrorSummary summary;
        for (const auto& problem : problems)
            summary.errors.push_back({problem.field.empty() ? "" : "#" + problem.field, problem.why, {}});
        sheet.content.add(render(summary));
    }
    sheet.content.add(h1("govuk-heading-l")(title));
    return sheet;
}

Html error_in(const Problems& problems, std::string_view field) {
    const auto problem = std::ranges::find(problems, field, &base::Refusal::field);
    return problem == problems.end() ? Html{} : Html(problem->why);
}

Html password_field(const std::string& name, const std::string& label, const std::string& autocomplete,
                    const Problems& problems, const Html& hint) {
    govuk::PasswordInput input;
    input.field.name = name;
    input.field.label.content = label;
    input.field.hint = hint;
    input.field.error = error_in(problems, name);
    input.autocomplete = autocomplete;
    return render(input);
}

Html code_field(const Problems& problems) {
    govuk::Input input;
    input.field.name = "code";
    input.field.label.content = "Code";
    input.field.error = error_in(problems, "code");
    input.autocomplete = "one-time-code";
    input.input_mode = "numeric";
    input.spellcheck = false;
    input.width_chars = 10;
    return render(input);
}

Html recovery_code_field(const std::string& id, const std::string& label, const Problems& problems) {
    govuk::Input input;
    input.field.name = "code";
    input.field.id = id;
    input.field.label.content = label;
    input.field.error = error_in(problems, id);
    input.autocomplete = "off";
    input.autocapitalize = "characters";
    input.spellcheck = false;
    input.width_chars = 20;
    return render(input);
}

Html recovery_instead(const std::string& action, const Html& hidden) {
    Html content = p("govuk-body")("Enter one of your recovery codes instead. If you have none, ask the administrator "
                                   "of this service to help you.");
    const Html button = render(govuk::Button{.content = "Continue", .kind = govuk::ButtonKind::Secondary});
    content.add(element("form").with("action", action).with("method", "post").flag("novalidate")(
        hidden, recovery_code_field("recovery-code", "Recovery code", {}), button));
    return render(govuk::Details{.summary = "I do not have my app at hand", .content = content});
}

Html account_name(const std::string& email) {
    return element("input")
        .with("type", "email")
        .with("name", "email")
        .with("value", email)
        .with("autocomplete", "username")
        .flag("hidden")();
}

Html password_advice() {
    return "At least 12 characters. Three words that have nothing to do with each other make a good one. You may "
           "paste it from a password manager.";
}

}  // namespace web
