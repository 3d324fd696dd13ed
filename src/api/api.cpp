#include "api/api.h"

#include "api/reply.h"
#include "api/routes.h"
#include "base/text.h"

namespace api {
namespace {

http::Response not_signed_in(const std::string& why, const std::string& challenge) {
    return reply({.status = 401, .rule = "token_missing", .why = why, .errors = {{"Authorization", why}}})
        .with("WWW-Authenticate", challenge);
}

http::Response not_for_this(app::Scope scope) {
    const auto word = app::to_word(scope);
    const std::string why = "the token is not for this: it needs the scope '" + word + "'";
    return reply(
               {.status = 403, .rule = "scope_missing", .why = why, .errors = {{"Authorization", why}}})
        .with("WWW-Authenticate",
              "Bearer realm=\"concordat\", error=\"insufficient_scope\", scope=\"" + word + "\"");
}

/// What follows "Bearer"; empty where the header is not there, or there twice.
std::string bearer(const http::Request& request) {
    const auto given = request.headers.all("authorization");
    constexpr std::size_t scheme = 7;
    if (given.size() != 1 || given.front().size() <= scheme) return {};
    const bool bearer = base::lower(std::string_view(given.front()).substr(0, scheme)) == "bearer ";
    return bearer ? base::trimmed(std::string_view(given.front()).substr(scheme)) : std::string{};
}

}  // namespace

Api::Api(UseCases use) : use_(std::move(use)) {
    for (const auto& route : routes()) routes_.add(route.method, std::string(route.pattern), &route);
}

bool Api::owns(std::string_view path) {
    return path.starts_with("/api/") || path == "/api" || path.starts_with("/calendar/") || path == "/metrics";
}

http::Response Api::answer(const http::Request& request) const {
    const auto found = routes_.find(request.method, request.path);
    if (std::holds_alternative<http::NoSuchPath>(found)) return reply(not_there("there is no such address"));
    if (const auto* wrong = std::get_if<http::WrongMethod>(&found)) {
        return reply({.status = 405, .rule = "wrong_method", .why = "this address is not answered so"})
            .with("Allow", wrong->allow);
    }
    const auto& [route, parameters] = std::get<http::Routes<const Route*>::Found>(found);
    return answer_at(**route, request, parameters);
}

http::Response Api::answer_at(const Route& route, const http::Request& request,
                              http::Fields parameters) const {
    Asked asked{.request = request,
                .parameters = std::move(parameters),
                .token = {},
                .known = use_.installation.now(),
                .now = use_.clock.now()};
    if (route.open) return route.answer(use_, asked);
    const auto secret = bearer(request);
    if (secret.empty())
        return not_signed_in("send a token, as Authorization: Bearer …", "Bearer realm=\"concordat\"");
    const auto token = use_.tokens.find(secret);
    if (!token || !asked.known->find_person(token->person)) {
        return not_signed_in("the token is not known, has run out or was revoked",
                             "Bearer realm=\"concordat\", error=\"invalid_token\"");
    }
    // The secret of a calendar stands in an address, which is easily seen.
    if (!route.scope && token->scopes.contains(app::Scope::Calendar))
        return not_signed_in("the address of a calendar opens nothing else",
                             "Bearer realm=\"concordat\", error=\"invalid_token\"");
    if (route.scope && !token->scopes.contains(*route.scope)) return not_for_this(*route.scope);
    asked.token = *token;
    return route.answer(use_, asked);
}

http::Response Api::failed() {
    return reply({.status = 500,
                  .rule = "failed",
                  .why = "something went wrong here; nothing was changed. Send it again with the same "
                         "Idempotency-Key"});
}

http::Response Api::refused(const http::Refused& refused) {
    const auto rule = refused.status == 503 ? "busy" : refused.status == 413 ? "too_large" : "not_http";
    return reply({.status = refused.status, .rule = rule, .why = refused.why});
}

}  // namespace api
