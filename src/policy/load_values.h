// Readers for the single values of a pack: text, words, dates, limits, people, facts, conditions.
#pragma once
#include "base/text.h"
#include "policy/load_table.h"
#include "policy/words.h"

namespace policy {

/// The text of a scalar that has one; otherwise what is wrong is noted.
const std::string* find_text(const Node&, Loading&);

Reader<std::string> text();  // not empty
Reader<std::string> key();   // is_key
Reader<std::string> date();  // "2019-09-01"
Reader<bool> yes_no();
Reader<int> number(int least, int most);
Reader<std::string> word_from(std::vector<std::string> words);
Reader<calendar::Limit> limit();
Reader<calendar::Convention> convention();
Reader<Who> who();  // one, or a list: any of them
Reader<Fact> fact();
Reader<Condition> condition();

/// An action that a need may stand before; a step by its key: "take_step:appeal".
Reader<std::string> word_before();

/// A single value, or a list of them.
template <class V>
Reader<std::vector<V>> one_or_more(Reader<V> each) {
    const auto list = list_of(each);
    Shape shape = list.shape;
    shape.or_one = true;
    return {std::move(shape),
            [each = std::move(each), list](const Node& node, Loading& loading) -> std::optional<std::vector<V>> {
                if (node.kind == Node::Kind::List) return list.read(node, loading);
                auto value = each.read(node, loading);
                if (!value) return std::nullopt;
                return std::vector<V>{std::move(*value)};
            }};
}

inline Reader<std::vector<std::string>> keys() {
    return list_of(key());
}
inline Reader<std::vector<Fact>> facts() {
    return list_of(fact());
}

template <class E>
Reader<E> one_of() {
    auto word = word_from(all_words<E>());
    return {word.shape, [read = word.read](const Node& node, Loading& loading) -> std::optional<E> {
                const auto text = read(node, loading);
                return text ? find_word<E>(*text) : std::nullopt;
            }};
}

/// The two keys that say where a rule comes from.
template <class T, class Where>
void cite(Table<T>& table, Where where) {
    table.may("clause", "The clause it comes from, by its name under 'clauses'", text(),
              [where](T& rule) -> std::string& { return std::invoke(where, rule).clause; });
    table.may("reading", "The reading behind it, by its key under 'readings'", key(),
              [where](T& rule) -> std::string& { return std::invoke(where, rule).reading; });
}

}  // namespace policy
