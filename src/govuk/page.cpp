#include "govuk/page.h"

#include "govuk/header.h"

namespace govuk {

using namespace html;

namespace {

constexpr std::string_view brand_colour = "#00594f";

Html render_head(const Page& page) {
    const std::string error = page.answers == Answers::WithErrors ? "Error: " : "";
    const auto& [style_sheet, script, icon] = page.assets;
    Html head;
    head.add(element("meta").with("charset", "utf-8")())
        .add(element("title")(error, page.title, page.title.empty() ? "" : " - ", page.service_name))
        .add(element("meta")
                 .with("name", "viewport")
                 .with("content", "width=device-width, initial-scale=1, viewport-fit=cover")())
        .add(element("meta").with("name", "theme-color").with("content", brand_colour)())
        .add(element("meta").with("name", "robots").with("content", "noindex, nofollow")());
    if (!icon.empty()) {
        head.add(element("link")
                     .with("rel", "icon")
                     .with("sizes", "any")
                     .with("href", icon)
                     .with("type", "image/svg+xml")());
    }
    if (!style_sheet.empty()) head.add(element("link").with("rel", "stylesheet").with("href", style_sheet)());
    return element("head")(head);
}

Html render_header(const Page& page) {
    Html header = render(GenericHeader{.logo = page.service_name, .url = page.home_url});
    if (page.navigation) header.add(render(*page.navigation));
    if (page.phase_banner) header.add(render(*page.phase_banner));
    return element("header", "govuk-template__header")(header);
}

Html render_way_back(const Page& page) {
    if (const auto* link = std::get_if<BackLink>(&page.way_back)) return render(*link);
    if (const auto* breadcrumbs = std::get_if<Breadcrumbs>(&page.way_back)) return render(*breadcrumbs);
    return {};
}

Html render_main(const Page& page) {
    const auto column =
        page.width == Width::TwoThirds ? div("govuk-grid-column-two-thirds") : div("govuk-grid-column-full");
    const auto printed = page.printed.empty() ? Html{} : p("govuk-body app-printed")(page.printed);
    return element("main", "govuk-main-wrapper")
        .with("id", "main-content")(div("govuk-grid-row")(column(page.content)), printed);
}

Html render_footer(const Footer& footer) {
    Html links;
    for (const auto& [href, text] : footer.links)
        links.add(li()(a(href, "govuk-link govuk-link--text-colour")(text)));
    Html inner;
    if (!links.empty()) {
        inner.add(h2("govuk-visually-hidden")("Support links")).add(ul("app-footer__list")(links));
    }
    if (!footer.text.empty()) inner.add(p("app-footer__text")(footer.text));
    return element("footer",
                   "govuk-template__footer")(div("app-footer")(div("govuk-width-container")(inner)));
}

}  // namespace

Html scripts_may_run() {
    return script(
        "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? "
        "' govuk-frontend-supported' : '');");
}

Html render(const Page& page) {
    const auto container = div("govuk-width-container")(render_way_back(page), render_main(page));
    const auto loaded = page.assets.script.empty()
                            ? Html{}
                            : element("script").with("type", "module").with("src", page.assets.script)();
    const auto body =
        element("body", "govuk-template__body")(scripts_may_run(), render(SkipLink{}), render_header(page),
                                                container, render_footer(page.footer), loaded);
    return document(element("html", "govuk-template").with("lang", "en")(render_head(page), body));
}

}  // namespace govuk
