#include "web/router.h"

#include "http/form.h"
#include "http/origin.h"
#include "web/error_pages.h"
#include "web/pages.h"
#include "web/return_path.h"
#include "web/session_cookie.h"

namespace web {
namespace {

using http::Method;

http::Routes<Endpoint> all_routes() {
    http::Routes<Endpoint> routes;
    const auto open = [](PageFunction page) { return Endpoint{Door::Open, page}; };
    const auto closed = [](PageFunction page) { return Endpoint{Door::SignedIn, page}; };
    routes.add(Method::Get, "/", open(home))
        .add(Method::Get, "/sign-in", open(sign_in))
        .add(Method::Post, "/sign-in", open(sign_in_with_password))
        .add(Method::Post, "/sign-in/persona", open(sign_in_as_persona))
        .add(Method::Get, "/sign-out", closed(sign_out))
        .add(Method::Post, "/sign-out", closed(sign_out_now))
        .add(Method::Get, "/signed-out", open(signed_out))
        .add(Method::Get, "/work", closed(your_work))
        .add(Method::Get, "/work/{part}", closed(part_of_work))
        .add(Method::Get, "/find", closed(find_by_reference))
        .add(Method::Get, "/raise", closed(choose_partnership))
        .add(Method::Get, "/raise/{partnership}", closed(before_raising))
        .add(Method::Get, "/raise/{partnership}/questions", closed(raise_questions))
        .add(Method::Post, "/raise/{partnership}/questions", closed(raise_step))
        .add(Method::Get, "/disagreements/{reference}", closed(disagreement_page))
        .add(Method::Get, "/disagreements/{reference}/raised", closed(raised_page))
        .add(Method::Get, "/disagreements/{reference}/identity", closed(identity_question))
        .add(Method::Post, "/disagreements/{reference}/identity", closed(identity_release))
        .add(Method::Get, "/disagreements/{reference}/act/{action}", closed(act_question))
        .add(Method::Post, "/disagreements/{reference}/act/{action}", closed(act_now))
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
    return Visitor{person->id, person->name, *token, session->form_token};
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
    if (endpoint.door == Door::SignedIn && !asked.visitor)
        return http::see_other(sign_in_path(asked.request));
    if (changes) {
        auto form = http::parse_form(asked.request);
        if (!form) return frame_.show(bad_request(form.error().why), asked);
        asked.form = std::move(*form);
        // Signing in has no session yet that a token could belong to: there the origin must do.
        if (endpoint.door == Door::SignedIn && !has_token(asked)) return frame_.show(forbidden(), asked);
    }
    auto answer = endpoint.page(use_, address_, asked);
    if (auto* response = std::get_if<http::Response>(&answer)) return std::move(*response);
    return frame_.show(std::get<Sheet>(answer), asked);
}

}  // namespace web
