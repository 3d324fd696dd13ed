#include "api/reply.h"

namespace api {
namespace {

http::Response as(std::string_view type, std::string body, int status) {
    http::Response response{status, {}, std::move(body)};
    response.with("Content-Type", std::string(type)).with("Cache-Control", "no-store");
    return response;
}

}  // namespace

http::Response reply(const json::Value& value, int status) {
    return as("application/json", json::to_text(value) + "\n", status);
}

http::Response text_reply(std::string body, std::string_view type) {
    return as(type, std::move(body), 200);
}

http::Response reply(const Problem& problem) {
    json::Array errors;
    for (const auto& error : problem.errors)
        errors.push_back(json::Object().set("pointer", error.pointer).set("message", error.message));
    json::Object said;
    said.set("type", "urn:concordat:problem:" + problem.rule)
        .set("title", http::reason(problem.status))
        .set("status", problem.status)
        .set("rule", problem.rule)
        .set("detail", problem.why)
        .set("errors", std::move(errors));
    if (!problem.clause.empty()) said.set("clause", problem.clause);
    if (!problem.fields.empty()) said.set("fields", problem.fields);
    return as("application/problem+json", json::to_text(said) + "\n", problem.status);
}

tl::unexpected<http::Response> stop(const Problem& problem) {
    return tl::unexpected(reply(problem));
}

Problem not_there(const std::string& why) {
    return {.status = 404, .rule = "not_found", .why = why};
}

}  // namespace api
