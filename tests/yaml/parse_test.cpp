#include "yaml/parse.h"

#include <doctest/doctest.h>

using policy::Node;

namespace {

base::Findings refused(const std::string& text) {
    const auto tree = yaml::parse(text, "f.yaml");
    REQUIRE_FALSE(tree.has_value());
    return tree.error();
}

void points_to(const base::Finding& finding, int line, int column) {
    CHECK(finding.where == base::Place{"f.yaml", line, column});
}

}  // namespace

TEST_CASE("values stay the text that was written, with their places") {
    const auto tree =
        yaml::parse("answer: yes\nnumber: 012\nquoted: \"5\"\nlist: [a, ~]\nnothing:\n", "f.yaml");
    REQUIRE(tree.has_value());
    CHECK(tree->find("answer")->text == "yes");
    CHECK_FALSE(tree->find("answer")->quoted);
    CHECK(tree->find("number")->text == "012");
    CHECK(tree->find("quoted")->quoted);
    CHECK(tree->find("list")->items.size() == 2);
    CHECK(tree->find("list")->place == base::Place{"f.yaml", 4, 7});
    CHECK(tree->find("nothing")->text.empty());
    CHECK(tree->entries[1].place == base::Place{"f.yaml", 2, 1});
    CHECK(tree->find("nowhere") == nullptr);
}

TEST_CASE("columns count characters, not bytes, and a byte order mark is passed over") {
    const auto tree = yaml::parse("\xEF\xBB\xBF{ŵ: x, b: y}\n", "f.yaml");
    REQUIRE(tree.has_value());
    CHECK(tree->entries[1].place == base::Place{"f.yaml", 1, 8});
}

TEST_CASE("doubled keys are all found, each with its own place") {
    const auto findings = refused("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\n");
    REQUIRE(findings.size() == 2);
    points_to(findings[0], 3, 1);
    CHECK(findings[0].what == "the key 'a' stands twice in one map");
    CHECK(findings[0].hint == "the first is in line 1");
    points_to(findings[1], 4, 11);
}

TEST_CASE("anchors, aliases and tags are refused, all at once") {
    const auto findings = refused("a: &x 1\nb: *x\nc: !!int 5\nd: !own {e: 1}\n");
    REQUIRE(findings.size() == 4);
    CHECK(findings[0].what.find("anchor") != std::string::npos);
    CHECK(findings[1].what.find("alias") != std::string::npos);
    CHECK(findings[2].what.find("tag") != std::string::npos);
    CHECK(findings[3].where.line == 4);
}

TEST_CASE("one file holds one document") {
    const auto findings = refused("a: 1\n---\nb: 2\n");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].where.line == 2);
    CHECK(refused("").front().what == "the file is empty");
    CHECK(refused("# only a remark\n").front().what == "the file is empty");
}

TEST_CASE("depth and size are bounded") {
    CHECK(yaml::parse(std::string(32, '[') + std::string(32, ']'), "f.yaml").has_value());
    CHECK(refused(std::string(33, '[') + std::string(33, ']')).front().what ==
          "more than 32 levels, one within another");
    CHECK_FALSE(refused(std::string(20'000, '[')).empty());
    CHECK_FALSE(refused(std::string(200'000, '{')).empty());
    CHECK(refused(std::string(1024 * 1024 + 1, 'a')).front().what == "the file is larger than 1 MiB");
    CHECK(yaml::parse(std::string(1024 * 1024, 'a'), "f.yaml").has_value());
}

TEST_CASE("bytes that are no text, tabs and control characters are found by line") {
    points_to(refused("a: 1\nb: \xC0\xAF\n").front(), 2, 1);
    points_to(refused("a:\n\tb: 1\n").front(), 2, 1);
    points_to(refused("a: x\x07y\n").front(), 1, 5);
    points_to(refused("a: x\xE2\x80\xAEy\n").front(), 1, 5);
    CHECK(refused("a: \"\\x07\"\n").front().what == "text with a control character in it");
    CHECK(refused("a: \"\\0\"\n").front().what == "text with a control character in it");
    CHECK(refused("a:\n\tb: 1\n\tc: 2\nd: \x01\n").size() == 3);
}

TEST_CASE("what is no YAML is refused with a line and a remedy") {
    points_to(refused("b: 'closed'\na: \"never closed\n").front(), 2, 4);
    points_to(refused("a: 'it''s\n\n").front(), 1, 4);
    CHECK(yaml::parse("a: 'it''s'\nb: \"a \\\" b\"", "f.yaml").has_value());
    CHECK(refused("- a\nb: c\n").front().where.line == 2);
    CHECK(refused("a: b: c\n").front().where.line == 1);
    CHECK(refused("a: [1, 2\n").front().what.starts_with("this is not YAML"));
    CHECK(refused("a: 1\n  b: 2\n").front().where.line == 2);
    CHECK(refused("{a: Is it?, b: c}\n").front().hint.find("quotes") != std::string::npos);
}

TEST_CASE("a key is a word, never a map or a list") {
    CHECK(refused("? [a, b]\n: c\n").front().what == "a key cannot be a map or a list");
    CHECK(refused("? {a: b}\n: c\n").front().what == "a key cannot be a map or a list");
}

TEST_CASE("a map of very many keys is read in time that grows with their number") {
    std::string lines, flow = "{";
    for (int i = 0; i < 60'000; ++i) {
        const std::string key = "k" + std::to_string(i);
        lines += key + ": 1\n";
        flow += key + ": 1, ";
    }
    const auto tree = yaml::parse(lines + "k7: 2\n", "f.yaml");
    REQUIRE_FALSE(tree.has_value());
    CHECK(tree.error().size() == 1);
    CHECK(tree.error().front().hint == "the first is in line 8");
    const auto in_one_line = yaml::parse(flow + "ŵ: 1, z: 1}", "f.yaml");
    REQUIRE(in_one_line.has_value());
    CHECK(in_one_line->entries.back().place == base::Place{"f.yaml", 1, static_cast<int>(flow.size()) + 7});
}
