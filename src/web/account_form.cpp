#include "web/account_form.h"

#include <algorithm>

#include "govuk/error_summary.h"

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

Html code_field(CodeField kind, const Problems& problems) {
    govuk::Input input;
    input.field.name = "code";
    input.field.label.content = "Code";
    input.field.error = error_in(problems, "code");
    input.autocomplete = "one-time-code";
    input.autocapitalize = "none";
    input.spellcheck = false;
    if (kind == CodeField::AppOnly) {
        input.input_mode = "numeric";
        input.width_chars = 10;
    } else {
        input.width_chars = 20;
    }
    return render(input);
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
