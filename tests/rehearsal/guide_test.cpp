// The guide to scenarios says what the loader reads and what the engine asks; its example is played.
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "base/text.h"
#include "disagreement/action_rules.h"
#include "disagreement/fields.h"
#include "policy/check.h"
#include "rehearsal/stage.h"
#include "rehearsal/stage_manager.h"
#include "rehearsal/vocabulary.h"

using disagreement::Action;
using disagreement::By;
using policy::Shape;

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path);
    REQUIRE_MESSAGE(in.good(), path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

const std::string& guide() {
    static const std::string text = read("docs/guides/scenarios.md");
    return text;
}

bool is_said(const std::string& words) {
    return guide().find(words) != std::string::npos;
}

void each_record_of(const Shape& shape, std::set<std::string>& seen, const std::function<void(const Shape&)>& visit) {
    if (shape.kind == Shape::Kind::Record && seen.insert(shape.name).second) {
        visit(shape);
        for (const auto& key : shape.keys) each_record_of(key.shape, seen, visit);
    }
    for (const auto& part : shape.of) each_record_of(part, seen, visit);
}

std::string who_does(By by) {
    switch (by) {
        case By::System: return "the program by itself";
        case By::Raiser: return "anybody in a post";
        case By::Seats: return "who acts for either side";
        case By::ReceivingSeat: return "who acts for the receiving side";
        case By::RaisingSide: return "the raising side";
        case By::EitherSide: return "either side";
        case By::Involved: return "anybody who takes part";
        case By::Keeper: return "the partnership's business manager";
        case By::Owner: return "whoever owes it";
        case By::Policy: return "whom the policy names";
    }
    return {};
}

/// What an action is about, where it must be said.
std::string about(const std::string& sort) {
    if (sort == "an agency of this cast") return "";
    if (sort == "the rule of a duty") return "duty rule";
    const auto article = sort.find(' ');
    const auto of = sort.find(" of ");
    return sort.substr(article + 1, of - article - 1);
}

/// The raised disagreement that the questions of the table are taken from.
struct Raised {
    policy::Pack pack = testing::pack_of(testing::policy_text);
    rehearsal::Cast cast = testing::cast();
    calendar::Edition calendar{.key = "england-and-wales"};
    disagreement::State state = disagreement::replay(testing::played({testing::raise}).events);
    disagreement::Setting setting{pack, calendar, cast.directory, base::Moment{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}}};

    std::string asks(Action action) const {
        if (action == Action::Raise) return "see below";
        if (action == Action::SubmitForm) return "the questions of the form";
        if (action == Action::TakeStep) return "the questions of the step";
        const std::string key = action == Action::Jump ? "two" : "";
        if (action == Action::Decide) return "`option`, `reasons`, `other_words`, `settles`, `no_other_reason`, and what the decision asks";
        std::vector<std::string> names;
        for (const auto& field : disagreement::fields_of(action, state, setting, key)) {
            std::vector<std::string> options;
            for (const auto& option : field.options) options.push_back(option.key);
            // A single one is there whatever the policy says; the others are the policy's.
            const bool closed = options.size() > 1;
            names.push_back("`" + field.name + "`" + (field.required ? "" : "?") + (closed ? " (" + base::join(options, ", ") + ")" : ""));
        }
        return names.empty() ? "nothing" : base::join(names, ", ");
    }
};

}  // namespace

TEST_CASE("the guide has a line for every key of a scenario, a cast and an expectation") {
    std::set<std::string> seen;
    for (const auto* shape : {&rehearsal::suite_shape(), &rehearsal::cast_shape()}) {
        each_record_of(*shape, seen, [](const Shape& record) {
            for (const auto& key : record.keys) {
                const auto line = "| `" + key.key + "` | " + (key.required ? "must" : "may") + " | " + key.about + " |";
                CHECK_MESSAGE(is_said(line), line);
                for (const auto& word : key.shape.words) CHECK_MESSAGE(is_said("`" + word + "`"), word);
            }
        });
    }
    CHECK(seen.size() == 13);
}

TEST_CASE("the guide has a line for every action, with who does it, what it is about and what it asks") {
    const Raised raised;
    const rehearsal::Vocabulary words(raised.cast, raised.pack);
    for (const auto action : disagreement::all_actions()) {
        if (action == Action::Expire) continue;
        const auto& rule = disagreement::rule_of(action);
        const auto subjects = words.subjects(action);
        const auto line = "| `" + std::string(rule.word) + "` | " + std::string(rule.title) + " | " + who_does(rule.by) + " | " +
                          (subjects ? about(subjects->sort) : "number of the point") + " | " + raised.asks(action) + " |";
        CHECK_MESSAGE(is_said(line), line);
    }
}

TEST_CASE("the guide says what raising asks under any policy, and what goes with every action") {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("packs")) {
        if (entry.path().filename() != "policy.yaml") continue;
        const auto text = read(entry.path());
        if (text.find("\nextends:") != std::string::npos) continue;
        const auto pack = testing::pack_of(text);
        std::set<std::string> own;
        for (const auto& stage : pack.stages) {
            for (const auto& field : stage.asks) own.insert(field.name);
        }
        const auto cast = testing::cast();
        const calendar::Edition calendar{.key = pack.identity.calendar};
        for (const auto& field : disagreement::fields_of(Action::Raise, {}, {pack, calendar, cast.directory, {}})) {
            const bool by_key = field.name.starts_with("date_") || field.name.starts_with("excluded_");
            if (!own.contains(field.name) && !by_key) names.insert(field.name);
        }
    }
    for (const auto& field : disagreement::common_fields()) names.insert(field.name);
    for (const auto& name : names) CHECK_MESSAGE(is_said("`" + name + "`"), name);
    for (const auto* name : {"`date_<key>`", "`date_<key>_source`", "`excluded_<key>`"}) CHECK_MESSAGE(is_said(name), name);
    CHECK(names.size() > 30);
}

TEST_CASE("the guide names the duties that are the program's own, and every one of them is owed in some scenario") {
    std::string scenarios = guide();
    for (const auto& entry : std::filesystem::recursive_directory_iterator("packs")) {
        if (entry.path().parent_path().filename() == "examples" && entry.path().extension() == ".yaml") scenarios += read(entry.path());
    }
    for (const auto& rule : rehearsal::engine_rules()) {
        CHECK_MESSAGE(is_said("`" + rule + "`"), rule);
        CHECK_MESSAGE(scenarios.find("rule: " + rule) != std::string::npos, rule);
    }
    for (const auto& rule : policy::house_rules()) CHECK_MESSAGE(is_said("`" + rule.key + "`"), rule.key);
}

TEST_CASE("the example of the guide is played as it stands, and its failure reads as shown") {
    const auto fenced = [](const std::string& after, const std::string& opening) {
        const auto begin = guide().find(opening, guide().find(after)) + opening.size();
        return guide().substr(begin, guide().find("```", begin) - begin);
    };
    const auto text = fenced("<!-- example: policy -->", "```yaml\n");
    const auto loaded = policy::load(testing::tree_of(text));
    REQUIRE(loaded.has_value());
    CHECK(testing::in_one(policy::check(*loaded)) == "");
    const auto pack = testing::pack_of(text);
    const auto cast = rehearsal::load_cast(testing::tree_of(fenced("<!-- example: cast -->", "```yaml\n")));
    if (!cast) FAIL(testing::in_one(cast.error()));
    const auto suite = rehearsal::load_suite(testing::tree_of(fenced("<!-- example: scenarios -->", "```yaml\n")));
    if (!suite) FAIL(testing::in_one(suite.error()));
    CHECK(suite->scenarios.size() == 3);
    for (const auto& scenario : suite->scenarios) {
        const auto failures = rehearsal::rehearse(scenario, *cast, pack, rehearsal::Restart::EveryStep).failures;
        CHECK_MESSAGE(failures.empty(), testing::in_one(failures));
    }
    auto wrong = suite->scenarios.front();
    wrong.steps.front().expect->duties.front().due = "2026-11-23";
    const auto failures = rehearsal::rehearse(wrong, *cast, pack).failures;
    REQUIRE(failures.size() == 1);
    CHECK_MESSAGE(is_said(failures.front().what), failures.front().what);
}

TEST_CASE("every piece of YAML in the guide is well written") {
    const std::string opening = "```yaml\n";
    for (auto at = guide().find(opening); at != std::string::npos; at = guide().find(opening, at + 1)) {
        const auto text = guide().substr(at + opening.size(), guide().find("```", at + opening.size()) - at - opening.size());
        CHECK_MESSAGE(yaml::parse(text, "guide").has_value(), text);
    }
}
