#include <doctest/doctest.h>

#include "govuk/canonical.h"
#include "govuk/fixture_sets.h"
#include "govuk/page.h"

namespace {

using fixtures::Options;

govuk::ServiceNavigation page_navigation_of(const Options& options) {
    govuk::ServiceNavigation navigation;
    for (const auto& item : options.list("navigation")) {
        const auto here = item.flag("current") ? govuk::Here::Page : govuk::Here::No;
        navigation.items.push_back({item.content(), item.text("href"), here, {}});
    }
    return navigation;
}

govuk::Breadcrumbs page_breadcrumbs_of(const Options& options) {
    govuk::Breadcrumbs breadcrumbs;
    for (const auto& item : options.list("items")) {
        breadcrumbs.items.push_back({item.content(), item.text("href"), {}});
    }
    return breadcrumbs;
}

void read_way_back(govuk::Page& page, const Options& options) {
    if (const auto link = options.child("backLink"))
        page.way_back = govuk::BackLink{.href = link->text("href"), .content = link->content()};
    if (const auto breadcrumbs = options.child("breadcrumbs"))
        page.way_back = page_breadcrumbs_of(*breadcrumbs);
}

html::Html render_page(const Options& options) {
    govuk::Page page;
    page.title = options.text("title");
    page.service_name = options.text("service");
    page.home_url = options.text("home");
    page.answers = options.flag("errors") ? govuk::Answers::WithErrors : govuk::Answers::Fine;
    page.assets = {options.text("styleSheet"), options.text("script"), options.text("icon")};
    if (const auto navigation = options.child("navigation"))
        page.navigation = page_navigation_of(*navigation);
    if (const auto banner = options.child("phaseBanner")) {
        page.phase_banner = govuk::PhaseBanner{.content = banner->content()};
        page.phase_banner->tag.content = banner->content_of("tag");
    }
    read_way_back(page, options);
    page.content = options.markup("content");
    page.width = options.flag("full") ? govuk::Width::Full : govuk::Width::TwoThirds;
    for (const auto& link : options.list("links"))
        page.footer.links.push_back({link.text("href"), link.text("text")});
    page.footer.text = options.text("footer");
    page.printed = options.text("printed");
    return render(page);
}

}  // namespace

TEST_CASE("a whole page is what the page template of GOV.UK Frontend makes of the same parts") {
    const auto pages = fixtures::golden_pages();
    CHECK(pages.size() >= 5);
    for (const auto& page : pages) {
        CAPTURE(page.name);
        const auto made = fixtures::made_of(render_page, page);
        CHECK(canonical::text_of(made.tokens()) == canonical::text_of(canonical::tokens(page.html)));
        CHECK(canonical::text_of(made.lines()) == canonical::text_of(canonical::lines(page.html)));
    }
}
