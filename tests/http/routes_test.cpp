#include "http/routes.h"

#include <doctest/doctest.h>

using namespace http;

TEST_CASE("a name in braces stands for one segment that is there") {
    CHECK(match("/cases/{ref}/actions/{action}", "/cases/K7/actions/escalate") ==
          Fields{{"ref", "K7"}, {"action", "escalate"}});
    CHECK(match("/", "/") == Fields{});
    CHECK_FALSE(match("/cases/{ref}", "/cases/"));
    CHECK_FALSE(match("/cases/{ref}", "/cases"));
    CHECK_FALSE(match("/cases/{ref}", "/cases/K7/"));
    CHECK_FALSE(match("/cases", "/cases/"));
    CHECK_FALSE(match("/cases/{ref}.pdf", "/cases/K7.pdf"));
    CHECK_FALSE(match("/", "//"));
}

TEST_CASE("a path leads to its endpoint, or says which methods it has, or is not there") {
    using Table = Routes<int>;
    Table table;
    table.add(Method::Get, "/cases/new", 1)
        .add(Method::Get, "/cases/{ref}", 2)
        .add(Method::Post, "/cases/{ref}", 3);

    const auto found = [&](Method method, std::string_view path) {
        const auto answer = table.find(method, path);
        const auto* hit = std::get_if<Table::Found>(&answer);
        return hit ? *hit->endpoint : 0;
    };
    CHECK(found(Method::Get, "/cases/new") == 1);
    CHECK(found(Method::Head, "/cases/K7") == 2);
    CHECK(found(Method::Post, "/cases/K7") == 3);

    const auto wrong = table.find(Method::Delete, "/cases/K7");
    REQUIRE(std::holds_alternative<WrongMethod>(wrong));
    CHECK(std::get<WrongMethod>(wrong).allow == "GET, HEAD, POST");
    CHECK(std::holds_alternative<NoSuchPath>(table.find(Method::Get, "/nowhere")));
}
