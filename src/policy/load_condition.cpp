// Reads the one small expression of the language: a map of questions, and all, any, not, at_least.
#include "policy/load_values.h"

#include <algorithm>

namespace policy {
namespace {

std::optional<Condition> read_condition(const Node&, Loading&);

/// The words a question may be answered with: closed ones, facts, or the keys of the pack.
Reader<std::string> answer_to(Ask ask) {
    if (auto words = closed_words(ask); !words.empty()) return word_from(std::move(words));
    if (ask != Ask::Happened && ask != Ask::Ever) return key();
    return {fact().shape,
            [read = fact().read](const Node& node, Loading& loading) -> std::optional<std::string> {
                const auto value = read(node, loading);
                return value ? std::optional(to_word(*value)) : std::nullopt;
            }};
}

std::optional<Condition> read_question(Ask ask, const Node& node, Loading& loading) {
    Condition is{.op = Condition::Op::Is, .ask = ask};
    const auto answer = answer_to(ask);
    if (node.kind == Node::Kind::List) {
        auto words = list_of(answer).read(node, loading);
        if (!words) return std::nullopt;
        is.words = std::move(*words);
        return is;
    }
    auto word = answer.read(node, loading);
    if (!word) return std::nullopt;
    is.words = {std::move(*word)};
    return is;
}

std::optional<Condition> read_parts(Condition::Op op, const Node& node, Loading& loading) {
    if (!loading.is(node, Node::Kind::List, "a list of conditions")) return std::nullopt;
    Condition whole{.op = op};
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Loading::Step step(loading, i, node.items[i].place);
        if (auto part = read_condition(node.items[i], loading)) whole.parts.push_back(std::move(*part));
    }
    return whole;
}

std::optional<Condition> read_not(const Node& node, Loading& loading) {
    const Loading::Step step(loading, 0, node.place);
    auto part = read_condition(node, loading);
    if (!part) return std::nullopt;
    return Condition{.op = Condition::Op::Not, .parts = {std::move(*part)}};
}

std::optional<Condition> read_at_least(const Node& map, const Node& count, Loading& loading) {
    const auto* of = map.find("of");
    if (!of) {
        loading.wrong(count.place, "'at_least' lacks 'of'", "write {at_least: 2, of: [{…}, {…}]}");
        return std::nullopt;
    }
    auto whole = read_parts(Condition::Op::AtLeast, *of, loading);
    const auto most = std::max<int>(1, static_cast<int>(of->items.size()));
    const auto least = number(1, most).read(count, loading);
    if (!whole || !least) return std::nullopt;
    whole->at_least = *least;
    return whole;
}

std::vector<std::string> known_words() {
    auto known = all_words<Ask>();
    for (const auto* word : {"all", "any", "not", "at_least", "of"}) known.emplace_back(word);
    return known;
}

std::optional<Condition> read_part(const Node& map, const Entry& entry, Loading& loading) {
    if (entry.key == "all") return read_parts(Condition::Op::All, entry.value, loading);
    if (entry.key == "any") return read_parts(Condition::Op::Any, entry.value, loading);
    if (entry.key == "not") return read_not(entry.value, loading);
    if (entry.key == "at_least") return read_at_least(map, entry.value, loading);
    if (const auto ask = find_word<Ask>(entry.key)) return read_question(*ask, entry.value, loading);
    const auto meant = base::nearest(entry.key, known_words());
    loading.wrong(
        entry.place, "a condition cannot ask '" + entry.key + "'",
        meant.empty() ? "it asks: " + base::join(known_words(), ", ") : "did you mean '" + meant + "'?");
    return std::nullopt;
}

/// Several keys in one map: all of them. One alone is itself.
std::optional<Condition> read_condition(const Node& node, Loading& loading) {
    if (!loading.is(node, Node::Kind::Map, "a condition, as in {standing: looked-after}"))
        return std::nullopt;
    if (node.find("of") && !node.find("at_least")) {
        loading.wrong(node.place, "'of' lacks 'at_least'", "write {at_least: 2, of: [{…}, {…}]}");
        return std::nullopt;
    }
    const auto questions =
        std::ranges::count_if(node.entries, [](const Entry& entry) { return entry.key != "of"; });
    Condition whole{.op = Condition::Op::All};
    for (const auto& entry : node.entries) {
        if (entry.key == "of") continue;
        if (questions == 1) return read_part(node, entry, loading);
        const Loading::Step step(loading, whole.parts.size(), entry.value.place);
        if (auto part = read_part(node, entry, loading)) whole.parts.push_back(std::move(*part));
    }
    return whole;
}

}  // namespace

Reader<Condition> condition() {
    return {{.kind = Shape::Kind::Condition}, read_condition};
}

}  // namespace policy
