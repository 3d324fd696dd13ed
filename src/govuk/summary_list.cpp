#include "govuk/summary_list.h"

#include <algorithm>

#include "govuk/classes.h"
#include "govuk/heading.h"

namespace govuk {

using namespace html;

namespace {

Html render_action(const Action& action, const Html& card_title) {
    Html heard;
    if (!action.said_after.empty()) heard.add(" ").add(action.said_after);
    if (!card_title.empty()) heard.add(" (").add(card_title).add(")");
    const auto unseen = heard.empty() ? Html{} : span("govuk-visually-hidden")(heard);
    return a(action.href, classes_of({"govuk-link", action.classes}))
        .with_all(action.attributes)(action.content, unseen);
}

/// One action stands alone, several are a list.
Html render_actions(const std::vector<Action>& actions, const Html& card_title, std::string_view item_class) {
    if (actions.size() == 1) return render_action(actions.front(), card_title);
    Html items;
    for (const auto& action : actions) items.add(li(item_class)(render_action(action, card_title)));
    return items;
}

Html render_row(const SummaryRow& row, const Html& card_title, std::string_view row_mark) {
    const auto key = element("dt", classes_of({"govuk-summary-list__key", row.key_classes}))(row.key);
    const auto value = element("dd", classes_of({"govuk-summary-list__value", row.value_classes}))(row.value);
    Html actions;
    if (!row.actions.empty()) {
        const auto links = render_actions(row.actions, card_title, "govuk-summary-list__actions-list-item");
        actions = element("dd", classes_of({"govuk-summary-list__actions", row.actions_classes}))(
            row.actions.size() == 1 ? links : ul("govuk-summary-list__actions-list")(links));
    }
    return div(classes_of({"govuk-summary-list__row", row_mark, row.classes}))(key, value, actions);
}

Html render_card(const SummaryCard& card, const Html& list) {
    Html head;
    if (!card.title.empty()) {
        const auto classes = classes_of({"govuk-summary-card__title", card.title_classes});
        head.add(heading(card.heading_level, classes)(card.title));
    }
    if (!card.actions.empty()) {
        const auto links = render_actions(card.actions, card.title, "govuk-summary-card__action");
        const auto classes = classes_of({"govuk-summary-card__actions", card.actions_classes});
        head.add(card.actions.size() == 1 ? div(classes)(links) : ul(classes)(links));
    }
    return div(classes_of({"govuk-summary-card", card.classes}))
        .with_all(card.attributes)(div("govuk-summary-card__title-wrapper")(head),
                                   div("govuk-summary-card__content")(list));
}

}  // namespace

Html render(const SummaryList& list) {
    const bool any_actions =
        std::any_of(list.rows.begin(), list.rows.end(), [](const auto& row) { return !row.actions.empty(); });
    const Html card_title = list.card ? list.card->title : Html{};
    Html rows;
    for (const auto& row : list.rows) {
        const bool alone = any_actions && row.actions.empty();
        rows.add(render_row(row, card_title, alone ? "govuk-summary-list__row--no-actions" : ""));
    }
    const auto whole =
        element("dl", classes_of({"govuk-summary-list", list.classes})).with_all(list.attributes)(rows);
    return list.card ? render_card(*list.card, whole) : whole;
}

}  // namespace govuk
