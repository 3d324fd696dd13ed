// A program that calls the API in process; every answer it gets is held against docs/openapi.json.
#pragma once
#include <fstream>
#include <sstream>

#include "api/api.h"
#include "api/routes.h"
#include "api/schema.h"
#include "app/papers.h"
#include "app/world.h"
#include "base/text.h"
#include "http/form.h"
#include "http/target.h"

namespace api::testing {

using app::Scope;

inline const Schemas& schemas() {
    static const Schemas all = [] {
        std::ifstream file("docs/openapi.json");
        REQUIRE_MESSAGE(file, "the tests run in the folder of the repository");
        std::ostringstream text;
        text << file.rdbuf();
        auto document = json::parse(text.str());
        if (!document) FAIL(document.error().why);
        return Schemas(std::move(*document));
    }();
    return all;
}

inline std::string lower(std::string_view method) { return base::lower(method); }

/// The documented operation that answers this request; nothing where no path or method fits.
inline const json::Value* find_operation(const http::Request& request) {
    for (const auto& [pattern, methods] : schemas().document().at("paths").get_object()) {
        if (!http::match(pattern, request.path)) continue;
        if (const auto* operation = methods.find(lower(http::to_text(request.method)))) return operation;
    }
    return nullptr;
}

struct Response {
    int status = 0;
    http::Fields headers;
    std::string body;
    json::Value value;  // where it is JSON

    std::string header(std::string_view name) const { return std::string(headers.get(name)); }
    const json::Value& at(std::string_view key) const { return value.at(key); }
    std::string text(std::string_view key) const { return value.at(key).get_string(); }
    /// Of a problem: what was wrong at a place; "" where nothing was.
    std::string error_at(const std::string& pointer) const {
        for (const auto& error : value.at("errors").get_array()) {
            if (error.at("pointer").get_string() == pointer) return error.at("message").get_string();
        }
        return {};
    }
};

/// Status, type and shape are as documented.
inline void check_documented(const http::Request& request, const Response& response) {
    const auto* operation = find_operation(request);
    if (!operation) return;  // no such address: an answer of the router
    INFO(http::to_text(request.method), " ", request.target, " -> ", response.status, " ", response.body);
    const auto* documented = operation->at("responses").find(std::to_string(response.status));
    REQUIRE_MESSAGE(documented, "the status is documented");
    const auto type = response.header("Content-Type");
    const auto* content =
        schemas().resolved(*documented).at("content").find(type.substr(0, type.find(';')));
    REQUIRE_MESSAGE(content, "the type is documented");
    CHECK(response.header("Cache-Control") == "no-store");
    if (type.find("json") == std::string::npos || type.find("ndjson") != std::string::npos) return;
    const auto faults = schemas().check(response.value, content->at("schema"));
    CHECK_MESSAGE(faults.empty(), json::to_text(faults));
}

struct Send {
    http::Method method = http::Method::Get;
    std::string target;
    std::string body = {};
    http::Fields headers = {};
};

/// Holding every answer against the document takes longer than giving it.
enum class Checking { Every, Few };

class Caller {
public:
    Caller(const Api& api, std::string secret, Checking checking = Checking::Every)
        : api_(api), secret_(std::move(secret)), checking_(checking) {}

    Response send(const Send& sending) const {
        const auto parsed = http::parse_target(sending.target);
        REQUIRE_MESSAGE(parsed, sending.target);
        http::Request request{.method = sending.method,
                              .target = sending.target,
                              .path = parsed->path,
                              .query = parsed->query,
                              .headers = sending.headers,
                              .body = sending.body,
                              .peer = "127.0.0.1"};
        if (!secret_.empty()) request.headers.add("authorization", "Bearer " + secret_);
        const auto answered = api_.answer(request);
        Response response{answered.status, answered.headers, answered.body, {}};
        if (auto value = json::parse(answered.body, {.bytes_max = 1 << 24})) response.value = std::move(*value);
        constexpr int few = 50;
        if (checking_ == Checking::Every || ++sent_ % few == 1) check_documented(request, response);
        return response;
    }

    Response get(const std::string& target) const { return send({.target = target}); }

    Response post(const std::string& target, const json::Value& body, http::Fields headers = {}) const {
        return post_text(target, json::to_text(body), std::move(headers));
    }
    Response post_text(const std::string& target, const std::string& body, http::Fields headers = {}) const {
        if (!headers.has("content-type")) headers.add("content-type", "application/json");
        return send({http::Method::Post, target, body, std::move(headers)});
    }

private:
    const Api& api_;
    std::string secret_;
    Checking checking_;
    mutable int sent_ = 0;
};

/// The API over a small installation in memory.
struct Office {
    app::testing::World world;
    app::ApiTokens tokens{world.drawers, world.random, world.digests, world.clock};
    http::Figures traffic;
    app::testing::PlainPapers papers;
    diagram::Drawings drawings;
    Api api{{world.installation, tokens, world.lists, world.reading, world.transact, world.ledger, traffic,
             world.clock, papers, drawings, "http://127.0.0.1:8080"}};

    Caller caller(const std::string& person, std::set<Scope> scopes = {Scope::Read, Scope::Act, Scope::Release,
                                                                       Scope::Directory, Scope::Register,
                                                                       Scope::Reports, Scope::Metrics}) {
        const auto issued = tokens.issue({app::PersonId(person), std::move(scopes), 30});
        REQUIRE(issued);
        return {api, issued->secret};
    }

    std::size_t events() const { return static_cast<std::size_t>(world.ledger.head().size); }
};

inline json::Object raise_answers() {
    json::Object answers;
    answers.set("danger", false)
        .set("to", json::Array{"care.worker"})
        .set("subject", "child")
        .set("child_name", app::testing::canary_name)
        .set("child_dob", app::testing::canary_born)
        .set("standing", "child-in-need")
        .set("topic", "levels-of-need")
        .set("decision", "No assessment was made")
        .set("view", "The child is left alone at night")
        .set("outcome_wanted", "An assessment")
        .set("safe_now", true)
        .set("protection", "An aunt stays in the evening");
    return answers;
}

inline json::Object raising(json::Object answers = raise_answers()) {
    return json::Object().set("partnership", "riverside").set("answers", std::move(answers));
}

inline http::Fields with_key(const std::string& key) { return {{"idempotency-key", key}}; }

inline http::Fields with_key(const std::string& key, std::int64_t revision) {
    return {{"idempotency-key", key}, {"if-match", "\"" + std::to_string(revision) + "\""}};
}

/// Raised by the teacher; its document.
inline Response raised(const Caller& teacher, const std::string& key = "raise-1") {
    const auto response = teacher.post("/api/v1/disagreements", raising(), with_key(key));
    REQUIRE_MESSAGE(response.status == 201, response.body);
    return response;
}

inline std::string path_of(const Response& disagreement) {
    return "/api/v1/disagreements/" + disagreement.text("reference");
}

inline json::Object note(const std::string& words) {
    return json::Object().set("answers", json::Object().set("note", words));
}

}  // namespace api::testing
