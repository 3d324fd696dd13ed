#include "govuk/page.h"

#include <doctest/doctest.h>

#include "govuk/button.h"
#include "govuk/casework.h"
#include "govuk/input.h"

using namespace govuk;

namespace {

bool contains(const html::Html& page, std::string_view text) {
    return page.str().find(text) != std::string::npos;
}

std::size_t place_of(const html::Html& page, std::string_view text) {
    return page.str().find(text);
}

Page some_page() {
    Page page;
    page.title = "Your disagreements";
    page.assets = {"/assets/1/app.css", "/assets/1/init.js", "/assets/1/favicon.svg"};
    page.navigation =
        ServiceNavigation{.items = {{"Disagreements", "/", Here::Page}, {"Register", "/register"}}};
    page.way_back = BackLink{.href = "/"};
    page.content = html::h1("govuk-heading-l")("Your disagreements");
    page.footer = {{{"/accessibility", "Accessibility statement"}},
                   "Medway Safeguarding Children Partnership"};
    return page;
}

}  // namespace

TEST_CASE("a page has its parts in the order in which they are read") {
    const auto page = render(some_page());
    std::size_t last = 0;
    for (const auto* part :
         {"<!DOCTYPE html>", "<html class=\"govuk-template\" lang=\"en\">",
          "<title>Your disagreements - Concordat</title>", "/assets/1/app.css",
          "<body class=\"govuk-template__body\"><script>", "govuk-skip-link",
          "<header class=\"govuk-template__header\">", "govuk-generic-header", "govuk-service-navigation",
          "</header>", "govuk-back-link", "<main class=\"govuk-main-wrapper\" id=\"main-content\">", "<h1",
          "</main>", "<footer", "Accessibility statement", "/assets/1/init.js", "</html>"}) {
        CAPTURE(part);
        const auto at = place_of(page, part);
        CHECK(at != std::string::npos);
        CHECK(at >= last);
        last = at;
    }
    for (const auto* theirs : {"crown", "crest", "GOV.UK", "GDS"}) CHECK_FALSE(contains(page, theirs));
}

TEST_CASE("who hears the page is told of errors first") {
    auto page = some_page();
    page.answers = Answers::WithErrors;
    CHECK(contains(render(page), "<title>Error: Your disagreements - Concordat</title>"));
}

TEST_CASE("the script in the page is the one whose hash the security policy names") {
    // sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=
    CHECK(scripts_may_run().str() ==
          "<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? "
          "' govuk-frontend-supported' : '');</script>");
    CHECK(contains(render(some_page()), scripts_may_run().str()));
}

TEST_CASE("an answer that begins with a line break keeps it") {
    const auto box =
        render(Textarea{.field = {.name = "why", .label = {.content = "Why"}}, .value = "\nbecause"});
    CHECK(contains(box, ">\n\nbecause</textarea>"));
}

TEST_CASE("a button can be a whole form that sends what it is given") {
    const ButtonForm form{"/disagreements/K7QX/actions/withdraw",
                          {.content = "Withdraw", .kind = ButtonKind::Warning},
                          {{"token", "\"x\""}}};
    CHECK(render(form).str() ==
          "<form method=\"post\" action=\"/disagreements/K7QX/actions/withdraw\" novalidate>"
          "<input type=\"hidden\" name=\"token\" value=\"&quot;x&quot;\">"
          "<button class=\"govuk-button govuk-button--warning\" type=\"submit\" "
          "data-module=\"govuk-button\">Withdraw</button></form>");
}

TEST_CASE("buttons and links that belong together stand in a group") {
    CHECK(button_group({render(Button{.content = "Save"}), html::a("/")("Cancel")}).str() ==
          "<div class=\"govuk-button-group\"><button class=\"govuk-button\" type=\"submit\" "
          "data-module=\"govuk-button\">Save</button><a href=\"/\">Cancel</a></div>");
}

TEST_CASE("a timeline says what, by whom and when, and what was typed stays text") {
    const auto timeline = render(Timeline{
        {{"Escalated", "Named nurse", {"4 June 2026 at 9:32am", "2026-06-04T09:32:00+01:00"}, "<b>No</b>"}}});
    CHECK(timeline.str() ==
          "<div class=\"moj-timeline\"><div class=\"moj-timeline__item\"><div class=\"moj-timeline__header\">"
          "<h3 class=\"moj-timeline__title\">Escalated</h3> <p class=\"moj-timeline__byline\">by Named "
          "nurse</p></div>"
          "<p class=\"moj-timeline__date\"><time datetime=\"2026-06-04T09:32:00+01:00\">4 June 2026 at "
          "9:32am</time></p>"
          "<div class=\"moj-timeline__description\">&lt;b&gt;No&lt;/b&gt;</div></div></div>");
}

TEST_CASE("stages and days say in words what their colours say") {
    const auto ladder = render(Ladder{{{"Practitioners", StageState::Done},
                                       {"Managers", StageState::Current, "Due Thursday"},
                                       {"Directors"}}});
    for (const auto* words : {"Done", "Current stage. Due Thursday", "Not started", "aria-current=\"step\""})
        CHECK(contains(ladder, words));

    const auto strip = render(DayStrip{{{{"Fri 25 Dec", "2026-12-25"}, DayKind::NotCounted, "Christmas Day"},
                                        {{"Tue 29 Dec", "2026-12-29"}, DayKind::Due, "day 1, due"}}});
    for (const auto* words : {"Christmas Day", "day 1, due", "datetime=\"2026-12-25\""})
        CHECK(contains(strip, words));
}

TEST_CASE("the banner of the child's safety is a landmark of its own") {
    const auto banner = render(SafetyBanner{"Is the child in immediate danger?",
                                            html::p("app-safety__text")("Call 999."), Safety::Danger});
    CHECK(
        banner.str().starts_with("<section class=\"app-safety app-safety--danger\" aria-label=\"Is the child "
                                 "in immediate danger?\"><h2"));
}
