// The page behind a one-time link: for whom it is, and a password to choose. And whom to ask for such a link.
#include "web/account_form.h"
#include "web/fragments.h"
#include "web/letting_in.h"
#include "web/pages.h"

namespace web {
namespace {

using namespace html;

/// Used, run out or never there: nobody learns which.
Sheet link_spent_sheet() {
    Sheet sheet = account_sheet("This link cannot be used", {});
    sheet.status = 404;
    sheet.content.add(p("govuk-body")(
        "A link to choose a password can be used once, and for a limited time. This one was used before, has run "
        "out, or was not copied whole."));
    sheet.content.add(ul("govuk-list govuk-list--bullet")(
        li()("If you have chosen your password already, ", a("/sign-in", "govuk-link")("sign in"), "."),
        li()("If the link came in several lines, copy all of it into the address bar."),
        li()("Else ask the administrator of this service for a new link.")));
    return sheet;
}

Sheet choose_sheet(const app::Invited& invited, const std::string& secret, const Problems& problems) {
    const bool first = invited.kind == app::LinkKind::Invitation;
    Sheet sheet = account_sheet(first ? "Choose your password" : "Choose a new password", problems);
    sheet.content.add(p("govuk-body")(first ? "You have been invited to Concordat as " : "This is for the account of ",
                                      strong()(invited.person.name), "."));
    sheet.content.add(p("govuk-body")("You sign in with the e-mail address ", strong()(invited.person.email), "."));
    if (!first) {
        sheet.content.add(p("govuk-body")("You will be signed out everywhere else."));
    }
    Html form = govuk::hidden_field("link", secret);
    form.add(account_name(invited.person.email));
    form.add(password_field("password", "Password", "new-password", problems, password_advice()));
    form.add(submit_button("Save and sign in"));
    sheet.content.add(
        element("form").with("action", "/choose-password").with("method", "post").flag("novalidate")(form));
    sheet.content.add(p("govuk-body")(
        "If you are somebody else, close this page and tell the person who sent you the link."));
    return sheet;
}

}  // namespace

Answer choose_password(const UseCases& use, const Address&, const Asked& asked) {
    const std::string secret(asked.request.query.get("link"));
    const auto invited = use.invitations.find(secret);
    return invited ? choose_sheet(*invited, secret, {}) : link_spent_sheet();
}

Answer choose_password_now(const UseCases& use, const Address& address, const Asked& asked) {
    const std::string secret(asked.form.get("link"));
    const auto invited = use.invitations.find(secret);
    if (!invited) return link_spent_sheet();
    const auto entered = use.invitations.choose_password(
        {secret, std::string(asked.form.get("password")), carried_token(asked), place_of(asked.request)});
    if (entered) return let_in(*entered, address, "/work");
    if (entered.error().rule == "link_spent") return link_spent_sheet();
    return choose_sheet(*invited, secret, {entered.error()});
}

Answer forgotten_password(const UseCases&, const Address&, const Asked&) {
    Sheet sheet = account_sheet("If you have forgotten your password", {});
    sheet.content.add(p("govuk-body")(
        "Ask the administrator of this service for a link with which you can choose a new password. Your "
        "safeguarding lead or the partnership's business manager knows who that is."));
    sheet.content.add(p("govuk-body")(
        "They will make sure that it is you who asks. The link can be used once, within a day. Nobody but you gets to "
        "know the password that you choose."));
    sheet.content.add(p("govuk-body")(
        "If a child is in immediate danger, call 999 now. Until you can sign in again, a colleague who holds the same "
        "post or deputises can act in your place."));
    sheet.content.add(p("govuk-body")(a("/sign-in", "govuk-link")("Back to signing in")));
    return sheet;
}

}  // namespace web
