#include "govuk/casework.h"

#include "govuk/classes.h"
#include "govuk/heading.h"

namespace govuk {

using namespace html;

namespace {

struct StateWords {
    std::string_view css_class;
    std::string_view words;
};

StateWords words_of(StageState state) {
    switch (state) {
        case StageState::Done: return {"app-ladder__stage--done", "Done"};
        case StageState::Current: return {"app-ladder__stage--current", "Current stage"};
        case StageState::Ahead: return {"", "Not started"};
        case StageState::Skipped: return {"app-ladder__stage--done", "Left out"};
    }
    return {};
}

std::string_view class_of(DayKind kind) {
    switch (kind) {
        case DayKind::Start: return "app-day-strip__day--start";
        case DayKind::Counted: return "app-day-strip__day--counted";
        case DayKind::NotCounted: return "app-day-strip__day--not-counted";
        case DayKind::Due: return "app-day-strip__day--due";
    }
    return {};
}

}  // namespace

Html render(const Ladder& ladder) {
    Html stages;
    for (const auto& [title, state, note] : ladder.stages) {
        const auto [css_class, words] = words_of(state);
        Html said = words;
        if (!note.empty()) said.add(". ").add(note);
        stages.add(li(classes_of({"app-ladder__stage", css_class}))
                       .with_some("aria-current", state == StageState::Current ? "step" : "")(
                           title, " ", span("app-ladder__state")(said)));
    }
    return element("ol", "app-ladder").with("aria-label", ladder.label)(stages);
}

Html render(const DayStrip& strip) {
    Html days;
    for (const auto& [date, kind, why] : strip.days) {
        days.add(li(classes_of({"app-day-strip__day", class_of(kind)}))(render(date), " ",
                                                                        span("app-day-strip__why")(why)));
    }
    return element("ol", "app-day-strip").with("aria-label", strip.label)(days);
}

Html render(const SafetyBanner& banner) {
    const std::string_view danger = banner.safety == Safety::Danger ? "app-safety--danger" : "";
    return element("section", classes_of({"app-safety", danger}))
        .with("aria-label", banner.title)(heading(banner.heading_level, "app-safety__title")(banner.title),
                                          banner.content);
}

}  // namespace govuk
