// How routes, named dates, steps, priorities and other languages are written.
#include "policy/load_rules.h"

namespace policy {
namespace {

/// Names by the key of what they name.
Reader<std::map<std::string, std::string>> names() {
    return {{.kind = Shape::Kind::Map, .of = {{.kind = Shape::Kind::Text}}},
            [](const Node& node, Loading& loading) -> std::optional<std::map<std::string, std::string>> {
                if (!loading.is(node, Node::Kind::Map, "a map from keys to names")) return std::nullopt;
                std::map<std::string, std::string> named;
                for (const auto& entry : node.entries) {
                    const Loading::Step step(loading, entry.key, entry.value.place);
                    if (const auto* name = find_text(entry.value, loading)) named[entry.key] = *name;
                }
                return named;
            }};
}

}  // namespace

const Table<Route>& route_table() {
    static const auto table = [] {
        auto rows = Table<Route>("route")
                        .must("key", "Its key", key(), &Route::key)
                        .must("title", "Its name", text(), &Route::title)
                        .may("if", "Only where this holds", condition(), &Route::when)
                        .must("stages", "Its stages, lowest first", keys(), &Route::stages)
                        .may("disagreement", "No: a record of another sort, such as of good practice", yes_no(),
                             &Route::disagreement);
        cite(rows, &Route::source);
        return rows;
    }();
    return table;
}

const Table<NamedDate>& date_table() {
    static const auto table = [] {
        auto rows = Table<NamedDate>("named date")
                        .must("key", "Its key", key(), &NamedDate::key)
                        .must("title", "What it is, in words", text(), &NamedDate::title)
                        .may("by", "Who may set it; left out where it is counted", who(), &NamedDate::by)
                        .may("on_raising", "Asked when it is raised", yes_no(), &NamedDate::on_raising)
                        .may("with_time", "With a time of day", yes_no(), &NamedDate::with_time)
                        .may("counted", "Counted from a fact instead of set", record(span_table()), &NamedDate::counted)
                        .may("holds_all", "No clock of a stage may run beyond it", yes_no(), &NamedDate::holds_all);
        cite(rows, &NamedDate::source);
        return rows;
    }();
    return table;
}

const Table<Step>& step_table() {
    static const auto table = [] {
        auto rows =
            Table<Step>("step")
                .must("key", "Its key", key(), &Step::key)
                .must("title", "What is done or stated, in words", text(), &Step::title)
                .must("by", "Who may", who(), &Step::by)
                .may("stages", "The stages where it may be taken; any, where left out", keys(), &Step::stages)
                .may("if", "Only where this holds", condition(), &Step::when)
                .may("says", "Why not, where that does not hold", text(), &Step::says)
                .may("asks", "What must be stated with it", list_of(record(field_table())), &Step::asks)
                .may("beside", "A process that runs along, and has an end of its own", yes_no(), &Step::beside)
                .may("afterwards", "May also be taken once it is settled or over", yes_no(), &Step::afterwards);
        cite(rows, &Step::source);
        return rows;
    }();
    return table;
}

const Table<Priorities>& priorities_table() {
    static const auto table = [] {
        auto rows = Table<Priorities>("rule on priorities")
                        .must("words", "The priorities", list_of(record(word_table())), &Priorities::words)
                        .must("by", "Who may say and change it", who(), &Priorities::by);
        cite(rows, &Priorities::source);
        return rows;
    }();
    return table;
}

const Table<Language>& language_table() {
    static const auto table =
        Table<Language>("language")
            .must("code", "Its code: cy is Welsh", word_from({"cy", "gd", "ga", "en"}), &Language::code)
            .may("process", "What it calls a disagreement", text(), &Language::process)
            .may("stages", "Titles of stages, by key", names(), &Language::stages)
            .may("forms", "Titles of forms, by key", names(), &Language::forms)
            .may("topics", "Titles of topics, by key", names(), &Language::topics)
            .may("steps", "Titles of steps, by key", names(), &Language::steps);
    return table;
}

}  // namespace policy
