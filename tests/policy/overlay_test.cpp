#include <doctest/doctest.h>

#include "policy/overlay.h"
#include "policy/source_tree.h"

using namespace policy;

namespace {

Node text(const std::string& value) {
    return {.text = value};
}

Node map(std::vector<std::pair<std::string, Node>> entries) {
    Node node{.kind = Node::Kind::Map};
    for (auto& [key, value] : entries) node.entries.push_back({key, {}, std::move(value)});
    return node;
}

Node list(std::vector<Node> items) {
    return {.kind = Node::Kind::List, .items = std::move(items)};
}

Node stage(const std::string& key, const std::string& title) {
    return map({{"key", text(key)}, {"title", text(title)}});
}

Node consortium() {
    return map({{"policy", text("consortium")},
                {"title", text("The consortium's policy")},
                {"clauses", map({{"5.1", text("Talk")}, {"5.2", text("Managers")}})},
                {"stages", list({stage("talk", "Talk"), stage("managers", "Managers"), stage("panel", "Panel")})}});
}

Node local(std::vector<std::pair<std::string, Node>> more) {
    more.insert(more.begin(), {{"policy", text("local")}, {"extends", text("consortium")}});
    return map(std::move(more));
}

std::vector<std::string> keys(const Node& stages) {
    std::vector<std::string> all;
    for (const auto& item : stages.items) all.push_back(item.find("key")->text);
    return all;
}

}  // namespace

TEST_CASE("an overlay changes parts by key, adds others where it says, and leaves parts out") {
    Node new_stage = stage("advice", "Advice");
    new_stage.entries.push_back({"after", {}, text("talk")});
    const auto laid = lay_over(consortium(), local({{"leave_out", list({text("stages.panel"), text("clauses.5.2")})},
                                                    {"stages", list({stage("managers", "Heads"), new_stage})}}));
    REQUIRE(laid);
    const auto& stages = *laid->root.find("stages");
    CHECK(keys(stages) == std::vector<std::string>{"talk", "advice", "managers"});
    CHECK(stages.items[2].find("title")->text == "Heads");
    CHECK(stages.items[1].find("after") == nullptr);
    CHECK(laid->root.find("clauses")->find("5.2") == nullptr);
    CHECK(laid->root.find("policy")->text == "local");
    using Kind = Change::Kind;
    const std::vector<Change> changes{{"stages.panel", Kind::LeftOut},
                                      {"clauses.5.2", Kind::LeftOut},
                                      {"stages.managers.title", Kind::Changed},
                                      {"stages.advice", Kind::Added}};
    CHECK(laid->changes == changes);
}

TEST_CASE("what an overlay leaves out, or stands after, must be there; and it must extend that policy") {
    const auto missing = lay_over(consortium(), local({{"leave_out", list({text("stages.pannel")})}}));
    REQUIRE(missing);
    REQUIRE(missing->findings.size() == 1);
    CHECK(missing->findings.front().what.find("stages.pannel") != std::string::npos);
    Node lost = stage("advice", "Advice");
    lost.entries.push_back({"after", {}, text("nowhere")});
    const auto behind_nothing = lay_over(consortium(), local({{"stages", list({lost})}}));
    REQUIRE(behind_nothing);
    CHECK(behind_nothing->findings.size() == 1);
    CHECK_FALSE(load_layers({consortium(), local({{"stages", list({lost})}})}));
    CHECK_FALSE(lay_over(map({{"policy", text("other")}}), local({})));
}

TEST_CASE("what an overlay leaves out is named to the end: a name that stops at a dot leaves out nothing") {
    Node base = consortium();
    base.entries.push_back({"needs", {}, list({map({{"says", text("Talk first")}}), map({{"says", text("Write first")}})})});
    const auto laid = lay_over(base, local({{"leave_out", list({text("needs."), text("stages.")})}}));
    REQUIRE(laid);
    CHECK(laid->findings.size() == 2);
    CHECK(laid->changes.empty());
    CHECK(laid->root.find("needs")->items.size() == 2);
    CHECK(laid->root.find("stages")->items.size() == 3);
}

TEST_CASE("an overlay without the policy it extends is refused with what to do") {
    const auto alone = load_layers({local({})});
    REQUIRE_FALSE(alone);
    CHECK(alone.error().front().what.find("'consortium'") != std::string::npos);
    CHECK_FALSE(load_layers({}));
}
