#include "web/router.h"

#include "govuk/notice.h"
#include "http/form.h"
#include "http/origin.h"
#include "http/target.h"
#include "web/error_pages.h"
#include "web/pages.h"
#include "web/return_path.h"
#include "web/session_cookie.h"

namespace web {
namespace {

using http::Method;

constexpr std::string_view carried_on = "/carry-on/";

/// Above the form, so that nobody believes that it has been sent.
Sheet with_kept_notice(Sheet sheet) {
    govuk::NotificationBanner banner;
    banner.heading = "This is what you had typed. It has not been sent yet: look at it, then send it again.";
    sheet.content = render(banner).add(sheet.content);
    return sheet;
}

http::Routes<Endpoint> all_routes() {
    http::Routes<Endpoint> routes;
    const auto open = [](PageFunction page) { return Endpoint{Door::Open, page}; };
    const auto closed = [](PageFunction page, PageFunction again = nullptr) {
        return Endpoint{Door::SignedIn, page, again};
    };
    const auto kept = [](PageFunction page) { return Endpoint{Door::SignedIn, page, nullptr, true}; };
    const auto proved = [](PageFunction page, PageFunction again = nullptr) {
        return Endpoint{Door::Proved, page, again};
    };
    routes.add(Method::Get, "/", open(home))
        .add(Method::Get, "/sign-in", open(sign_in))
        .add(Method::Post, "/sign-in", open(sign_in_with_password))
        .add(Method::Get, "/sign-in/code", open(sign_in_code))
        .add(Method::Post, "/sign-in/code", open(sign_in_with_code))
        .add(Method::Post, "/sign-in/persona", open(sign_in_as_persona))
        .add(Method::Get, "/choose-password", open(choose_password))
        .add(Method::Post, "/choose-password", open(choose_password_now))
        .add(Method::Get, "/forgotten-password", open(forgotten_password))
        .add(Method::Get, "/confirm-it-is-you", closed(prove))
        .add(Method::Post, "/confirm-it-is-you", closed(prove_now))
        .add(Method::Get, "/sign-out", closed(sign_out))
        .add(Method::Post, "/sign-out", closed(sign_out_now))
        .add(Method::Get, "/signed-out", open(signed_out))
        .add(Method::Get, "/account", closed(account))
        .add(Method::Get, "/account/password", closed(password_question))
        .add(Method::Post, "/account/password", closed(password_change))
        .add(Method::Get, "/account/second-factor", proved(second_factor))
        .add(Method::Post, "/account/second-factor", proved(second_factor_on))
        .add(Method::Get, "/account/second-factor/off", proved(second_factor_off))
        .add(Method::Post, "/account/second-factor/off", proved(second_factor_off_now))
        .add(Method::Get, "/account/recovery-codes", proved(recovery_codes))
        .add(Method::Post, "/account/recovery-codes", proved(recovery_codes_now))
        .add(Method::Post, "/account/sessions/end", closed(end_session))
        .add(Method::Post, "/account/sessions/end-others", closed(end_other_sessions))
        .add(Method::Get, "/work", kept(your_work))
        .add(Method::Get, "/work/{part}", kept(part_of_work))
        .add(Method::Get, "/find", closed(find_by_reference))
        .add(Method::Get, "/raise", closed(choose_partnership))
        .add(Method::Get, "/raise/{partnership}", closed(before_raising))
        .add(Method::Get, "/raise/{partnership}/questions", closed(raise_questions))
        .add(Method::Post, "/raise/{partnership}/questions", closed(raise_begin, raise_begin_again))
        .add(Method::Get, "/drafts/{draft}", closed(draft_page))
        .add(Method::Get, "/drafts/{draft}/questions", closed(draft_questions))
        .add(Method::Get, "/drafts/{draft}/questions/{step}", closed(draft_question))
        .add(Method::Post, "/drafts/{draft}/questions/{step}", closed(draft_answer, draft_answer_again))
        .add(Method::Get, "/drafts/{draft}/call-999", closed(raise_in_danger))
        .add(Method::Get, "/drafts/{draft}/another-way", closed(raise_elsewhere))
        .add(Method::Get, "/drafts/{draft}/check", closed(raise_check))
        .add(Method::Post, "/drafts/{draft}/check", closed(raise_now))
        .add(Method::Get, "/drafts/{draft}/throw-away", closed(draft_throw_away))
        .add(Method::Post, "/drafts/{draft}/throw-away", closed(draft_throw_away_now))
        .add(Method::Get, "/drafts/{draft}/ask", closed(draft_ask))
        .add(Method::Post, "/drafts/{draft}/ask", closed(draft_ask_now))
        .add(Method::Post, "/drafts/{draft}/take-back", closed(draft_take_back))
        .add(Method::Get, "/looks/{look}", closed(look_at_draft))
        .add(Method::Post, "/looks/{look}", closed(look_comment, look_again))
        .add(Method::Get, "/disagreements/{reference}", kept(disagreement_page))
        .add(Method::Get, "/disagreements/{reference}/for-others", closed(for_others_page))
        .add(Method::Get, "/disagreements/{reference}/raised", closed(raised_page))
        .add(Method::Get, "/disagreements/{reference}/record.pdf", closed(disagreement_record))
        .add(Method::Get, "/disagreements/{reference}/identity", proved(identity_question))
        .add(Method::Post, "/disagreements/{reference}/identity", proved(identity_release, identity_again))
        .add(Method::Get, "/disagreements/{reference}/act/{action}", closed(act_question))
        .add(Method::Post, "/disagreements/{reference}/act/{action}", closed(act_now, act_again))
        .add(Method::Get, "/policies", closed(policies))
        .add(Method::Get, "/policies/{partnership}", closed(policy_page))
        .add(Method::Get, "/policies/{partnership}/diagram.svg", closed(policy_diagram))
        .add(Method::Get, "/register", closed(registers))
        .add(Method::Get, "/register/{partnership}", closed(register_page))
        .add(Method::Get, "/help", open(help))
        .add(Method::Get, "/accessibility", open(accessibility))
        .add(Method::Get, "/privacy", open(privacy))
        .add(Method::Get, "/cookies", open(cookies));
    return routes;
}

}  // namespace

Router::Router(const UseCases& use, const http::Assets& assets, Address address, Readiness is_ready)
    : use_(use),
      assets_(assets),
      address_(std::move(address)),
      is_ready_(std::move(is_ready)),
      frame_(assets_),
      routes_(all_routes()) {}

std::optional<Visitor> Router::visitor_of(const http::Request& request, const app::Snapshot& known) const {
    const auto* token = request.cookies.find(session_cookie_name(address_.exposure));
    if (!token) return std::nullopt;
    const auto session = use_.sessions.find(*token);
    const auto* person = session ? known.find_person(session->person) : nullptr;
    if (!person) return std::nullopt;
    return Visitor{person->id, person->name, *token, session->form_token, use_.sessions.is_fresh(*session)};
}

http::Response Router::health(const http::Request& request) const {
    const bool fine = request.path == "/health/live" || is_ready_();
    return http::text(fine ? "ok\n" : "not ready\n", fine ? 200 : 503);
}

http::Response Router::answer(const http::Request& request) const {
    if (const auto asset = assets_.answer(request)) return *asset;
    if (request.path == "/health/live" || request.path == "/health/ready") return health(request);

    Asked asked{.request = request,
                .parameters = {},
                .form = {},
                .visitor = {},
                .known = use_.installation.now(),
                .now = use_.clock.now()};
    asked.visitor = visitor_of(request, *asked.known);
    if (request.path.starts_with(carried_on)) return carry_on(asked, request.path.substr(carried_on.size()));
    const auto found = routes_.find(request.method, request.path);
    if (std::holds_alternative<http::NoSuchPath>(found)) return frame_.show(page_not_found(), asked);
    if (const auto* wrong = std::get_if<http::WrongMethod>(&found)) {
        return frame_.show(wrong_method(), asked).with("Allow", wrong->allow);
    }
    const auto& [endpoint, parameters] = std::get<http::Routes<Endpoint>::Found>(found);
    asked.parameters = parameters;
    return answer_page(*endpoint, std::move(asked));
}

bool Router::has_token(const Asked& asked) const {
    return use_.sessions.is_form_token(asked.visitor->session_token,
                                       std::string(asked.form.get(control::token)));
}

http::Response Router::answer_page(const Endpoint& endpoint, Asked asked) const {
    const bool changes = !http::is_safe(asked.request.method);
    if (changes && !http::is_same_origin(asked.request, address_.origin))
        return frame_.show(forbidden(), asked);
    if (changes) {
        auto form = http::parse_form(asked.request);
        if (!form) return frame_.show(bad_request(form.error().why), asked);
        asked.form = std::move(*form);
    }
    if (endpoint.door != Door::Open) {
        if (!asked.visitor) return ask_to_sign_in(endpoint, asked);
        // Signing in has no session yet that a token could belong to: there the origin must do.
        if (changes && !has_token(asked)) return from_another_session(endpoint, asked);
    }
    if (endpoint.door == Door::Proved && !asked.visitor->proved_lately) return ask_to_prove(endpoint, asked);
    if (endpoint.kept && asked.request.method == Method::Get) return show_kept(endpoint, asked);
    auto answer = endpoint.page(use_, address_, asked);
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    return frame_.show(std::get<Sheet>(std::move(answer)), asked);
}

/// Who looks again sees what they saw, as long as it is what they would see; and that they looked is noted each time.
http::Response Router::show_kept(const Endpoint& endpoint, const Asked& asked) const {
    const Basis basis = basis_of(use_, asked);  // before the page is made: what changes meanwhile makes it old
    if (const auto kept = pages_.find(basis)) {
        if (kept->read) use_.reading.note_again(*kept->read);
        return kept->response;
    }
    auto answer = endpoint.page(use_, address_, asked);
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    auto sheet = std::get<Sheet>(std::move(answer));
    const auto read = sheet.read;
    auto response = frame_.show(std::move(sheet), asked);
    if (response.status == 200) pages_.keep({basis, response, read});
    return response;
}

void Router::forget_old_pages() const {
    pages_.forget_before(minute_of(use_.clock.now()));
}

std::string Router::keep(const app::PersonId& person, const Asked& asked) const {
    app::KeptForm form{asked.request.target, {}};
    for (const auto& [name, value] : asked.form) {
        if (name != control::token) form.fields.emplace_back(name, value);
    }
    return std::string(carried_on) + use_.kept_forms.keep(person, form);
}

/// A form of ours that was opened before this session began, in another window say: shown again as it was typed, and
/// nothing is done. Where it cannot be, it is refused.
http::Response Router::from_another_session(const Endpoint& endpoint, const Asked& asked) const {
    if (!endpoint.again) return frame_.show(forbidden(), asked);
    if (endpoint.door == Door::Proved && !asked.visitor->proved_lately) return ask_to_prove(endpoint, asked);
    auto answer = endpoint.again(use_, address_, asked);
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    auto sheet = with_kept_notice(std::get<Sheet>(std::move(answer)));
    sheet.status = 403;
    return frame_.show(std::move(sheet), asked);
}

/// Where a form was sent to need not be a page.
std::string Router::way_back_to(const http::Request& request) const {
    const auto page = routes_.find(Method::Get, request.path);
    return std::holds_alternative<http::Routes<Endpoint>::Found>(page) ? request.target : "/work";
}

http::Response Router::ask_to_sign_in(const Endpoint& endpoint, const Asked& asked) const {
    const auto* token = asked.request.cookies.find(session_cookie_name(address_.exposure));
    const auto late = token && endpoint.again
                          ? use_.sessions.find_late(*token, std::string(asked.form.get(control::token)))
                          : std::nullopt;
    return http::see_other(sign_in_path(late ? keep(*late, asked) : way_back_to(asked.request)));
}

http::Response Router::ask_to_prove(const Endpoint& endpoint, const Asked& asked) const {
    const bool kept = endpoint.again && !http::is_safe(asked.request.method);
    const std::string then = kept ? keep(asked.person(), asked) : way_back_to(asked.request);
    return http::see_other("/confirm-it-is-you?then=" + http::percent_encoded(then));
}

/// The form again as it was sent, as if its page had answered; nothing is done before it is sent again.
http::Response Router::carry_on(const Asked& asked, const std::string& id) const {
    if (asked.request.method != Method::Get) return frame_.show(wrong_method(), asked).with("Allow", "GET");
    if (!asked.visitor) return http::see_other(sign_in_path(asked.request.target));
    const auto kept = use_.kept_forms.find(asked.person(), id);
    const auto target = http::parse_target(kept ? kept->target : "");
    if (!kept || !target) return http::see_other("/work");
    http::Request sent = asked.request;
    sent.target = kept->target;
    sent.path = target->path;
    sent.query = target->query;
    const auto found = routes_.find(Method::Post, sent.path);
    const auto* route = std::get_if<http::Routes<Endpoint>::Found>(&found);
    if (!route || !route->endpoint->again) return http::see_other("/work");
    if (route->endpoint->door == Door::Proved && !asked.visitor->proved_lately)
        return ask_to_prove(Endpoint{}, asked);
    Asked again{.request = sent,
                .parameters = route->parameters,
                .form = {},
                .visitor = asked.visitor,
                .known = asked.known,
                .now = asked.now};
    for (const auto& [name, value] : kept->fields) again.form.add(name, value);
    auto answer = route->endpoint->again(use_, address_, again);
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    return frame_.show(with_kept_notice(std::get<Sheet>(std::move(answer))), again);
}

}  // namespace web
