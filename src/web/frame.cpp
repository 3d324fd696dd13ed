#include "web/frame.h"

#include "app/workplaces.h"
#include "web/partnerships.h"

namespace web {
namespace {

using govuk::Here;

govuk::NavigationItem item(const std::string& text, const std::string& href, Section section,
                           const Sheet& sheet) {
    return {.content = text, .href = href, .here = sheet.section == section ? Here::Below : Here::No};
}

govuk::ServiceNavigation navigation(const Sheet& sheet, const Asked& asked) {
    govuk::ServiceNavigation navigation;
    navigation.items = {item("Your work", "/work", Section::Work, sheet),
                        item("Raise a disagreement", "/raise", Section::Raise, sheet),
                        item("Policies", "/policies", Section::Policies, sheet)};
    if (!registers_of(asked).empty()) {
        navigation.items.push_back(item("Register", "/register", Section::Register, sheet));
    }
    navigation.items.push_back(item("Your account", "/account", Section::Account, sheet));
    navigation.items.push_back({.content = "Sign out", .href = "/sign-out"});
    return navigation;
}

govuk::Footer footer() {
    govuk::Footer footer;
    footer.links = {{"/help", "Help"},
                    {"/accessibility", "Accessibility statement"},
                    {"/privacy", "Privacy"},
                    {"/cookies", "Cookies"}};
    footer.text = "If a child is in immediate danger, call 999 now. Do not wait for an answer here.";
    return footer;
}

std::string title_of(const Sheet& sheet) {
    return sheet.under.empty() ? sheet.title : sheet.title + " - " + sheet.under;
}

}  // namespace

Frame::Frame(const http::Assets& assets)
    : assets_{assets.url("app.css"), assets.url("init.js"), assets.url("favicon.svg")} {}

govuk::Page Frame::page_of(const Sheet& sheet) const {
    govuk::Page page;
    page.title = title_of(sheet);
    page.answers = sheet.answers;
    page.assets = assets_;
    page.way_back = sheet.way_back;
    page.width = sheet.width;
    page.printed = sheet.printed;
    page.footer = footer();
    return page;
}

http::Response Frame::show(Sheet sheet, const Asked& asked) const {
    govuk::Page page = page_of(sheet);
    page.content = std::move(sheet.content);
    if (asked.visitor) page.navigation = navigation(sheet, asked);
    return http::page(govuk::render(page).str(), sheet.status);
}

http::Response Frame::show_plain(Sheet sheet) const {
    govuk::Page page = page_of(sheet);
    page.content = std::move(sheet.content);
    return http::page(govuk::render(page).str(), sheet.status);
}

std::vector<const app::Partnership*> registers_of(const Asked& asked) {
    return app::registers_of(*asked.known, asked.person(), today(asked));
}

}  // namespace web
