#include "rehearsal/load_cast.h"
#include "rehearsal/load_parts.h"

#include "policy/words.h"

namespace rehearsal {
namespace {

using policy::Loading;
using policy::Node;
using policy::Reader;
using policy::Table;
using policy::text;
using policy::yes_no;

Reader<policy::Answers> answers() {
    Reader<policy::Answers> reader{text().shape, {}};
    reader.read = [](const Node& node, Loading& loading) -> std::optional<policy::Answers> {
        if (!loading.is(node, Node::Kind::Map, "a map of answers")) return std::nullopt;
        policy::Answers given;
        const auto read = texts().read;
        for (const auto& entry : node.entries) {
            const Loading::Step step(loading, entry.key, entry.value.place);
            if (auto value = read(entry.value, loading)) given.values[entry.key] = std::move(*value);
        }
        return given;
    };
    return reader;
}

const Table<ExpectedDuty>& duty_table() {
    static const auto table = Table<ExpectedDuty>("duty")
        .must("rule", "Key of its rule", text(), &ExpectedDuty::rule)
        .may("owner", "The post that owes it", text(), &ExpectedDuty::owner)
        .may("due", "Its date or date and time, or none", date_or_none(), &ExpectedDuty::due)
        .may("state", "open, done, done-late, lapsed or waived", policy::word_from({"open", "done", "done-late", "lapsed", "waived"}), &ExpectedDuty::state)
        .may("overdue", "Whether it is late and open", policy::word_from({"yes", "no"}), &ExpectedDuty::overdue);
    return table;
}

const Table<ExpectedRefusal>& refusal_table() {
    static const auto table = Table<ExpectedRefusal>("refused")
        .may("says", "Part of the reason", text(), &ExpectedRefusal::says)
        .may("clause", "The clause it cites", text(), &ExpectedRefusal::clause)
        .may("field", "The answer that was wrong", text(), &ExpectedRefusal::field);
    return table;
}

/// `refused: yes` where the words do not matter.
Reader<ExpectedRefusal> refusal() {
    Reader<ExpectedRefusal> reader = placed(refusal_table());
    reader.read = [read = reader.read](const Node& node, Loading& loading) -> std::optional<ExpectedRefusal> {
        if (node.kind != Node::Kind::Scalar) return read(node, loading);
        if (node.text == "yes") return ExpectedRefusal{.written = {node.place, {}}};
        loading.wrong(node.place, "'refused' is to be yes, or what the refusal says", "write it like {says: part of the reason, clause: \"4.1\"}");
        return std::nullopt;
    };
    return reader;
}

const Table<NotPermittedHere>& not_permitted_table() {
    static const auto table = Table<NotPermittedHere>("not_permitted")
        .must("action", "The action", text(), &NotPermittedHere::action)
        .may("why", "Part of the reason", text(), &NotPermittedHere::why)
        .may("clause", "The clause it cites", text(), &NotPermittedHere::clause);
    return table;
}

const Table<ExpectedNotice>& notice_table() {
    static const auto table = Table<ExpectedNotice>("notice")
        .must("to", "The post that is told", text(), &ExpectedNotice::to)
        .may("rule", "Key of the duty or notice rule", text(), &ExpectedNotice::rule)
        .may("profile", "How much is in it", policy::word_from(policy::all_words<policy::Profile>()), &ExpectedNotice::profile)
        .may("leaves_out", "Answers that do not go out", texts(), &ExpectedNotice::leaves_out);
    return table;
}

const Table<Seats>& seats_table() {
    static const auto table = Table<Seats>("seats")
        .may("raising", "Who acts for the raising side", text(), &Seats::raising)
        .may("receiving", "Who acts for the receiving side", texts(), &Seats::receiving);
    return table;
}

const Table<Expectation>& expectation_table() {
    static const auto table = Table<Expectation>("expect")
        .may("phase", "open, settled, closed, withdrawn, handed-over", policy::word_from({"none", "open", "settled", "closed", "withdrawn", "handed-over"}), &Expectation::phase)
        .may("stage", "Key of the stage it stands at", text(), &Expectation::stage)
        .may("move", "Whose move it is", policy::word_from({"raising", "receiving", "partnership", "nobody"}), &Expectation::move)
        .may("seats", "Who acts for each side", placed(seats_table()), &Expectation::seats)
        .may("duties", "Duties that must be there", policy::list_of(placed(duty_table())), &Expectation::duties)
        .may("no_duties", "Rules that nothing is open of", texts(), &Expectation::no_duties)
        .may("expect_for", "Whose permissions are meant", text(), &Expectation::for_whom)
        .may("permitted", "Actions that are permitted", texts(), &Expectation::permitted)
        .may("not_permitted", "Actions that are not, and why", policy::list_of(placed(not_permitted_table())), &Expectation::not_permitted)
        .may("notices", "Who is told", policy::list_of(placed(notice_table())), &Expectation::notices);
    return table;
}

const Table<Step>& step_table() {
    static const auto table = Table<Step>("step")
        .must("at", "When, local time", moment(), &Step::at)
        .may("who", "The post that does it", text(), &Step::who)
        .may("does", "The action", text(), &Step::does)
        .may("about", "Form, meeting, duty, role, agency, stage or point it is about", text(), &Step::about)
        .may("for", "The post that its manager acts for", text(), &Step::acts_for)
        .may("on_behalf_of", "The post whose words are entered", text(), &Step::on_behalf_of)
        .may("happened", "When it happened, where that was earlier", moment(), &Step::happened)
        .may("id", "The command's id, to send it twice", text(), &Step::id)
        .may("again", "Sent a second time: nothing may change", yes_no(), &Step::again)
        .may("with", "The answers", answers(), &Step::with)
        .may("leaving_out", "Required answers that are not given", texts(), &Step::leaving_out)
        .may("refused", "It must be refused: yes, or why", refusal(), &Step::refused)
        .may("expect", "What is so afterwards", placed(expectation_table()), &Step::expect);
    return table;
}

const Table<Scenario>& scenario_table() {
    static const auto table = Table<Scenario>("scenario")
        .must("scenario", "What it shows, as a sentence", text(), &Scenario::title)
        .may("rows", "Requirements it shows", texts(), &Scenario::rows)
        .must("steps", "What happens", policy::list_of(placed(step_table())), &Scenario::steps);
    return table;
}

struct SuiteText {
    CastText cast;
    std::vector<Scenario> scenarios;
};

const Table<SuiteText>& suite_table() {
    static const auto table = Table<SuiteText>("scenario file")
        .may("cast", "Who is there, where it is not the shared cast", policy::record(cast_table()), &SuiteText::cast)
        .must("scenarios", "The scenarios", policy::list_of(placed(scenario_table())), &SuiteText::scenarios);
    return table;
}

/// Two of one name could not be told apart in what is printed.
void check_titles(const std::vector<Scenario>& scenarios, Loading& loading) {
    std::map<std::string, int> lines;
    for (const auto& scenario : scenarios) {
        const auto [first, is_new] = lines.emplace(scenario.title, scenario.written.place.line);
        if (is_new) continue;
        loading.wrong(scenario.written.place, "there are two scenarios \"" + scenario.title + "\"",
                      "the first is in line " + std::to_string(first->second) + "; say what is different in this one");
    }
}

}  // namespace

tl::expected<Suite, base::Findings> load_suite(const Node& node) {
    Loading loading;
    const std::string hint = "begin with 'scenarios:', and under it a list: '- scenario: \"What it shows\"', each with its 'steps:'";
    if (!is_file_of(node, loading, "a scenario file", hint)) return tl::unexpected(loading.findings);
    auto written = suite_table().read(node, loading);
    if (written) check_titles(written->scenarios, loading);
    if (!loading.findings.empty() || !written) return tl::unexpected(loading.findings);
    Suite suite{std::nullopt, std::move(written->scenarios)};
    if (node.find("cast")) {
        auto cast = build_cast(written->cast, loading);
        if (!cast) return tl::unexpected(cast.error());
        suite.cast = std::move(*cast);
    }
    return suite;
}

const policy::Shape& suite_shape() {
    return suite_table().shape();
}

}  // namespace rehearsal
