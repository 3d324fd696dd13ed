#include "policy/diff.h"

#include <algorithm>

#include "policy/diff_facets.h"

namespace policy {
namespace {

using Kind = Difference::Kind;

/// Whose rules are compared: those of the pack, or of a stage or form in it.
struct Within {
    std::string name = {};  // "Stage 1"
    std::string key = {};   // "stage-1/"
};

std::string quoted(const std::string& said) {
    return said.empty() ? "nothing" : "'" + said + "'";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string key_of(const std::string& key, std::size_t) {
    return key;
}
std::string key_of(std::size_t, std::size_t place) {
    return std::to_string(place + 1);
}

class Comparison {
public:
    Comparison(const Pack& before, const Pack& after) : before_(before), after_(after) {}

    std::vector<Difference> take() {
        changed("policy", "policy", capitalised("the policy"), {}, before_.identity, after_.identity);
        compare_scope();
        compare_rules();
        for (const auto& stage : after_.stages) compare_within(stage);
        for (const auto& form : after_.forms) compare_fields(form);
        compare_rest();
        return std::move(found_);
    }

private:
    void note(Kind kind, const std::string& what, const std::string& key, const std::string& says,
              const std::string& clause) {
        found_.push_back({kind, what, key, says, clause});
    }

    /// Facet by facet; where none differs and yet the two are not equal, that much is said.
    template <class T>
    void changed(const std::string& what, const std::string& key, const std::string& name,
                 const std::string& clause, const T& was, const T& is) {
        if (was == is) return;
        const auto old_facets = facets_of(was, before_), new_facets = facets_of(is, after_);
        bool told = false;
        for (const auto& [facet, said] : new_facets) {
            const auto old_one = std::ranges::find(old_facets, facet, &Facets::value_type::first);
            const auto before = old_one == old_facets.end() ? std::string() : old_one->second;
            if (before == said) continue;
            note(Kind::Changed, what, key,
                 name + ": " + facet + " was " + quoted(before) + ", is now " + quoted(said), clause);
            told = true;
        }
        for (const auto& [facet, said] : old_facets) {
            const bool kept =
                std::ranges::find(new_facets, facet, &Facets::value_type::first) != new_facets.end();
            if (kept || said.empty()) continue;
            note(Kind::Changed, what, key, name + ": " + facet + " was " + quoted(said) + ", is now nothing",
                 clause);
            told = true;
        }
        if (!told) note(Kind::Changed, what, key, name + " is written differently in its details", clause);
    }

    /// Two lists of rules of one kind. `key` tells them apart, `name` is how people call one.
    template <class T, class KeyOf, class NameOf, class ClauseOf>
    void lists(const std::string& what, const Within& within, const std::vector<T>& was,
               const std::vector<T>& is, KeyOf key, NameOf name, ClauseOf clause) {
        const auto called = [&](const T& one) {
            return (within.name.empty() ? "" : within.name + ", ") + what + " '" + name(one) + "'";
        };
        const auto find = [&](const std::vector<T>& list, const std::string& wanted) -> const T* {
            for (std::size_t i = 0; i < list.size(); ++i) {
                if (key_of(key(list[i], i), i) == wanted) return &list[i];
            }
            return nullptr;
        };
        for (std::size_t i = 0; i < is.size(); ++i) {
            const auto its_key = key_of(key(is[i], i), i);
            const auto* old_one = find(was, its_key);
            if (old_one)
                changed(what, within.key + its_key, capitalised(called(is[i])), clause(is[i]), bare(*old_one),
                        bare(is[i]));
            else
                note(Kind::Added, what, within.key + its_key,
                     capitalised(called(is[i])) + " is new" + said_of(is[i]), clause(is[i]));
        }
        for (std::size_t i = 0; i < was.size(); ++i) {
            const auto its_key = key_of(key(was[i], i), i);
            if (!find(is, its_key))
                note(Kind::Removed, what, within.key + its_key, capitalised(called(was[i])) + " is gone",
                     clause(was[i]));
        }
    }

    template <class T>
    void keyed(const std::string& what, const std::vector<T>& was, const std::vector<T>& is,
               const Within& within = {}) {
        lists(
            what, within, was, is, [](const T& one, std::size_t) { return one.key; },
            [](const T& one) { return one.title; }, [](const T& one) { return one.source.clause; });
    }

    /// A rule without the rules inside it, which are compared by themselves.
    template <class T>
    static T bare(T one) {
        return one;
    }
    static Stage bare(Stage stage) {
        stage.duties.clear(), stage.needs.clear(), stage.decisions.clear(), stage.asks.clear();
        return stage;
    }
    static Form bare(Form form) {
        for (auto& section : form.sections) section.fields.clear();
        return form;
    }

    template <class T>
    static std::string said_of(const T&) {
        return {};
    }
    std::string said_of(const DutyRule& rule) const {
        std::string said;
        for (const auto& [facet, words] : facets_of(rule, after_)) {
            if ((facet == "who owes it" || facet == "by when") && !words.empty())
                said += (said.empty() ? ": " : ", ") + words;
        }
        return said;
    }

    static std::string name_of(const Stage& stage) { return stage.label; }

    void duties(const std::vector<DutyRule>& was, const std::vector<DutyRule>& is, const Within& within) {
        keyed("duty", was, is, within);
    }
    void needs(const std::vector<Need>& was, const std::vector<Need>& is, const Within& within) {
        lists(
            "need", within, was, is, [](const Need&, std::size_t i) { return i; },
            [](const Need& one) { return one.says; }, [](const Need& one) { return one.source.clause; });
    }
    void fields(const std::vector<Field>& was, const std::vector<Field>& is, const Within& within) {
        lists(
            "question", within, was, is, [](const Field& one, std::size_t) { return one.name; },
            [](const Field& one) { return one.label; }, [](const Field&) { return std::string(); });
    }

    void compare_within(const Stage& stage) {
        const auto* old_one = find_stage(before_, stage.key);
        if (!old_one) return;
        const Within within{stage.label, stage.key + "/"};
        duties(old_one->duties, stage.duties, within);
        needs(old_one->needs, stage.needs, within);
        fields(old_one->asks, stage.asks, within);
        lists(
            "decision", within, old_one->decisions, stage.decisions,
            [](const DecisionRule&, std::size_t i) { return i; },
            [](const DecisionRule& one) { return one.title; },
            [](const DecisionRule& one) { return one.source.clause; });
    }

    void compare_fields(const Form& form) {
        const auto* old_one = find_form(before_, form.key);
        if (!old_one) return;
        for (const auto& section : form.sections) {
            const auto same = std::ranges::find(old_one->sections, section.key, &Section::key);
            if (same != old_one->sections.end())
                fields(same->fields, section.fields,
                       {form.title + ", " + section.title, form.key + "/" + section.key + "/"});
        }
    }

    void compare_rules() {
        lists(
            "stage", {}, before_.stages, after_.stages, [](const Stage& one, std::size_t) { return one.key; },
            [](const Stage& one) { return one.label + ": " + one.title; },
            [](const Stage& one) { return one.source.clause; });
        compare_order();
        keyed("route", before_.routes, after_.routes);
        keyed("tier", before_.tiers, after_.tiers);
        keyed("role", before_.roles, after_.roles);
        lists(
            "start", {}, before_.starts, after_.starts,
            [](const Start& one, std::size_t) { return one.stage; },
            [](const Start& one) { return one.stage; }, [](const Start& one) { return one.source.clause; });
        lists(
            "jump", {}, before_.jumps, after_.jumps, [](const Jump&, std::size_t i) { return i; },
            [](const Jump& one) { return one.to.empty() ? std::string("any higher stage") : one.to.front(); },
            [](const Jump& one) { return one.source.clause; });
        duties(before_.duties, after_.duties, {});
        needs(before_.needs, after_.needs, {});
        lists(
            "notice", {}, before_.notices, after_.notices,
            [](const NoticeRule& one, std::size_t) { return one.key; },
            [](const NoticeRule& one) { return one.key; },
            [](const NoticeRule& one) { return one.source.clause; });
        keyed("meeting", before_.meetings, after_.meetings);
        keyed("form", before_.forms, after_.forms);
        keyed("date", before_.dates, after_.dates);
        keyed("step", before_.steps, after_.steps);
        lists(
            "reading", {}, before_.readings, after_.readings,
            [](const Reading& one, std::size_t) { return one.key; },
            [](const Reading& one) { return one.about; }, [](const Reading& one) { return one.clause; });
    }

    void compare_order() {
        std::string was, is;
        for (const auto& stage : before_.stages) {
            if (find_stage(after_, stage.key)) was += (was.empty() ? "" : ", ") + stage.key;
        }
        for (const auto& stage : after_.stages) {
            if (find_stage(before_, stage.key)) is += (is.empty() ? "" : ", ") + stage.key;
        }
        if (was != is)
            note(Kind::Changed, "stage", "order",
                 "The order of the stages was " + quoted(was) + ", is now " + quoted(is), {});
    }

    void words(const std::string& what, const std::vector<Word>& was, const std::vector<Word>& is) {
        const auto find = [](const std::vector<Word>& list, const std::string& key) {
            return std::ranges::find(list, key, &Word::key);
        };
        for (const auto& word : is) {
            const auto old_one = find(was, word.key);
            const auto called = capitalised(what) + " '" + word.title + "'";
            if (old_one == was.end())
                note(Kind::Added, what, word.key, called + " is new", word.source.clause);
            else if (*old_one != word)
                note(Kind::Changed, what, word.key,
                     called + " was '" + old_one->title + "' [" + old_one->source.clause + "]",
                     word.source.clause);
        }
        for (const auto& word : was) {
            if (find(is, word.key) == is.end())
                note(Kind::Removed, what, word.key, capitalised(what) + " '" + word.title + "' is gone",
                     word.source.clause);
        }
    }

    void words(const std::string& what, const WordList& was, const WordList& is) {
        words(what, was.words, is.words);
        if (was.open != is.open)
            note(Kind::Changed, what, "open",
                 capitalised(what) + ": another one, in words, is " + (is.open ? "now" : "no longer") +
                     " allowed",
                 is.source.clause);
        if (was.source != is.source)
            note(Kind::Changed, what, "source",
                 "The list of each " + what + " now rests on another clause or reading", is.source.clause);
    }

    void compare_scope() {
        const auto &was = before_.scope, &is = after_.scope;
        words("kind of subject", was.subjects, is.subjects);
        words("standing", was.standings, is.standings);
        words("topic", was.topics, is.topics);
        words("kind of issue", was.kinds, is.kinds);
        words("concern", was.concerns, is.concerns);
        words("decision disputed", was.decisions, is.decisions);
        words("criterion", was.criteria, is.criteria);
        words("strength of dissent", was.strengths, is.strengths);
        words("guidance", was.guidance, is.guidance);
        words("priority", before_.priorities.words, after_.priorities.words);
        if (was.own_agency != is.own_agency)
            note(Kind::Changed, "scope", "own_agency",
                 std::string("A disagreement inside one agency is ") + (is.own_agency ? "now" : "no longer") +
                     " in scope",
                 is.own_agency_source.clause);
    }

    /// What has no facets of its own: a changed one is told as such.
    template <class T>
    void whole(const std::string& what, const T& was, const T& is) {
        if (!(was == is)) note(Kind::Changed, what, what, "The " + what + " changed", {});
    }

    void compare_rest() {
        for (const auto& clause : after_.clauses) {
            const auto* old_one = find_clause(before_, clause.key);
            if (!old_one)
                note(Kind::Added, "clause", clause.key, "Clause " + clause.key + " is new: " + clause.says,
                     clause.key);
            else if (*old_one != clause)
                note(Kind::Changed, "clause", clause.key,
                     "Clause " + clause.key + " was " + quoted(old_one->says) + ", is now " +
                         quoted(clause.says),
                     clause.key);
        }
        for (const auto& clause : before_.clauses) {
            if (!find_clause(after_, clause.key))
                note(Kind::Removed, "clause", clause.key, "Clause " + clause.key + " is gone", clause.key);
        }
        whole("list of origins", before_.scope.origins, after_.scope.origins);
        whole("list of exclusions", before_.scope.exclusions, after_.scope.exclusions);
        whole("people a policy is about", before_.scope.whom, after_.scope.whom);
        whole("source of the rule on the own agency", before_.scope.own_agency_source,
              after_.scope.own_agency_source);
        whole("list of bodies", before_.bodies, after_.bodies);
        whole("rule on agreeing to differ", before_.agree_to_differ, after_.agree_to_differ);
        whole("names in other languages", before_.languages, after_.languages);
        whole("list of who must be satisfied", std::pair(before_.settled_by, before_.settled_by_at_least),
              std::pair(after_.settled_by, after_.settled_by_at_least));
        whole("source of who must be satisfied", before_.settled_by_source, after_.settled_by_source);
        whole("rule on who says the priority", std::pair(before_.priorities.by, before_.priorities.source),
              std::pair(after_.priorities.by, after_.priorities.source));
        const bool untold = found_.empty() && !(before_ == after_);
        if (untold) note(Kind::Changed, "policy", "order", "The same rules stand in another order", {});
    }

    const Pack& before_;
    const Pack& after_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const Pack& before, const Pack& after) {
    return Comparison(before, after).take();
}

}  // namespace policy
