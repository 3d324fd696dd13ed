#include "govuk/timeline.h"

#include "govuk/classes.h"
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
        Html head = heading(timeline.heading_level, "moj-timeline__title")(item.title);
        if (!item.by.empty()) head.add(" ").add(p("moj-timeline__byline")("by ", item.by));
        items.add(div(classes_of({"moj-timeline__item", item.classes}))
                      .with_all(item.attributes)(div("moj-timeline__header")(head),
                                                 p("moj-timeline__date")(render(item.when)),
                                                 div("moj-timeline__description")(item.description)));
    }
    return div(classes_of({"moj-timeline", timeline.classes})).with_all(timeline.attributes)(items);
}

}  // namespace govuk
