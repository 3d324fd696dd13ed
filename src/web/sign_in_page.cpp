// Signing in with a password, or, in a demo, as one of its people.
#include "govuk/button.h"
#include "govuk/error_summary.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "govuk/password_input.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/personas.h"
#include "web/return_path.h"
#include "web/session_cookie.h"

namespace web {
namespace {

using namespace html;

Html password_form(const std::string& email, const std::string& then) {
    govuk::Input name{
        .field = {.name = "email", .label = {.content = "E-mail address"}}, .value = email, .type = "email"};
    name.autocomplete = "username";
    name.spellcheck = false;
    govuk::PasswordInput password{.field = {.name = "password", .label = {.content = "Password"}}};
    return element("form")
        .with("action", "/sign-in")
        .with("method", "post")
        .flag("novalidate")(govuk::hidden_field("then", then), render(name), render(password),
                            submit_button("Sign in"));
}

/// One message for all that can be wrong: it tells nobody which accounts there are.
Sheet sign_in_sheet(const Address& address, const Asked& asked, const std::string& email,
                    const std::string& wrong) {
    const std::string then =
        return_path(asked.form.has("then") ? asked.form.get("then") : asked.request.query.get("then"));
    const bool came_back = then != "/work";
    Sheet sheet{.title = "Sign in"};
    if (!wrong.empty()) {
        sheet.answers = govuk::Answers::WithErrors;
        sheet.content.add(render(govuk::ErrorSummary{.errors = {{"#email", wrong, {}}}}));
    }
    sheet.content.add(h1("govuk-heading-l")("Sign in"));
    if (came_back && wrong.empty()) {
        sheet.content.add(
            p("govuk-body")("Sign in to go on. You are signed out after a time in which you do nothing."));
    }
    sheet.content.add(password_form(email, then));
    if (asked.known->demo && address.exposure == http::Exposure::Loopback) {
        sheet.content.add(persona_list(asked, then));
        sheet.width = govuk::Width::Full;
    }
    return sheet;
}

std::string words_of(const app::NotSignedIn& no) {
    const auto seconds = no.retry_after.count();
    if (seconds <= 0) return no.refusal.why;
    const auto minutes = (seconds + 59) / 60;
    return no.refusal.why + ". Try again in " + std::to_string(minutes) +
           (minutes == 1 ? " minute" : " minutes");
}

Answer signed_in(const app::NewSession& session, const Address& address, const Asked& asked) {
    return http::see_other(return_path(asked.form.get("then")))
        .with("Set-Cookie", session_cookie(session.token, address.exposure));
}

std::string carried_token(const Asked& asked) {
    return asked.visitor ? asked.visitor->session_token : "";
}

}  // namespace

Answer home(const UseCases&, const Address&, const Asked& asked) {
    return http::see_other(asked.visitor ? "/work" : "/sign-in");
}

Answer sign_in(const UseCases&, const Address& address, const Asked& asked) {
    return sign_in_sheet(address, asked, "", "");
}

Answer sign_in_with_password(const UseCases& use, const Address& address, const Asked& asked) {
    const std::string email(asked.form.get("email"));
    const auto session = use.sign_in.with_password(
        {email, std::string(asked.form.get("password")), asked.request.peer, carried_token(asked)});
    if (session) return signed_in(*session, address, asked);
    Sheet sheet = sign_in_sheet(address, asked, email, words_of(session.error()));
    if (session.error().retry_after.count() > 0) sheet.status = 429;
    return sheet;
}

Answer sign_in_as_persona(const UseCases& use, const Address& address, const Asked& asked) {
    if (address.exposure != http::Exposure::Loopback) return not_found();
    const auto session =
        use.sign_in.as_persona(app::PersonId(std::string(asked.form.get("person"))), carried_token(asked));
    if (!session) return not_found();
    return signed_in(*session, address, asked);
}

Answer sign_out(const UseCases&, const Address&, const Asked& asked) {
    Sheet sheet{.title = "Sign out"};
    sheet.content = h1("govuk-heading-l")("Sign out");
    sheet.content.add(p("govuk-body")("You are signed in as ", strong()(asked.visitor->name), "."));
    sheet.content.add(form_to("/sign-out", asked, submit_button("Sign out")));
    return sheet;
}

Answer sign_out_now(const UseCases& use, const Address& address, const Asked& asked) {
    use.sessions.end(asked.visitor->session_token);
    return http::see_other("/signed-out").with("Set-Cookie", no_session_cookie(address.exposure));
}

Answer signed_out(const UseCases&, const Address&, const Asked&) {
    Sheet sheet{.title = "You are signed out"};
    sheet.content = h1("govuk-heading-l")("You are signed out");
    sheet.content.add(p("govuk-body")(a("/sign-in", "govuk-link")("Sign in again")));
    return sheet;
}

}  // namespace web
