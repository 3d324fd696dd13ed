// Somebody's own account: who they are here, how they get in, and where they are signed in.
#include <algorithm>

#include "govuk/button.h"
#include "govuk/notice.h"
#include "govuk/summary_list.h"
#include "web/account_form.h"
#include "web/columns.h"
#include "web/error_pages.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

constexpr std::size_t changes_shown = 10;

Html posts_in_words(const Asked& asked) {
    Html lines;
    for (const auto& [key, partnership] : asked.known->partnerships) {
        for (const auto& [id, capacity] : app::held_by(*asked.known, asked.person(), today(asked))) {
            if (!partnership.directory.find_post(id)) continue;
            const std::string post = in_words(partnership.directory, id);
            lines.add(li()(capacity == disagreement::Capacity::Deputy ? post + ", as deputy" : post));
        }
    }
    if (lines.empty()) return "None";
    return ul("govuk-list govuk-!-margin-bottom-0")(lines);
}

govuk::SummaryRow row(const std::string& key, const Html& value, std::vector<govuk::Action> actions = {}) {
    govuk::SummaryRow made;
    made.key = key;
    made.value = value;
    made.actions = std::move(actions);
    return made;
}

govuk::Action way_to(const std::string& href, const std::string& text, const std::string& said_after) {
    govuk::Action action;
    action.href = href;
    action.content = text;
    action.said_after = said_after;
    return action;
}

govuk::SummaryRow password_row(const app::Access& access) {
    if (!access.has_password) return row("Password", "None: ask the administrator for a link to choose one");
    return row("Password", "Set", {way_to("/account/password", "Change", "your password")});
}

Html second_factor_in_words(const app::Access& access) {
    if (!access.has_second_factor) return "Off. Anybody who knows your password can sign in as you.";
    const std::string left = counted(access.recovery_codes_left, "recovery code") + " left";
    return "On: a code from your app is asked for. " + left + ".";
}

govuk::SummaryRow second_factor_row(const app::Access& access) {
    std::vector<govuk::Action> actions;
    if (access.has_second_factor) {
        actions.push_back(way_to("/account/recovery-codes", "New codes", "for recovery"));
        actions.push_back(way_to("/account/second-factor/off", "Turn off", "the second factor"));
    } else if (access.has_password) {
        actions.push_back(way_to("/account/second-factor", "Turn on", "the second factor"));
    }
    return row("Second factor", second_factor_in_words(access), std::move(actions));
}

Html session_in_words(const app::SessionInList& session) {
    Html what = strong()(capitalised(session.device.empty() ? "a browser" : session.device));
    what.add(element("br")());
    if (session.current) return what.add("This session");
    what.add("Last used ").add(render(time_of(session.seen, home_zone)));
    return what.add(session.same_network ? ", on the network that you use now" : ", on another network");
}

Html end_button(const Asked& asked, const app::SessionInList& session) {
    govuk::Button button;
    button.content = Html("End").add(span("govuk-visually-hidden")(" the session of " + session.device));
    button.kind = govuk::ButtonKind::Secondary;
    button.classes = "govuk-!-margin-bottom-0";
    Html form = govuk::hidden_field("session", session.id);
    return form_to("/account/sessions/end", asked, form.add(render(button)));
}

Html sessions_section(const Asked& asked, const std::vector<app::SessionInList>& sessions) {
    Html section = h2("govuk-heading-m")("Where you are signed in");
    std::vector<Html> rows;
    for (const auto& session : sessions) {
        const Html since = Html("Signed in ").add(render(time_of(session.signed_in, home_zone)));
        rows.push_back(
            row_in_columns({session_in_words(session), since, session.current ? Html{} : end_button(asked, session)}));
    }
    section.add(list_in_columns(rows));
    if (sessions.size() > 1) {
        govuk::Button button;
        button.content = "End all other sessions";
        button.kind = govuk::ButtonKind::Secondary;
        section.add(form_to("/account/sessions/end-others", asked, render(button)));
    }
    return section;
}

std::string change_in_words(app::AccessChange change) {
    switch (change) {
        case app::AccessChange::Invited: return "Invited";
        case app::AccessChange::ResetOffered: return "A link for a new password was made";
        case app::AccessChange::PasswordChosen: return "Password chosen by a link";
        case app::AccessChange::PasswordChanged: return "Password changed";
        case app::AccessChange::SecondFactorOn: return "Second factor turned on";
        case app::AccessChange::SecondFactorOff: return "Second factor turned off";
        case app::AccessChange::RecoveryCodesMade: return "New recovery codes";
        case app::AccessChange::RecoveryCodeUsed: return "Signed in with a recovery code";
        case app::AccessChange::SessionsEnded: return "Signed out everywhere";
    }
    return {};
}

Html changes_section(const Asked& asked, const std::vector<app::AccessChanged>& changes) {
    if (changes.empty()) return {};
    Html section = h2("govuk-heading-m")("What happened to your account");
    section.add(p("govuk-body")("If there is something here that you do not know of, change your password and tell "
                                "the administrator."));
    Html lines;
    for (std::size_t i = 0; i < std::min(changes.size(), changes_shown); ++i) {
        const auto& [made, person, change] = changes[i];
        Html line = change_in_words(change);
        if (made.by != asked.person()) line.add(", by an administrator");
        lines.add(li()(line.add(", ").add(render(time_of(made.at, home_zone)))));
    }
    return section.add(ul("govuk-list govuk-list--bullet")(lines));
}

std::string done_in_words(std::string_view done) {
    if (done == "password") return "Your password has been changed, and your other sessions have been ended";
    if (done == "second-factor") return "Your second factor is on";
    if (done == "second-factor-off") return "Your second factor is off";
    if (done == "session") return "The session has been ended";
    if (done == "sessions") return "All other sessions have been ended";
    return {};
}

}  // namespace

Answer account(const UseCases& use, const Address&, const Asked& asked) {
    const auto* person = asked.known->find_person(asked.person());
    const auto access = use.own_account.access(asked.person());
    Sheet sheet{.title = "Your account", .section = Section::Account, .width = govuk::Width::Full};
    const std::string done = done_in_words(asked.request.query.get("done"));
    if (!done.empty()) {
        govuk::NotificationBanner banner;
        banner.heading = done;
        banner.kind = govuk::BannerKind::Success;
        sheet.content.add(render(banner));
    }
    sheet.content.add(h1("govuk-heading-l")("Your account"));
    govuk::SummaryList list;
    list.rows = {row("Name", person->name), row("E-mail address", person->email), row("Posts", posts_in_words(asked)),
                 password_row(access), second_factor_row(access)};
    sheet.content.add(render(list));
    sheet.content.add(
        sessions_section(asked, use.sessions.list(asked.person(), asked.visitor->session_token)));
    sheet.content.add(changes_section(asked, use.own_account.history(asked.person())));
    return sheet;
}

Answer end_session(const UseCases& use, const Address&, const Asked& asked) {
    use.sessions.end_one(asked.person(), std::string(asked.form.get("session")));
    return http::see_other("/account?done=session");
}

Answer end_other_sessions(const UseCases& use, const Address&, const Asked& asked) {
    use.sessions.end_others(asked.person(), asked.visitor->session_token);
    return http::see_other("/account?done=sessions");
}

}  // namespace web
