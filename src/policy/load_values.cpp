#include "policy/load_values.h"

#include "calendar/local_time.h"

#include <algorithm>
#include <charconv>

namespace policy {
namespace {

using Kind = Shape::Kind;

/// What is wrong, without what to do about it: a semicolon may be the author's own.
std::string without_hint(const base::Refusal& refusal) {
    return refusal.hint.empty() ? refusal.why : refusal.why.substr(0, refusal.why.size() - refusal.hint.size() - 2);
}

/// A reader of scalars, from a function that turns text into a Result.
template <class V, class Parse>
Reader<V> scalar(Shape shape, Parse parse) {
    return {std::move(shape), [parse](const Node& node, Loading& loading) -> std::optional<V> {
                const auto* written = find_text(node, loading);
                if (!written) return std::nullopt;
                auto value = parse(*written);
                if (value) return std::move(*value);
                const auto& no = value.error();
                loading.wrong(node.place, loading.here() + ": " + without_hint(no),
                              no.hint.empty() ? "see the guide to the language of packs" : no.hint);
                return std::nullopt;
            }};
}

tl::unexpected<base::Refusal> no(const std::string& what, std::string hint) {
    return base::refused("unreadable", what, std::move(hint));
}

base::Result<std::string> parse_key(const std::string& written) {
    if (is_key(written)) return written;
    return no("'" + written + "' cannot be a key", "use small letters and digits, joined by - or _");
}

base::Result<int> parse_number(const std::string& written, int least, int most) {
    int value = 0;
    const auto* end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, value);
    if (read.ec == std::errc{} && read.ptr == end && value >= least && value <= most) return value;
    return no("'" + written + "' does not fit", "write a whole number from " + std::to_string(least) + " to " +
              std::to_string(most));
}

base::Result<calendar::Limit> parse_bounded(const std::string& written) {
    auto limit = calendar::parse_limit(written);
    const bool counted = limit && !calendar::conventions_for(limit->unit).empty();
    if (counted && calendar::is_dated(*limit) && limit->n < 1) {
        return no("'" + written + "' gives nobody any time", "a limit is at least 1");
    }
    return limit;
}

}  // namespace

const std::string* find_text(const Node& node, Loading& loading) {
    if (!loading.is(node, Node::Kind::Scalar, "text")) return nullptr;
    if (!base::trimmed(node.text).empty()) return &node.text;
    loading.wrong(node.place, loading.here() + " is empty", "write a value, or leave the key out");
    return nullptr;
}

Reader<std::string> text() {
    return scalar<std::string>({.kind = Kind::Text},
                               [](const std::string& written) { return base::Result<std::string>(written); });
}

Reader<std::string> key() {
    return scalar<std::string>({.kind = Kind::Key}, parse_key);
}

Reader<std::string> date() {
    return scalar<std::string>({.kind = Kind::Date},
                               [](const std::string& written) -> base::Result<std::string> {
                                   if (const auto day = calendar::parse_date(written); !day) {
                                       return no("'" + written + "' is no date", "write it as in 2026-11-19");
                                   }
                                   return written;
                               });
}

Reader<bool> yes_no() {
    return scalar<bool>({.kind = Kind::YesNo}, [](const std::string& written) -> base::Result<bool> {
        if (written == "yes" || written == "no") return written == "yes";
        return no("'" + written + "' is neither yes nor no", "write yes or no");
    });
}

Reader<int> number(int least, int most) {
    return scalar<int>({.kind = Kind::Number, .least = least, .most = most},
                       [=](const std::string& written) { return parse_number(written, least, most); });
}

Reader<std::string> word_from(std::vector<std::string> words) {
    Shape shape{.kind = Kind::Word, .words = words};
    return scalar<std::string>(
        std::move(shape), [words](const std::string& written) -> base::Result<std::string> {
            if (std::ranges::find(words, written) != words.end()) return written;
            const auto meant = base::nearest(written, words);
            return no("'" + written + "' is not a word for this",
                      meant.empty() ? "use one of: " + base::join(words, ", ") : "did you mean '" + meant + "'?");
        });
}

Reader<calendar::Limit> limit() {
    return scalar<calendar::Limit>({.kind = Kind::Limit}, parse_bounded);
}

Reader<calendar::Convention> convention() {
    std::vector<std::string> words;
    for (const auto& named : words_of<calendar::Convention>()) words.emplace_back(named.word);
    return scalar<calendar::Convention>({.kind = Kind::Word, .words = words}, [](const std::string& written) {
        return calendar::parse_convention(written);
    });
}

Reader<Who> who() {
    const auto one = scalar<Who>({.kind = Kind::Who}, parse_who);
    return {one.shape, [one, several = list_of(one)](const Node& node, Loading& loading) -> std::optional<Who> {
                if (node.kind != Node::Kind::List) return one.read(node, loading);
                auto parts = several.read(node, loading);
                if (!parts) return std::nullopt;
                return Who{Who::Kind::AnyOf, {}, std::move(*parts)};
            }};
}

Reader<std::string> word_before() {
    auto plain = word_from(words_before());
    return {plain.shape, [plain](const Node& node, Loading& loading) -> std::optional<std::string> {
                for (const std::string keyed : {"take_step:", "submit_form:"}) {
                    const bool fits = node.kind == Node::Kind::Scalar && node.text.starts_with(keyed);
                    if (fits && is_key(node.text.substr(keyed.size()))) return node.text;
                }
                return plain.read(node, loading);
            }};
}

Reader<Fact> fact() {
    return scalar<Fact>({.kind = Kind::Fact}, parse_fact);
}

}  // namespace policy
