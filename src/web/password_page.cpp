// Changing one's password: the old one is asked for, and every other session ends.
#include "web/account_form.h"
#include "web/fragments.h"
#include "web/letting_in.h"
#include "web/pages.h"

namespace web {
namespace {

using namespace html;

Sheet password_sheet(const Asked& asked, const Problems& problems) {
    Sheet sheet = account_sheet("Change your password", problems);
    sheet.section = Section::Account;
    sheet.way_back = govuk::BackLink{.href = "/account"};
    Html form = account_name(asked.known->find_person(asked.person())->email);
    form.add(password_field("password", "The password that you have now", "current-password", problems));
    form.add(password_field("new-password", "New password", "new-password", problems, password_advice()));
    form.add(p("govuk-body")("You stay signed in here. Your other sessions end."));
    form.add(submit_button("Change the password"));
    sheet.content.add(form_to("/account/password", asked, form));
    return sheet;
}

}  // namespace

Answer password_question(const UseCases&, const Address&, const Asked& asked) {
    return password_sheet(asked, {});
}

Answer password_change(const UseCases& use, const Address& address, const Asked& asked) {
    const auto renewed = use.own_account.change_password(
        {asked.visitor->session_token, std::string(asked.form.get("password")),
         std::string(asked.form.get("new-password")), asked.request.peer});
    if (renewed) return let_in(*renewed, address, "/account?done=password");
    Sheet sheet = password_sheet(asked, {renewed.error()});
    if (renewed.error().rule == "too_many_tries") sheet.status = 429;
    return sheet;
}

}  // namespace web
