// Policies laid over one another: each finding stands in the text that is to be changed.
#include "minimal_pack.h"
#include "policy/overlay.h"

#include <algorithm>

using namespace testing;

namespace {

policy::Node tree(const std::string& text, const std::string& file) {
    auto parsed = yaml::parse(text, file);
    REQUIRE(parsed.has_value());
    return std::move(*parsed);
}

base::Findings findings_over(const std::string& overlay) {
    const auto laid = policy::load_checked({tree(minimal_pack, "below.yaml"), tree("policy: over\nextends: minimal\n" + overlay, "over.yaml")});
    return laid ? base::Findings{} : laid.error();
}

const base::Finding* find(const base::Findings& findings, const std::string& says) {
    const auto found = std::ranges::find_if(findings, [&](const auto& one) { return one.what.find(says) != std::string::npos; });
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what a policy leaves out of the one below is found missing where it is left out, with the line that needs it") {
    const auto findings = findings_over("leave_out:\n  - readings.day\n  - bodies.board\n  - tiers.manager\n");
    INFO(to_text(findings));
    const auto* tier = find(findings, "without 'tiers.manager': stage 'two': there is no tier 'manager' (below.yaml:");
    REQUIRE(tier);
    CHECK(tier->where == base::Place{"over.yaml", 6, 5});
    CHECK(tier->hint == "leave out what needs it too, or keep it");
    const auto* body = find(findings, "without 'bodies.board'");
    REQUIRE(body);
    CHECK(body->where.line == 5);
    CHECK(std::ranges::all_of(findings, [](const auto& one) { return one.where.file == "over.yaml"; }));
}

TEST_CASE("a part that has to be there cannot be left out, and that too is told where it is left out") {
    const auto findings = findings_over("leave_out: [stages.one.title]\n");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where.file == "over.yaml");
    CHECK(findings.front().what.starts_with("without 'stages.one.title': "));
}

TEST_CASE("texts of a policy that stand in one file, as they are kept, are told apart by their lines") {
    const std::string lines(200, '\n');
    const auto laid = policy::load_checked({tree(minimal_pack, "kept"), tree(lines + "policy: over\nextends: minimal\nleave_out: [tiers.manager]\n", "kept")});
    REQUIRE_FALSE(laid);
    CHECK(std::ranges::all_of(laid.error(), [](const auto& one) { return one.where.line == 203; }));
}

TEST_CASE("an entry behind one that is not there hides nothing else that is wrong") {
    const auto findings = findings_over("stages:\n  - {key: four, after: nope, label: Stage 4, title: Four, raising: boss, clause: \"1\"}\n");
    CHECK(find(findings, "stands after 'nope'"));
    CHECK(find(findings, "there is no tier 'boss'"));
}

TEST_CASE("what is wrong in the text below is told there") {
    const auto below = with("receiving: worker", "receiving: nosuch");
    const auto laid = policy::load_checked({tree(below, "below.yaml"), tree("policy: over\nextends: minimal\nleave_out: [jumps]\n", "over.yaml")});
    REQUIRE_FALSE(laid);
    REQUIRE(laid.error().size() == 1);
    CHECK(laid.error().front().where.file == "below.yaml");
}

TEST_CASE("leave_out and after count only in a policy that is laid over another") {
    const auto findings = [](const std::string& text) {
        const auto loaded = policy::load_checked({tree(text, "p.yaml")});
        return loaded ? base::Findings{} : loaded.error();
    };
    const auto left_out = findings(with("scope:\n", "leave_out: [stages.one]\nscope:\n"));
    REQUIRE(find(left_out, "'leave_out' stands in a policy that is laid over no other"));
    const auto after = findings(with("    label: Stage 2\n", "    label: Stage 2\n    after: one\n"));
    REQUIRE(after.size() == 1);
    CHECK(after.front().what == "'after' stands in a policy that is laid over no other");
    CHECK(after.front().where.line > 0);
}

TEST_CASE("a pack that was adopted is read again whatever the check has learnt since") {
    const auto text = with("receiving: worker", "receiving: nosuch");
    CHECK_FALSE(policy::load_checked({tree(text, "p.yaml")}));
    CHECK(policy::load_layers({tree(text, "p.yaml")}));
}

TEST_CASE("so many policies and no more can be laid over one another") {
    std::vector<policy::Node> layers{tree(minimal_pack, "p0")};
    std::string below = "minimal";
    for (std::size_t i = 1; i <= policy::layers_max; ++i) {
        CHECK(policy::load_checked(layers));
        const auto key = "p" + std::to_string(i);
        layers.push_back(tree("policy: " + key + "\nextends: " + below + "\n", key));
        below = key;
    }
    const auto too_many = policy::load_checked(layers);
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().front().what == "more than 5 policies are laid over one another");
}
