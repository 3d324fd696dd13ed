#include "govuk/fixture_components.h"
#include "govuk/header.h"
#include "govuk/navigation.h"
#include "govuk/pagination.h"
#include "govuk/service_navigation.h"

namespace fixtures {

namespace {

using namespace govuk;

Html render_back_link(const Options& options) {
    BackLink link;
    if (!options.text("href").empty()) link.href = options.text("href");
    if (const auto content = options.content(); !content.empty()) link.content = content;
    link.classes = options.text("classes");
    link.attributes = options.attributes();
    return render(link);
}

Html render_skip_link(const Options& options) {
    SkipLink link;
    link.href = options.text("href").empty() ? "#content" : options.text("href");
    link.content = options.content();
    link.classes = options.text("classes");
    link.attributes = options.attributes();
    return render(link);
}

Html render_breadcrumbs(const Options& options) {
    Breadcrumbs breadcrumbs;
    for (const auto& item : options.list("items")) {
        breadcrumbs.items.push_back({item.content(), item.text("href"), item.attributes()});
    }
    breadcrumbs.collapses_on_mobile = options.flag("collapseOnMobile");
    if (options.has("labelText")) breadcrumbs.label = options.text("labelText");
    breadcrumbs.classes = options.text("classes");
    breadcrumbs.attributes = options.attributes();
    return render(breadcrumbs);
}

NavigationItem navigation_item_of(const Options& options) {
    const Here here = options.flag("current") ? Here::Page : Here::No;
    const bool below = options.flag("active") && here == Here::No;
    return {options.content(), options.text("href"), below ? Here::Below : here, options.attributes()};
}

void read_slots(ServiceNavigation& navigation, const Options& slots) {
    navigation.slots.start = slots.markup("start");
    navigation.slots.list_start = slots.markup("navigationStart");
    navigation.slots.list_end = slots.markup("navigationEnd");
    if (!slots.is_object("end")) {
        navigation.end = slots.markup("end");
        return;
    }
    const auto end = slots.child("end");
    navigation.end = end->content();
    navigation.end_in_line = end->text("align") == "inline";
}

Html render_service_navigation(const Options& options) {
    ServiceNavigation navigation;
    navigation.service_name = options.text("serviceName");
    navigation.service_url = options.text("serviceUrl");
    for (const auto& item : options.list("navigation")) navigation.items.push_back(navigation_item_of(item));
    if (const auto slots = options.child("slots")) read_slots(navigation, *slots);
    if (options.has("ariaLabel")) navigation.landmark = options.text("ariaLabel");
    navigation.label = options.text("navigationLabel");
    if (options.has("menuButtonText")) navigation.menu = options.text("menuButtonText");
    navigation.menu_label = options.text("menuButtonLabel");
    if (options.has("navigationId")) navigation.list_id = options.text("navigationId");
    navigation.list_classes = options.text("navigationClasses");
    if (const auto collapses = options.answer("collapseNavigationOnMobile"))
        navigation.collapse = *collapses ? Collapse::Always : Collapse::Never;
    navigation.classes = options.text("classes");
    navigation.attributes = options.attributes();
    return render(navigation);
}

Html render_generic_header(const Options& options) {
    GenericHeader header;
    header.logo = options.content("logoHtml", "logoText");
    if (options.has("url")) header.url = options.text("url");
    if (options.has("containerClasses")) header.container_classes = options.text("containerClasses");
    header.classes = options.text("classes");
    header.attributes = options.attributes();
    return render(header);
}

std::optional<PageTurn> turn_of(const std::optional<Options>& options) {
    if (!options || options->text("href").empty()) return std::nullopt;
    return PageTurn{options->text("href"), options->content(), options->text("labelText"),
                    options->attributes()};
}

Html render_pagination(const Options& options) {
    Pagination pagination;
    pagination.previous = turn_of(options.child("previous"));
    pagination.next = turn_of(options.child("next"));
    for (const auto& item : options.list("items")) {
        if (item.flag("ellipsis")) {
            pagination.pages.emplace_back(Gap{});
        } else {
            pagination.pages.emplace_back(PageNumber{item.text("number"), item.text("href"),
                                                     item.flag("current"), item.text("visuallyHiddenText"),
                                                     item.attributes()});
        }
    }
    if (options.has("landmarkLabel")) pagination.label = options.text("landmarkLabel");
    pagination.classes = options.text("classes");
    pagination.attributes = options.attributes();
    return render(pagination);
}

}  // namespace

std::map<std::string, Renderer> navigation_renderers() {
    return {
        {"back-link", render_back_link},
        {"breadcrumbs", render_breadcrumbs},
        {"generic-header", render_generic_header},
        {"pagination", render_pagination},
        {"service-navigation", render_service_navigation},
        {"skip-link", render_skip_link},
    };
}

std::map<std::string, Renderer> renderers() {
    std::map<std::string, Renderer> all;
    for (auto some : {field_renderers(), choice_renderers(), block_renderers(), list_renderers(),
                      navigation_renderers()}) {
        all.merge(some);
    }
    return all;
}

}  // namespace fixtures
