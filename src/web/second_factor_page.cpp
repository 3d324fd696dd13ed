// The second factor: taking the secret into an app, recovery codes, and turning it off again.
#include "app/base32.h"
#include "govuk/button.h"
#include "govuk/notice.h"
#include "http/form.h"
#include "qr/qr.h"
#include "web/account_form.h"
#include "web/fragments.h"
#include "web/letting_in.h"
#include "web/pages.h"

namespace web {
namespace {

using namespace html;

Sheet factor_sheet(const std::string& title, const Problems& problems) {
    Sheet sheet = account_sheet(title, problems);
    sheet.section = Section::Account;
    sheet.way_back = govuk::BackLink{.href = "/account"};
    return sheet;
}

/// As apps read it: whose it is, and how codes are made.
std::string otpauth_of(const std::string& email, const std::string& base32) {
    return "otpauth://totp/Concordat:" + http::percent_encoded(email) + "?secret=" + base32 +
           "&issuer=Concordat&algorithm=SHA1&digits=6&period=30";
}

/// For the camera of a telephone: dark runs on a light square, with the margin that it wants.
Html square_for_camera(const std::string& text) {
    const auto square = qr::square_of(text);
    if (!square) return {};
    constexpr int margin = 4;
    std::string runs;
    for (int y = 0; y < square->side; ++y) {
        for (int x = 0; x < square->side; ++x) {
            if (!square->is_dark(x, y)) continue;
            const int from = x;
            while (x + 1 < square->side && square->is_dark(x + 1, y)) ++x;
            const auto length = std::to_string(x + 1 - from);
            runs += "M" + std::to_string(from + margin) + " " + std::to_string(y + margin) + "h" + length + "v1h-" +
                    length + "z";
        }
    }
    const auto side = std::to_string(square->side + 2 * margin);
    const Html ground = element("rect").with("width", side).with("height", side).with("fill", "#fff")();
    const Html dark = element("path").with("d", runs).with("fill", "#000")();
    return element("svg", "app-square")
        .with("role", "img")
        .with("aria-label", "A square code that holds the key below, for the camera of a telephone")
        .with("viewBox", "0 0 " + side + " " + side)
        .with("shape-rendering", "crispEdges")(ground, dark);
}

Html step(const std::string& title, const Html& content) {
    Html part = h2("govuk-heading-m")(title);
    return part.add(content);
}

Sheet set_up_sheet(const UseCases& use, const Asked& asked, const Problems& problems) {
    const std::string secret = app::to_base32(use.own_account.propose_second_factor(asked.person()));
    const std::string& email = asked.known->find_person(asked.person())->email;
    Sheet sheet = factor_sheet("Turn on your second factor", problems);
    sheet.content.add(p("govuk-body")(
        "From then on a code from an app is asked for after your password. Somebody who learns your password cannot "
        "sign in with it alone."));
    const std::string address = otpauth_of(email, secret);
    Html app = p("govuk-body")("Any authenticator app will do, on a telephone or on a computer.");
    app.add(p("govuk-body")("If it is on this device, ", a(address, "govuk-link")("open it with this key"),
                            ". If it is on another one, add an account in it and point its camera at this:"));
    app.add(square_for_camera(address));
    app.add(p("govuk-body")("Or choose to enter a key there, and type this one:"));
    app.add(render(govuk::InsetText{
        .content = element("code", "app-secret")(strong()(app::in_groups(secret, ' ')))}));
    app.add(p("govuk-body")("The blanks do not matter. Call the account Concordat. Its codes go by time."));
    sheet.content.add(step("1. Give your app the key", app));
    Html form = code_field(problems);
    form.add(submit_button("Turn it on"));
    Html check = p("govuk-body")("Enter the six digits that it shows now.");
    sheet.content.add(step("2. Check that it works", check.add(form_to("/account/second-factor", asked, form))));
    return sheet;
}

/// Shown once, as the answer to what made them: they are nowhere kept.
Sheet codes_sheet(const std::vector<std::string>& codes, const std::string& title) {
    Sheet sheet = factor_sheet(title, {});
    sheet.way_back = {};
    sheet.content.add(p("govuk-body")(
        "Write these recovery codes down or print them, and keep them where nobody else looks. With one of them you "
        "can sign in when you do not have your app. Each can be used once."));
    sheet.content.add(render(govuk::WarningText{.content = "They are shown this once only."}));
    Html lines;
    for (const auto& code : codes) lines.add(li()(element("code", "app-secret")(code)));
    sheet.content.add(ul("govuk-list")(lines));
    govuk::Button button;
    button.content = "I have kept them";
    button.href = "/account?done=second-factor";
    sheet.content.add(render(button));
    return sheet;
}

Sheet off_sheet(const Asked& asked, const Problems& problems) {
    Sheet sheet = factor_sheet("Turn off your second factor", problems);
    sheet.content.add(p("govuk-body")(
        "After that your password alone lets you in, and anybody else who knows it. Your recovery codes will be good "
        "for nothing."));
    Html form = account_name(asked.known->find_person(asked.person())->email);
    form.add(password_field("password", "Password", "current-password", problems));
    form.add(recovery_code_field("code", "Code of your app, or a recovery code", problems));
    govuk::Button button;
    button.content = "Turn it off";
    button.kind = govuk::ButtonKind::Warning;
    button.prevents_double_click = true;
    sheet.content.add(form_to("/account/second-factor/off", asked, form.add(render(button))));
    return sheet;
}

bool is_on(const UseCases& use, const Asked& asked) {
    return use.own_account.access(asked.person()).has_second_factor;
}

}  // namespace

Answer second_factor(const UseCases& use, const Address&, const Asked& asked) {
    const auto access = use.own_account.access(asked.person());
    if (access.has_second_factor || !access.has_password) return http::see_other("/account");
    return set_up_sheet(use, asked, {});
}

Answer second_factor_on(const UseCases& use, const Address&, const Asked& asked) {
    const auto access = use.own_account.access(asked.person());
    if (access.has_second_factor || !access.has_password) return http::see_other("/account");
    const auto codes =
        use.own_account.turn_on_second_factor(asked.person(), std::string(asked.form.get("code")));
    if (!codes) return set_up_sheet(use, asked, {codes.error()});
    return codes_sheet(*codes, "Your second factor is on");
}

Answer recovery_codes(const UseCases& use, const Address&, const Asked& asked) {
    if (!is_on(use, asked)) return http::see_other("/account");
    Sheet sheet = factor_sheet("New recovery codes", {});
    sheet.content.add(p("govuk-body")("You get ten new ones. Those that you have now will be good for nothing."));
    sheet.content.add(form_to("/account/recovery-codes", asked, submit_button("Make new codes")));
    return sheet;
}

Answer recovery_codes_now(const UseCases& use, const Address&, const Asked& asked) {
    const auto codes = use.own_account.make_recovery_codes(asked.person());
    if (!codes) return http::see_other("/account");
    return codes_sheet(*codes, "Your new recovery codes");
}

Answer second_factor_off(const UseCases& use, const Address&, const Asked& asked) {
    if (!is_on(use, asked)) return http::see_other("/account");
    return off_sheet(asked, {});
}

Answer second_factor_off_now(const UseCases& use, const Address& address, const Asked& asked) {
    if (!is_on(use, asked)) return http::see_other("/account");
    const auto renewed = use.own_account.turn_off_second_factor(
        {asked.visitor->session_token, std::string(asked.form.get("password")),
         std::string(asked.form.get("code")), asked.request.peer});
    if (renewed) return let_in(*renewed, address, "/account?done=second-factor-off");
    Sheet sheet = off_sheet(asked, {renewed.error()});
    if (renewed.error().rule == "too_many_tries") sheet.status = 429;
    return sheet;
}

}  // namespace web
