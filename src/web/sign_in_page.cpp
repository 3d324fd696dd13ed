// Signing in with a password and, where somebody has one, a code; or, in a demo, as one of its people.
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "govuk/password_input.h"
#include "web/account_form.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/letting_in.h"
#include "web/pages.h"
#include "web/personas.h"
#include "web/return_path.h"
#include "web/session_cookie.h"

namespace web {
namespace {

using namespace html;

std::string then_of(const Asked& asked) {
    return return_path(asked.form.has("then") ? asked.form.get("then") : asked.request.query.get("then"));
}

Html password_form(const std::string& email, const std::string& then, const Problems& problems) {
    govuk::Input name{
        .field = {.name = "email", .label = {.content = "Email address"}, .error = error_in(problems, "email")},
        .value = email,
        .type = "email"};
    name.autocomplete = "username";
    name.spellcheck = false;
    govuk::PasswordInput password{
        .field = {.name = "password", .label = {.content = "Password"}, .error = error_in(problems, "password")}};
    return element("form")
        .with("action", "/sign-in")
        .with("method", "post")
        .flag("novalidate")(govuk::hidden_field("then", then), render(name), render(password),
                            submit_button("Sign in"));
}

/// What was left empty is said of its field, and tries nothing.
Problems left_empty(const Asked& asked) {
    Problems problems;
    if (base::trimmed(asked.form.get("email")).empty())
        problems.push_back({"answer_missing", "Enter your email address", {}, "email"});
    if (asked.form.get("password").empty())
        problems.push_back({"answer_missing", "Enter your password", {}, "password"});
    return problems;
}

/// One message for whatever was typed and is wrong: it tells nobody which accounts there are.
Sheet sign_in_sheet(const Address& address, const Asked& asked, const std::string& email,
                    const Problems& problems) {
    const std::string then = then_of(asked);
    Sheet sheet = account_sheet("Sign in", problems);
    if (then.starts_with("/carry-on/")) {
        sheet.content.add(render(govuk::InsetText{
            .content = "You were signed out after a time in which you did nothing. What you had typed is kept: "
                       "sign in, and you will see it again."}));
    } else if (then != "/work" && problems.empty()) {
        sheet.content.add(
            p("govuk-body")("Sign in to go on. You are signed out after a time in which you do nothing."));
    }
    sheet.content.add(password_form(email, then, problems));
    sheet.content.add(
        p("govuk-body")(a("/forgotten-password", "govuk-link")("I have forgotten my password")));
    if (asked.known->demo && address.exposure == http::Exposure::Loopback) {
        sheet.content.add(persona_list(asked, then));
    }
    return sheet;
}

Sheet refused_at_door(Sheet sheet, const app::NotSignedIn& no) {
    if (no.retry_after.count() > 0) sheet.status = 429;
    return sheet;
}

std::string half_token(const Address& address, const Asked& asked) {
    const auto* cookie = asked.request.cookies.find(session_cookie_name(address.exposure));
    return cookie ? *cookie : "";
}

Sheet code_sheet(const Asked& asked, const app::HalfSession& half, const Problems& problems) {
    Sheet sheet = account_sheet("Enter a code", problems);
    sheet.content.add(
        p("govuk-body")("Open the authenticator app that you set up for this service, and enter the six digits "
                        "that it shows now."));
    Html hidden = govuk::hidden_field(control::token, half.form_token);
    hidden.add(govuk::hidden_field("then", then_of(asked)));
    sheet.content.add(element("form").with("action", "/sign-in/code").with("method", "post").flag("novalidate")(
        hidden, code_field(problems), submit_button("Sign in")));
    sheet.content.add(recovery_instead("/sign-in/code", hidden));
    return sheet;
}

}  // namespace

Answer home(const UseCases&, const Address&, const Asked& asked) {
    return http::see_other(asked.visitor ? "/work" : "/sign-in");
}

Answer sign_in(const UseCases&, const Address& address, const Asked& asked) {
    return sign_in_sheet(address, asked, "", {});
}

Answer sign_in_with_password(const UseCases& use, const Address& address, const Asked& asked) {
    const std::string email(asked.form.get("email"));
    if (const auto problems = left_empty(asked); !problems.empty())
        return sign_in_sheet(address, asked, email, problems);
    const auto entered =
        use.sign_in.with_password({email, std::string(asked.form.get("password")), asked.request.peer,
                                   carried_token(asked), place_of(asked.request)});
    if (entered) return let_in(*entered, address, then_of(asked));
    return refused_at_door(sign_in_sheet(address, asked, email, {entered.error().refusal}), entered.error());
}

Answer sign_in_code(const UseCases& use, const Address& address, const Asked& asked) {
    if (asked.visitor) return http::see_other(then_of(asked));
    const auto half = use.sessions.find_half(half_token(address, asked));
    if (!half) return http::see_other(sign_in_path(then_of(asked)));
    return code_sheet(asked, *half, {});
}

Answer sign_in_with_code(const UseCases& use, const Address& address, const Asked& asked) {
    const std::string token = half_token(address, asked);
    const auto half = use.sessions.find_half(token);
    if (!half) return http::see_other(sign_in_path(then_of(asked)));
    if (asked.form.get(control::token) != half->form_token) return forbidden();
    const auto session = use.sign_in.with_code(
        {token, std::string(asked.form.get("code")), asked.request.peer, place_of(asked.request)});
    if (session) return let_in(*session, address, then_of(asked));
    return refused_at_door(code_sheet(asked, *half, {session.error().refusal}), session.error());
}

Answer sign_in_as_persona(const UseCases& use, const Address& address, const Asked& asked) {
    if (address.exposure != http::Exposure::Loopback) return not_found();
    const auto session = use.sign_in.as_persona(app::PersonId(std::string(asked.form.get("person"))),
                                                carried_token(asked), place_of(asked.request));
    if (!session) return not_found();
    return let_in(*session, address, then_of(asked));
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
    use.kept_forms.forget_all(asked.person());
    return http::see_other("/signed-out")
        .with("Set-Cookie", no_session_cookie(address.exposure))
        .with("Clear-Site-Data", "\"cache\", \"storage\"");
}

Answer signed_out(const UseCases&, const Address&, const Asked&) {
    Sheet sheet{.title = "You are signed out"};
    sheet.content = h1("govuk-heading-l")("You are signed out");
    sheet.content.add(p("govuk-body")(a("/sign-in", "govuk-link")("Sign in again")));
    return sheet;
}

}  // namespace web
