// The loader, on text: strict, with all findings at once.
#include "minimal_pack.h"

#include <algorithm>

using namespace testing;

namespace {

void refuses(const std::string& from, const std::string& to, const std::string& says) {
    const auto findings = findings_of(with(from, to));
    const auto said = std::ranges::any_of(findings, [&](const base::Finding& finding) {
        return base::to_text(finding).find(says) != std::string::npos && finding.where.line > 0;
    });
    CHECK_MESSAGE(said, "expected '", says, "', got:\n", to_text(findings));
}

policy::Loaded loaded(const std::string& text) {
    const auto tree = yaml::parse(text, "p.yaml");
    REQUIRE(tree.has_value());
    auto pack = policy::load(*tree);
    if (!pack) FAIL(to_text(pack.error()));
    return *pack;
}

}  // namespace

TEST_CASE("an unknown key is refused, with the one that was meant") {
    refuses("stages:\n", "stgaes:\n", "unknown key 'stgaes' in this pack (did you mean 'stages'?)");
    refuses("what: discuss", "wat: discuss", "unknown key 'wat' in this duty (did you mean 'what'?)");
    refuses("times_max: 3", "watermelon: 3", "known here: times_max, clause, reading");
}

TEST_CASE("a missing key is refused, with what it is for") {
    refuses("title: A small policy\n", "", "this pack lacks 'title' (The title of the policy)");
    refuses("title: Talk, ", "", "this duty 'talk' lacks 'title'");
    refuses("nag: 5 working days\n", "", "lacks 'nag'");
}

TEST_CASE("a value of the wrong sort is refused") {
    refuses("meetings: [talks]", "meetings: talks", "'meetings' is to be a list, and is 'talks'");
    refuses("title: Workers", "title: [Workers]", "'title' is to be text, and is a list");
    refuses("clock: {within: 5 working days, clause: \"1\"}", "clock: 5 working days",
            "'clock' is to be a map of keys, and is '5 working days'");
    refuses("title: Workers", "title:", "'title' is empty");
    refuses("meetings: [talks]", "meetings: []", "'meetings' is empty");
    refuses("title: Workers", "title: \"  \"", "'title' is empty");
    refuses("survives: yes", "survives: true", "'survives': 'true' is neither yes nor no");
    refuses("at_least: 2", "at_least: two", "write a whole number from 0 to 50");
    refuses("effective_from: 2026-01-01", "effective_from: 1 January 2026", "write it as in 2026-11-19");
    refuses("key: talk,", "key: Talk it over,", "cannot be a key");
    refuses("key: talk,", "key: \"talk; over\",", "'talk; over' cannot be a key (use small letters and digits, joined by - or _)");
    refuses("survives: yes", "survives: \"so; so\"", "'so; so' is neither yes nor no (write yes or no)");
}

TEST_CASE("a limit needs a unit, and gives somebody time") {
    refuses("within: 2 working days", "within: 2", "'within':");
    refuses("within: 2 working days", "within: 0 working days", "gives nobody any time");
    refuses("within: 2 working days", "within: -2 working days", "'within':");
    refuses("within: 2 working days", "within: 2 working dyas", "'within':");
}

TEST_CASE("a word that is not on a closed list is refused, with the nearest") {
    refuses("what: discuss", "what: dicsuss", "did you mean 'discuss'?");
    refuses("on: [contacted]", "on: [contcated]", "did you mean 'contacted'?");
    refuses("by: raising, to: receiving", "by: rasing, to: receiving", "did you mean 'raising'?");
    refuses("by: raising, to: receiving", "by: role, to: receiving", "does not say which");
    refuses("by: both", "by: both:x", "stands alone");
    refuses("by: both", "by: above:nobody", "followed by raising, receiving or raiser");
    refuses("before: [escalate]", "before: [escalte]", "did you mean 'escalate'?");
    refuses("name: next_working_day_is_day_one", "name: next_day", "'name':");
}

TEST_CASE("nothing can stand before declaring that a child is in danger (ALL-1)") {
    refuses("before: [escalate]", "before: [declare_danger]", "'declare_danger' is not a word for this");
    refuses("before: [escalate]", "before: [record_referral]", "'record_referral' is not a word for this");
}

TEST_CASE("an entry that stands twice in a list is refused") {
    refuses("key: reply", "key: talk", "'talk' stands twice in 'duties'");
    refuses("key: two\n", "key: one\n", "'one' stands twice in 'stages'");
    refuses("meetings: [talks]", "meetings: [talks, talks]", "'talks' stands twice in 'meetings'");
    refuses("fields: [{name: what, label: What}]",
            "fields: [{name: what, label: What}, {name: what, label: Again}]",
            "'what' stands twice in 'fields'");
}

TEST_CASE("a condition asks what the language knows") {
    refuses("{standing: on-plan}", "{standng: on-plan}",
            "a condition cannot ask 'standng' (did you mean 'standing'?)");
    refuses("{standing: on-plan}", "{danger: maybe}", "'maybe' is not a word for this");
    refuses("{standing: on-plan}", "{at_least: 2}", "'at_least' lacks 'of'");
    refuses("{standing: on-plan}", "{of: [{danger: yes}]}", "'of' lacks 'at_least'");
    refuses("{standing: on-plan}", "{at_least: 3, of: [{danger: yes}, {formal: no}]}",
            "write a whole number from 1 to 2");
    refuses("{standing: on-plan}", "on-plan", "'if' is to be a condition");
    refuses("{standing: on-plan}", "{}", "is empty");
    refuses("{standing: on-plan}", "{happened: hapened}", "no fact is called 'hapened'");
}

TEST_CASE("the word house is kept for the rules of the product") {
    refuses("  \"1\": All of it\n", "  \"1\": All of it\n  house ALL-1: Ours\n",
            "a clause cannot be called 'house ALL-1'");
    CHECK(findings_of(
              with("within: 2 working days, clause: \"1\"", "within: 2 working days, clause: house ALL-1"))
              .empty());
}

TEST_CASE("everything that is wrong is told at once, in the order of the text") {
    auto text = with("title: A small policy", "titel: A small policy");
    text = with("what: discuss", "what: nonsense", text);
    text = with("on: [contacted]", "on: [nonsense]", text);
    text = with("filled_by: raising", "filled_by: nonsense", text);
    const auto findings = findings_of(text);
    CHECK(findings.size() == 5);
    CHECK(std::ranges::is_sorted(findings, {}, [](const base::Finding& one) { return one.where.line; }));
}

TEST_CASE("several keys of a condition mean all of them, one alone is itself") {
    using policy::Ask;
    using Op = policy::Condition::Op;
    const auto text = with("if: {standing: on-plan}",
                           "if: {standing: [on-plan, in-need], not: {danger: yes}, at_least: 1, of: "
                           "[{formal: yes}, {agencies: several}]}");
    const auto pack = loaded(text).pack;
    const auto& when = *pack.starts[0].when;
    REQUIRE(when.op == Op::All);
    REQUIRE(when.parts.size() == 3);
    CHECK(when.parts[0].ask == Ask::Standing);
    CHECK(when.parts[0].words == std::vector<std::string>{"on-plan", "in-need"});
    CHECK(when.parts[1].op == Op::Not);
    CHECK(when.parts[1].parts[0].ask == Ask::Danger);
    CHECK(when.parts[2].op == Op::AtLeast);
    CHECK(when.parts[2].at_least == 1);
    CHECK(when.parts[2].parts[1].words == std::vector<std::string>{"several"});
    CHECK(loaded(minimal_pack).pack.starts[0].when->op == Op::Is);
}

TEST_CASE("what is left out has the default that the guide names") {
    const auto pack = loaded(minimal_pack).pack;
    const auto& reply = pack.stages[0].duties[1];
    CHECK(reply.clock == policy::Clock{});
    CHECK(reply.once);
    CHECK_FALSE(reply.survives);
    CHECK(pack.stages[0].formal);
    CHECK(pack.jumps[0].by.kind == policy::Who::Kind::Raising);
    CHECK(pack.forms[0].sections[0].fields[0].privacy == policy::Privacy::Narrative);
    CHECK_FALSE(pack.stages[0].though_settled);
    CHECK(loaded(with("    repeats:", "    though_settled: {clause: \"1\"}\n    repeats:"))
              .pack.stages[1]
              .though_settled);
}
