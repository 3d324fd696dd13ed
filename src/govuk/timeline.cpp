#include "govuk/timeline.h"

#include "govuk/heading.h"

namespace govuk {

using namespace html;

Html render(const Time& time) {
    if (time.datetime.empty()) return time.text;
    return element("time").with("datetime", time.datetime)(time.text);
}

Html render(const Timeline& timeline) {
    Html items;
    for (const auto& item : timeline.items) {
        Html head = heading(timeline.heading_level, "app-timeline__title")(item.title);
        if (!item.by.empty()) head.add(" ").add(p("app-timeline__byline")("by ", item.by));
        Html body = p("app-timeline__date")(render(item.when));
        if (!item.description.empty()) body.add(div("app-timeline__description")(item.description));
        items.add(li("app-timeline__item")(div("app-timeline__header")(head), body));
    }
    return element("ol", "app-timeline")(items);
}

}  // namespace govuk
