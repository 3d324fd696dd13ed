// The document and the program say the same.
#include "api/openapi.h"

#include "api/caller.h"

using namespace api::testing;

namespace {

using Addresses = std::set<std::pair<std::string, std::string>>;

Addresses documented() {
    Addresses all;
    for (const auto& [pattern, methods] : schemas().document().at("paths").get_object()) {
        for (const auto& [method, operation] : methods.get_object()) all.emplace(pattern, method);
    }
    return all;
}

Addresses served() {
    Addresses all;
    for (const auto& route : api::routes())
        all.emplace(std::string(route.pattern), lower(http::to_text(route.method)));
    return all;
}

const json::Value& operation_of(const api::Route& route) {
    return schemas()
        .document()
        .at("paths")
        .at(std::string(route.pattern))
        .at(lower(http::to_text(route.method)));
}

template <class See>
void each_schema(const json::Value& value, See see) {
    if (const auto* object = value.if_object()) {
        see(*object);
        for (const auto& [name, member] : *object) each_schema(member, see);
    }
    if (const auto* array = value.if_array()) {
        for (const auto& element : *array) each_schema(element, see);
    }
}

}  // namespace

TEST_CASE("what is served is documented, and what is documented is served") {
    CHECK(served() == documented());
    CHECK(served().size() == api::routes().size());
}

TEST_CASE("the document that is served is the one in docs") {
    Office office;
    const auto response = Caller(office.api, "").get("/api/v1/openapi.json");
    CHECK(response.status == 200);
    CHECK(response.value == schemas().document());
    CHECK(response.text("openapi") == "3.1.0");
}

TEST_CASE("each address asks for the scope that its documentation names") {
    for (const auto& route : api::routes()) {
        INFO(route.pattern);
        const auto& security = operation_of(route).at("security").get_array();
        CHECK(security.empty() == route.open);
        if (route.open) continue;
        const auto& scopes = security.front().at("token").get_array();
        REQUIRE(scopes.size() == (route.scope ? 1 : 0));
        if (route.scope) CHECK(scopes.front().get_string() == app::to_word(*route.scope));
    }
}

TEST_CASE("every reference of the document leads somewhere, and every shape is referred to") {
    std::set<std::string> referred;
    each_schema(schemas().document(), [&](const json::Object& object) {
        const auto* reference = object.find("$ref");
        if (!reference) return;
        referred.insert(reference->get_string());
        CHECK(schemas().resolved(json::Value(object)).if_object());
    });
    for (const auto& [name, schema] : schemas().document().at("components").at("schemas").get_object()) {
        INFO(name);
        CHECK(referred.contains("#/components/schemas/" + name));
    }
}

TEST_CASE("every parameter in a path is documented, and is needed") {
    for (const auto& route : api::routes()) {
        std::set<std::string> in_path, told;
        for (const auto& segment : base::split(route.pattern, '/')) {
            if (segment.starts_with('{')) in_path.insert(segment.substr(1, segment.size() - 2));
        }
        if (const auto* parameters = operation_of(route).find("parameters")) {
            for (const auto& one : parameters->get_array()) {
                if (one.at("in").get_string() == "path") told.insert(one.at("name").get_string());
            }
        }
        INFO(route.pattern);
        CHECK(told == in_path);
    }
}

TEST_CASE("a shape that is not as documented is found") {
    const auto& field = schemas().document().at("components").at("schemas").at("Field");
    const auto good = json::parse(R"({"name":"a","label":"A","hint":null,"kind":"text","required":true,
        "options":[],"when":null,"privacy":"open","max":10})");
    REQUIRE(good);
    CHECK(schemas().check(*good, field).empty());
    const auto broken = [&](const std::string& key, json::Value value) {
        auto object = good->get_object();
        object.set(key, std::move(value));
        return schemas().check(object, field);
    };
    CHECK(broken("kind", "colour").front().pointer == "/kind");
    CHECK(broken("max", "10").front().pointer == "/max");
    CHECK(broken("extra", 1).front().pointer == "/extra");
    CHECK(broken("options", json::Array{json::Object()}).front().pointer == "/options/0/key");
    auto less = good->get_object();
    less.erase("label");
    CHECK(schemas().check(less, field).front().pointer == "/label");
}
