#include "policy/satisfiable.h"

#include <algorithm>

namespace policy {
namespace {

constexpr std::size_t answers_tried_max = 4096;

/// Questions that have one answer at a time, whatever words they are asked with.
bool has_one_answer(Ask ask) {
    switch (ask) {
        case Ask::ReceivingSector:
        case Ask::ReceivingKind:
        case Ask::Criterion:
        case Ask::Reached:
        case Ask::Happened:
        case Ask::Ever:
        case Ask::LineEnds: return false;
        default: return true;
    }
}

bool is_yes_or_no(Ask ask) {
    return ask == Ask::Danger || ask == Ask::Settled || ask == Ask::Answered || ask == Ask::Formal;
}

/// One thing that can be so or otherwise: a question with its answers, or a word of a question that may have several.
struct Unknown {
    Ask ask;
    std::string word = {};  // of a question with several answers
    std::vector<std::string> answers = {};
    std::size_t tried = 0;
};

class Trial {
public:
    Trial(const std::vector<Condition>& all, const Known& known) : all_(all), known_(known) {
        for (const auto& one : all) collect(one);
        for (auto& unknown : unknowns_) limit(unknown);
    }

    bool succeeds() {
        std::size_t count = 1;
        for (const auto& unknown : unknowns_) {
            count *= unknown.answers.size();
            if (count > answers_tried_max) return true;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (std::ranges::all_of(all_, [&](const Condition& one) { return holds(one); })) return true;
            next();
        }
        return false;
    }

private:
    void collect(const Condition& condition) {
        for (const auto& part : condition.parts) collect(part);
        if (condition.op != Condition::Op::Is) return;
        for (const auto& word : condition.words) {
            const bool single = has_one_answer(condition.ask);
            const auto found = std::ranges::find_if(unknowns_, [&](const Unknown& one) {
                return one.ask == condition.ask && (single || one.word == word);
            });
            auto& unknown = found == unknowns_.end() ? unknowns_.emplace_back(Unknown{condition.ask, single ? "" : word}) : *found;
            if (single && std::ranges::find(unknown.answers, word) == unknown.answers.end()) unknown.answers.push_back(word);
        }
    }

    void limit(Unknown& unknown) const {
        if (!has_one_answer(unknown.ask)) {
            unknown.answers = {"no"};
            if (known_.can_be(unknown.ask, unknown.word)) unknown.answers.emplace_back("yes");
            return;
        }
        if (const auto answer = known_.answer(unknown.ask)) unknown.answers = {*answer};
        else if (is_yes_or_no(unknown.ask)) unknown.answers = {"yes", "no"};
        else if (unknown.ask == Ask::Agencies) unknown.answers = {"one", "several"};
        else unknown.answers.emplace_back();  // none of the words
    }

    void next() {
        for (auto& unknown : unknowns_) {
            if (++unknown.tried < unknown.answers.size()) return;
            unknown.tried = 0;
        }
    }

    bool is_so(Ask ask, const std::string& word) const {
        return std::ranges::any_of(unknowns_, [&](const Unknown& one) {
            if (one.ask != ask) return false;
            if (has_one_answer(ask)) return one.answers[one.tried] == word;
            return one.word == word && one.answers[one.tried] == "yes";
        });
    }

    bool holds(const Condition& condition) const {
        const auto part_holds = [&](const Condition& part) { return holds(part); };
        switch (condition.op) {
            case Condition::Op::Is:
                return std::ranges::any_of(condition.words, [&](const std::string& word) { return is_so(condition.ask, word); });
            case Condition::Op::All: return std::ranges::all_of(condition.parts, part_holds);
            case Condition::Op::Any: return std::ranges::any_of(condition.parts, part_holds);
            case Condition::Op::Not: return !std::ranges::all_of(condition.parts, part_holds);
            case Condition::Op::AtLeast: return std::ranges::count_if(condition.parts, part_holds) >= condition.at_least;
        }
        return true;
    }

    const std::vector<Condition>& all_;
    const Known& known_;
    std::vector<Unknown> unknowns_;
};

}  // namespace

bool can_hold(const std::vector<Condition>& all, const Known& known) {
    return Trial(all, known).succeeds();
}

}  // namespace policy
