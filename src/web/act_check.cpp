#include "web/act_check.h"

#include "govuk/button.h"
#include "web/act_drafts.h"
#include "web/action_groups.h"
#include "web/fragments.h"

namespace web {
namespace {

using namespace html;

constexpr std::string_view checked = "_checked";
constexpr std::string_view change = "_change";

Html as_sent(const http::Fields& given) {
    Html fields;
    for (const auto& [name, value] : given) {
        const bool of_form = !name.starts_with("_") || name == control::command || name == control::revision || name == control::post;
        if (of_form && !value.empty()) fields.add(govuk::hidden_field(name, value));
    }
    return fields;
}

Html change_button() {
    return render(govuk::Button{.content = "Change your answers",
                                .kind = govuk::ButtonKind::Secondary,
                                .name = std::string(change),
                                .value = "yes"});
}

}  // namespace

bool is_checked_first(disagreement::Action action) {
    const auto group = group_of(action);
    return group == ActionGroup::MoveOn || group == ActionGroup::Settle || group == ActionGroup::Forms;
}

bool was_checked(const http::Fields& sent) {
    return sent.has(checked);
}

bool is_to_be_changed(const http::Fields& sent) {
    return sent.has(change);
}

Html check_form(const Case& one, const Offered& offered, const ActDraft& draft) {
    const Html typed = typed_in_words(one, act_of(one, offered), draft.given);
    Html content = as_sent(draft.given).add(govuk::hidden_field(checked, "yes"));
    content.add(p("govuk-body")("It is recorded at once, and both sides see it. What is on record stays: it can be corrected, not taken out."));
    content.add(govuk::button_group({submit_button("Record it"), change_button()}));
    Html page = typed.empty() ? p("govuk-body")("You have added nothing to it.") : typed;
    return page.add(form_to(act_path(one, offered.permitted.action, offered.permitted.key, offered.on_behalf), one.asked, content));
}

}  // namespace web
