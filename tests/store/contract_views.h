// Part of the contract: read models. Included by contract.h.
#pragma once
#include <doctest/doctest.h>

#include "base/ensure.h"
#include "store/contract.h"

namespace contract {

inline std::vector<std::string> keys_of(const std::vector<store::ViewRow>& rows) {
    std::vector<std::string> keys;
    for (const auto& row : rows) keys.push_back(row.key);
    return keys;
}

inline std::vector<Promise> of_views() {
    using namespace store;
    using Keys = std::vector<std::string>;
    return {
        {"a stream's rows are replaced together, and only when the command says so",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             REQUIRE(ports.events.append(command("b", 0, "c2")));
             Append silent = command("a", 1, "c3");
             silent.views.reset();
             REQUIRE(ports.events.append(silent));
             CHECK(ports.events.row("register", "a")->sort == "sc1");
             Append moved = command("a", 2, "c4");
             moved.views = {{row("register", "a", "agency-2", "x")}};
             REQUIRE(ports.events.append(moved));
             CHECK(*ports.events.row("register", "a") == row("register", "a", "agency-2", "x"));
             CHECK_FALSE(ports.events.row("duties", "a/1"));
             CHECK(ports.events.row("duties", "b/1"));
             Append cleared = command("a", 3, "c5");
             cleared.views = std::vector<ViewRow>{};
             REQUIRE(ports.events.append(cleared));
             CHECK_FALSE(ports.events.row("register", "a"));
             CHECK(ports.events.count("register", std::nullopt) == 1);
         }},
        {"rows are listed by sort and key, for one owner or all, page after page",
         [](Ports ports) {
             Append append = command("a", 0, "c1");
             append.views = {{row("v", "k3", "me", "1"), row("v", "k1", "me", "2"),
                              row("v", "k2", "you", "1"), row("v", "k0", "me", "2"),
                              row("v", "\xc3\xa9", "me", "1"), row("w", "k9", "me", "0")}};
             REQUIRE(ports.events.append(append));
             CHECK(keys_of(ports.events.rows({"v", {}, {}, 10})) == Keys{"k2", "k3", "\xc3\xa9", "k0", "k1"});
             CHECK(keys_of(ports.events.rows({"v", "me", {}, 10})) == Keys{"k3", "\xc3\xa9", "k0", "k1"});
             CHECK(ports.events.count("v", std::nullopt) == 5);
             CHECK(ports.events.count("v", "me") == 4);
             CHECK(ports.events.count("v", "nobody") == 0);

             RowQuery query{"v", "me", {}, 2};
             CHECK(keys_of(ports.events.rows(query)) == Keys{"k3", "\xc3\xa9"});
             query.after = RowQuery::After{"1", "\xc3\xa9"};
             CHECK(keys_of(ports.events.rows(query)) == Keys{"k0", "k1"});
             query.after = RowQuery::After{"2", "k1"};
             CHECK(ports.events.rows(query).empty());
             CHECK(keys_of(ports.events.rows({"v", {}, RowQuery::After{"1", "k2"}, 1})) == Keys{"k3"});
         }},
        {"rows are narrowed down to what sorts before something and says something, and still turned page by page",
         [](Ports ports) {
             Append append = command("a", 0, "c1");
             append.views = {{{"v", "k1", "me", "1", R"({"stage":"2","topic":"a"})"},
                              {"v", "k2", "me", "2", R"({"stage":"1","topic":"a"})"},
                              {"v", "k3", "me", "3", R"({"stage":"2","topic":"b%_"})"},
                              {"v", "k4", "you", "3", R"({"stage":"2","topic":"a"})"},
                              {"v", "k5", "me", "4", R"({"stage":"2","topic":"a"})"}}};
             REQUIRE(ports.events.append(append));
             RowQuery query{.view = "v", .owner = "me", .saying = {R"("stage":"2")"}};
             CHECK(keys_of(ports.events.rows(query)) == Keys{"k1", "k3", "k5"});
             query.saying.emplace_back(R"("topic":"a")");
             CHECK(keys_of(ports.events.rows(query)) == Keys{"k1", "k5"});
             query.limit = 1;
             query.after = RowQuery::After{"1", "k1"};
             CHECK(keys_of(ports.events.rows(query)) == Keys{"k5"});
             CHECK(keys_of(ports.events.rows({.view = "v", .owner = "me", .until = "3"})) == Keys{"k1", "k2"});
             CHECK(keys_of(ports.events.rows({.view = "v", .until = "4", .saying = {R"("topic":"a")"}})) ==
                   Keys{"k1", "k2", "k4"});
             CHECK(keys_of(ports.events.rows({.view = "v", .saying = {R"("topic":"b%_")"}})) == Keys{"k3"});
             CHECK(ports.events.rows({.view = "v", .saying = {R"("TOPIC":"a")"}}).empty());
         }},
        {"a row of one stream cannot be taken by another: that is a bug, and writes nothing",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             Append thief = command("b", 0, "c2");
             thief.views = {{row("register", "a", "agency-3", "s")}};
             CHECK_THROWS_AS(ports.events.append(thief), base::Bug);
             CHECK_THROWS_AS(ports.events.replace_views(StreamId("b"), *thief.views), base::Bug);
             CHECK(ports.events.row("register", "a")->owner == "agency-1");
             CHECK(ports.events.head().size == 1);
             CHECK(ports.events.append(command("b", 0, "c2")));
         }},
        {"a rebuild replaces a stream's rows and touches nothing else",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             REQUIRE(ports.events.append(command("b", 0, "c2")));
             const auto head = ports.events.head();
             ports.events.replace_views(StreamId("a"), {row("register", "a", "agency-9", "z")});
             CHECK(keys_of(ports.events.rows({"register", {}, {}, 10})) == Keys{"b", "a"});
             CHECK(ports.events.count("duties", std::nullopt) == 1);
             CHECK(ports.events.head() == head);
         }},
    };
}

}  // namespace contract
