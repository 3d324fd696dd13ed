// Every documented example is sent, and answered as documented.
#include "api/caller.h"

using namespace api::testing;

namespace {

/// The world that the examples speak of: one disagreement, a form handed in, identity to be released.
struct Scene {
    Office office;
    Caller teacher = office.caller("teacher");
    Response disagreement = raised(teacher, "before");
};

/// What an example cannot know: references and secrets are made anew each time.
std::string told(Scene& scene, const std::string& name, const json::Value& example) {
    if (name == "reference") return scene.disagreement.text("reference");
    if (name == "If-Match") return "\"" + json::to_text(scene.disagreement.at("revision")) + "\"";
    if (name == "file") {
        const auto made = scene.teacher.post("/api/v1/calendar", json::Object());
        const auto href = made.text("href");
        return href.substr(href.rfind('/') + 1);
    }
    return example.if_string() ? example.get_string() : json::to_text(example);
}

Send example_of(Scene& scene, const api::Route& route, const json::Value& operation) {
    Send sending{.method = route.method, .target = std::string(route.pattern)};
    std::string query;
    const auto* parameters = operation.find("parameters");
    for (const auto& one : parameters ? parameters->get_array() : json::Array{}) {
        const auto& name = one.at("name").get_string();
        const auto& where = one.at("in").get_string();
        const auto* example = one.find("example");
        if (one.at("required").get_bool()) REQUIRE_MESSAGE(example, name << " has an example");
        if (!example) continue;
        const auto value = told(scene, name, *example);
        if (where == "path")
            sending.target.replace(sending.target.find("{" + name + "}"), name.size() + 2,
                                   http::percent_encoded(value));
        else if (where == "query")
            query += (query.empty() ? "?" : "&") + name + "=" + http::percent_encoded(value);
        else
            sending.headers.add(base::lower(name), value);
    }
    sending.target += query;
    return sending;
}

/// Who may: the register is for the partnership's own office, and so is a release of identity.
Caller caller_for(Scene& scene, const api::Route& route) {
    const bool of_office = route.scope == Scope::Register || route.scope == Scope::Reports ||
                           route.pattern.ends_with("/identity");
    return scene.office.caller(of_office ? "keeper" : "teacher");
}

void check_answered(const Response& response) {
    CHECK(response.status >= 200);
    CHECK_MESSAGE(response.status < 300, response.body);
}

}  // namespace

TEST_CASE("every documented example is answered, in a shape that is documented") {
    std::size_t replayed = 0;
    for (const auto& route : api::routes()) {
        const auto& operation = schemas()
                                    .document()
                                    .at("paths")
                                    .at(std::string(route.pattern))
                                    .at(lower(http::to_text(route.method)));
        INFO(route.pattern);
        const auto* body = operation.find("requestBody");
        if (!body) {
            Scene scene;
            const auto sending = example_of(scene, route, operation);
            check_answered(caller_for(scene, route).send(sending));
            ++replayed;
            continue;
        }
        for (const auto& [type, content] : body->at("content").get_object()) {
            REQUIRE_MESSAGE(content.find("examples"), "a body has an example");
            for (const auto& [name, example] : content.at("examples").get_object()) {
                const auto& value = example.at("value");
                INFO(name);
                const auto faults = schemas().check(value, content.at("schema"));
                CHECK_MESSAGE(faults.empty(), json::to_text(faults));
                Scene scene;
                auto sending = example_of(scene, route, operation);
                sending.headers.add("content-type", type);
                sending.body = value.if_string() ? value.get_string() : json::to_text(value);
                check_answered(caller_for(scene, route).send(sending));
                ++replayed;
            }
        }
    }
    CHECK(replayed > api::routes().size());
}
