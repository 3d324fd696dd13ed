// A second look at who somebody is, before what is sensitive; then on to where they were.
#include "web/account_form.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/letting_in.h"
#include "web/pages.h"
#include "web/return_path.h"

namespace web {
namespace {

using namespace html;

std::string onward(const Asked& asked) {
    return return_path(asked.form.has("then") ? asked.form.get("then") : asked.request.query.get("then"));
}

Html proof_asked_for(const UseCases& use, const Asked& asked, const Problems& problems) {
    if (use.sign_in.is_mere_persona(asked.person()))
        return p("govuk-body")("This is a demo: its people have no passwords. Outside a demo you would be asked for "
                               "yours, or for a code.");
    if (use.sign_in.needs_code(asked.person())) {
        Html asking = p("govuk-body")("Enter the six digits that your authenticator app shows now.");
        return asking.add(code_field(problems));
    }
    Html asking = account_name(asked.known->find_person(asked.person())->email);
    return asking.add(password_field("password", "Password", "current-password", problems));
}

Sheet prove_sheet(const UseCases& use, const Asked& asked, const Problems& problems) {
    const std::string then = onward(asked);
    Sheet sheet = account_sheet("Confirm that it is you", problems);
    sheet.content.add(p("govuk-body")("What comes next is sensitive, so you are asked once more. You will not be asked "
                                      "again for the next five minutes."));
    if (then.starts_with("/carry-on/"))
        sheet.content.add(p("govuk-body")("What you had typed is kept, and you will see it again."));
    Html hidden = govuk::hidden_field("then", then);
    sheet.content.add(form_to("/confirm-it-is-you", asked,
                              Html(hidden).add(proof_asked_for(use, asked, problems)).add(submit_button("Continue"))));
    if (use.sign_in.needs_code(asked.person())) {
        hidden.add(govuk::hidden_field(control::token, asked.visitor->form_token));
        sheet.content.add(recovery_instead("/confirm-it-is-you", hidden));
    }
    return sheet;
}

}  // namespace

Answer prove(const UseCases& use, const Address&, const Asked& asked) {
    return prove_sheet(use, asked, {});
}

Answer prove_now(const UseCases& use, const Address& address, const Asked& asked) {
    const std::string& token = asked.visitor->session_token;
    const bool persona =
        use.sign_in.is_mere_persona(asked.person()) && address.exposure == http::Exposure::Loopback;
    const std::string secret(asked.form.get(use.sign_in.needs_code(asked.person()) ? "code" : "password"));
    const auto renewed = persona ? use.sign_in.prove_as_persona(token)
                                 : use.sign_in.prove({token, secret, asked.request.peer});
    if (renewed) return let_in(*renewed, address, onward(asked));
    Sheet sheet = prove_sheet(use, asked, {renewed.error().refusal});
    if (renewed.error().retry_after.count() > 0) sheet.status = 429;
    return sheet;
}

}  // namespace web
