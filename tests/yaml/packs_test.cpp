// The packs themselves: they load and make sense, and what North Tyneside's says is what is read.
#include "base/text.h"
#include "minimal_pack.h"
#include "policy/describe.h"
#include "policy/house_rules.h"
#include "policy/wording.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace testing;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in.good());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> packs() {
    std::vector<std::filesystem::path> found;
    for (const auto* shelf : {"packs", "packs/examples"}) {
        for (const auto& folder : std::filesystem::directory_iterator(shelf)) {
            const auto file = folder.path() / "policy.yaml";
            // What is laid over another makes no whole by itself.
            if (std::filesystem::exists(file) && text_of(file).find("\nextends:") == std::string::npos) found.push_back(file);
        }
    }
    std::ranges::sort(found);
    REQUIRE(found.size() >= 5);
    return found;
}

policy::Pack north_tyneside() {
    const auto loaded = policy::load(*yaml::parse(text_of("packs/north-tyneside/policy.yaml"), "p.yaml"));
    REQUIRE(loaded.has_value());
    return loaded->pack;
}

/// A number that is the same in every run.
class Dice {
public:
    std::size_t below(std::size_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33) % bound;
    }

private:
    std::uint64_t state_ = 2026;
};

std::vector<std::string> lines_of(const std::string& text) {
    return base::split(text, '\n');
}

std::string without(std::vector<std::string> lines, std::size_t i) {
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    return base::join(lines, "\n");
}

std::string replaced(std::vector<std::string> lines, std::size_t i, const std::string& line) {
    lines[i] = line;
    return base::join(lines, "\n");
}

std::string garbled(std::string line, Dice& dice) {
    if (line.empty()) return "x";
    line[dice.below(line.size())] = static_cast<char>('a' + dice.below(26));
    return line;
}

std::string shifted(const std::string& line, Dice& dice) {
    if (dice.below(2) == 0) return "  " + line;
    return line.substr(line.starts_with("  ") ? 2 : 0);
}

std::string with_value(const std::string& line, const std::string& value) {
    const auto colon = line.find(": ");
    return colon == std::string::npos ? value : line.substr(0, colon + 2) + value;
}

/// Refused with places, or accepted; nothing else.
void survives(const std::string& text) {
    for (const auto& finding : findings_of(text)) {
        CHECK_MESSAGE(finding.where.file == "p.yaml", finding.what);
        CHECK_FALSE(finding.what.empty());
    }
}

}  // namespace

TEST_CASE("every pack loads and checks clean") {
    for (const auto& path : packs()) CHECK_MESSAGE(to_text(findings_of(text_of(path))) == "", path.string());
}

TEST_CASE("every pack still checks clean once the rules of the house are added") {
    for (const auto& path : packs()) {
        const auto loaded = policy::load(*yaml::parse(text_of(path), "p.yaml"));
        REQUIRE(loaded.has_value());
        CHECK_MESSAGE(to_text(policy::check(policy::with_house_rules(loaded->pack))) == "", path.string());
    }
}

TEST_CASE("a pack told as text shows every stage, duty, clause and reading, in lines that fit a screen") {
    for (const auto& path : packs()) {
        const auto loaded = policy::load(*yaml::parse(text_of(path), "p.yaml"));
        REQUIRE(loaded.has_value());
        const auto text = policy::describe(loaded->pack);
        for (const auto& line : lines_of(text)) CHECK_MESSAGE(line.size() <= 100, line);
        auto flat = text;  // wrapped lines joined again
        for (auto at = flat.find("\n"); at != std::string::npos; at = flat.find("\n", at)) {
            flat.replace(at, flat.find_first_not_of(' ', at + 1) - at, " ");
        }
        for (const auto& notice : loaded->pack.notices) {
            const auto upon = "; each time " + policy::in_words(notice.on.front(), loaded->pack);
            CHECK_MESSAGE(flat.find(upon) != std::string::npos, notice.key);
        }
        for (const auto& stage : loaded->pack.stages) {
            CHECK(flat.find(stage.label + ": " + stage.title) != std::string::npos);
            for (const auto& duty : stage.duties)
                CHECK_MESSAGE(flat.find(duty.title) != std::string::npos, duty.title);
        }
        for (const auto& clause : loaded->pack.clauses)
            CHECK(flat.find(clause.key + ": " + clause.says) != std::string::npos);
        for (const auto& reading : loaded->pack.readings)
            CHECK(flat.find("Taken: " + reading.taken) != std::string::npos);
    }
}

TEST_CASE("ten thousand packs with a line changed, or several, are refused with a place, or accepted, and never worse") {
    Dice dice;
    const std::vector<std::string> junk{"[",   "}",  "\"",   "&a b",     "*a",     "!!x y",  "- - -",
                                        "? x", "|",  ">-",   "%",        "{a: [b", "5",      "~",
                                        "\t",  "''", "\xFF", "raising:", "@",      "yes: no"};
    std::size_t tried = 0;
    const auto try_one = [&](const std::string& text) {
        survives(text);
        ++tried;
    };
    while (tried < 10'000) {
        for (const auto& path : packs()) {
            const auto lines = lines_of(text_of(path));
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const auto other = lines[dice.below(lines.size())];
                switch (dice.below(6)) {
                    case 0: try_one(without(lines, i)); break;
                    case 1: try_one(replaced(lines, i, lines[i] + "\n" + lines[i])); break;
                    case 2: try_one(replaced(lines, i, shifted(lines[i], dice))); break;
                    case 3: try_one(replaced(lines, i, garbled(lines[i], dice))); break;
                    case 4: try_one(replaced(lines, i, other)); break;
                    case 5: try_one(without(lines_of(replaced(lines, i, other)), dice.below(lines.size()))); break;
                }
                try_one(replaced(lines, i, with_value(lines[i], junk[dice.below(junk.size())])));
            }
        }
    }
    CHECK(tried >= 10'000);
}

TEST_CASE("North Tyneside: identity, convention and review (NTY-10)") {
    const auto identity = north_tyneside().identity;
    CHECK(identity.key == "north-tyneside");
    CHECK(identity.edition == "2019-09");
    CHECK(identity.owner == "North Tyneside Safeguarding Children Partnership");
    CHECK(identity.effective_from == "2019-09-01");
    CHECK(identity.convention == calendar::Convention::NextWorkingDayIsDayOne);
    CHECK(identity.convention_source == policy::Source{"5", "day"});
    CHECK(identity.nag == calendar::Limit{5, calendar::Unit::WorkingDay});
    CHECK(identity.review.on == "2020-09-30");
}

TEST_CASE("North Tyneside: scope and what it is not for (NTY-1, NTY-11, ALL-8, ALL-10)") {
    const auto scope = north_tyneside().scope;
    CHECK(scope.standings.words.size() == 4);
    CHECK_FALSE(scope.standings.open);
    CHECK(scope.topics.open);
    CHECK_FALSE(scope.own_agency);
    CHECK(scope.own_agency_source == policy::Source{"3", "one-agency"});
    REQUIRE(scope.exclusions.size() == 3);
    CHECK(scope.exclusions[1].key == "front-door");
    CHECK(scope.exclusions[1].source.clause == "2 mash");
}

TEST_CASE("North Tyneside: a talk before stage 1 counts as no escalation (NTY-12)") {
    const auto pack = north_tyneside();
    REQUIRE(pack.stages.size() == 6);
    CHECK(pack.stages[0].key == "before");
    CHECK_FALSE(pack.stages[0].formal);
    CHECK(pack.starts[0].stage == "stage-1");
    CHECK(pack.starts[1].source.reading == "informal-talk");
}

TEST_CASE("North Tyneside: stage 1 is a day between practitioners, feedback to all (NTY-2)") {
    using policy::Happening;
    const auto pack = north_tyneside();
    const auto* stage = policy::find_stage(pack, "stage-1");
    REQUIRE(stage);
    CHECK(stage->clock->limit == calendar::Limit{1, calendar::Unit::WorkingDay});
    CHECK(stage->clock_source == policy::Source{"5 stage 1", "day"});
    REQUIRE(stage->duties.size() == 4);
    CHECK(stage->duties[1].what == policy::What::Respond);
    CHECK(stage->duties[1].by.kind == policy::Who::Kind::Receiving);
    CHECK(stage->duties[1].done_by ==
          std::vector<policy::Fact>{{Happening::Answered}, {Happening::Discussed}});
    CHECK(stage->duties[2].on == std::vector<policy::Fact>{{Happening::Settled}, {Happening::Escalated}});
    CHECK(stage->duties[2].survives);
    CHECK(stage->duties[3].key == "to-own-manager");
}

TEST_CASE("North Tyneside: stage 2 asks for evidence, outcome and how (NTY-3)") {
    const auto pack = north_tyneside();
    const auto* stage = policy::find_stage(pack, "stage-2");
    REQUIRE(stage);
    REQUIRE(stage->asks.size() == 3);
    CHECK(stage->asks[0].name == "evidence");
    CHECK(stage->asks[0].kind == policy::FieldKind::LongText);
    CHECK(stage->asks[0].required);
    CHECK(stage->duties[2].source.reading == "feedback-start");
}

TEST_CASE("North Tyneside: the executive agrees a way forward (NTY-6)") {
    const auto pack = north_tyneside();
    const auto& decision = pack.stages.back().decisions.at(0);
    CHECK(decision.by == policy::Who{policy::Who::Kind::Partnership, "executive"});
    CHECK(decision.options.size() == 3);
    CHECK(decision.other);
    CHECK(decision.asks[0].name == "outcomes_for_child");
}

TEST_CASE("North Tyneside: the template refuses details of the child; section A or B (NTY-4, NTY-7)") {
    const auto pack = north_tyneside();
    const auto* form = policy::find_form(pack, "notification");
    REQUIRE(form);
    CHECK_FALSE(form->child_details);
    CHECK(form->grows);
    CHECK(form->sent_to == std::vector<policy::Who>{{policy::Who::Kind::Partnership, "business-manager"}});
    CHECK(form->exactly_one_of == std::vector<std::vector<std::string>>{{"section-a", "section-b"}});
    CHECK(form->sections[0].fields[0].prefill == "author_name");
    CHECK(pack.meetings[0].members[0].from == policy::Members::From::EachConcerned);
}
