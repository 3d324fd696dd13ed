// Every key that a rule names exists, and is of the sort that is wanted there.
#include "base/text.h"
#include "policy/check_report.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {
namespace {

using Keys = std::vector<std::string>;

template <class T>
Keys keys_of(const std::vector<T>& rules) {
    Keys keys;
    for (const auto& rule : rules) keys.push_back(rule.key);
    return keys;
}

void add(Keys& keys, const Keys& more) {
    keys.insert(keys.end(), more.begin(), more.end());
}

Keys branches_of(const Pack& pack) {
    Keys keys;
    for (const auto& stage : pack.stages) {
        if (stage.branches) add(keys, keys_of(stage.branches->options));
    }
    return keys;
}

/// A decision in words of its own is recorded as "other".
Keys decisions_of(const Pack& pack) {
    Keys keys;
    for (const auto& stage : pack.stages) {
        for (const auto& decision : stage.decisions) {
            add(keys, keys_of(decision.options));
            if (decision.other) keys.emplace_back("other");
        }
    }
    return keys;
}

/// A list that the pack names; an open one, or one it does not have, holds any word.
std::optional<Keys> closed(const WordList& list) {
    if (list.open || list.words.empty()) return std::nullopt;
    return keys_of(list.words);
}

class References {
public:
    References(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void known(const Subject& subject, const std::string& kind, const std::string& key,
               const Keys& keys) const {
        if (std::ranges::find(keys, key) != keys.end()) return;
        const auto meant = base::nearest(key, keys);
        const auto hint = !meant.empty() ? "did you mean '" + meant + "'?"
                          : keys.empty() ? "the pack has no " + kind
                                         : "known: " + base::join(keys, ", ");
        report_.wrong(subject, "there is no " + kind + " '" + key + "'", hint);
    }

    void who(const Subject& subject, const Who& who) const {
        const bool side = who.kind == Who::Kind::Raising || who.kind == Who::Kind::Receiving;
        if (side && !who.key.empty()) known(subject, "tier", who.key, keys_of(pack_.tiers));
        if (who.kind == Who::Kind::CaseRole) known(subject, "role", who.key, keys_of(pack_.roles));
    }

    void fact(const Subject& subject, const Fact& fact) const {
        using enum Happening;
        if (fact.key.empty()) return;
        switch (fact.happening) {
            case FormSubmitted: return known(subject, "form", fact.key, keys_of(pack_.forms));
            case Convened:
            case Held:
            case OfferMade:
            case OfferAccepted:
            case OfferDeclined: return known(subject, "meeting", fact.key, keys_of(pack_.meetings));
            case StepTaken:
            case StepEnded: return known(subject, "step", fact.key, keys_of(pack_.steps));
            case PrioritySet: return known(subject, "priority", fact.key, keys_of(pack_.priorities.words));
            case RoleNamed: return known(subject, "role", fact.key, keys_of(pack_.roles));
            case StageOpened: return known(subject, "stage", fact.key, keys_of(pack_.stages));
            case BranchChosen: return known(subject, "branch", fact.key, branches_of(pack_));
            case Decided: return known(subject, "option of a decision", fact.key, decisions_of(pack_));
            case StandingChanged:
                if (const auto words = closed(pack_.scope.standings))
                    known(subject, "standing", fact.key, *words);
                return;
            default: return;  // the other facts carry keys of the engine's own, or none
        }
    }

    void question(const Subject& subject, const Condition& is) const {
        for (const auto& word : is.words) {
            switch (is.ask) {
                case Ask::Standing: in_list(subject, "standing", word, pack_.scope.standings); break;
                case Ask::Subject: in_list(subject, "subject", word, pack_.scope.subjects); break;
                case Ask::Topic: in_list(subject, "topic", word, pack_.scope.topics); break;
                case Ask::Kind: in_list(subject, "kind of issue", word, pack_.scope.kinds); break;
                case Ask::Concern: in_list(subject, "concern", word, pack_.scope.concerns); break;
                case Ask::Origin: known(subject, "origin", word, keys_of(pack_.scope.origins)); break;
                case Ask::Decision: in_list(subject, "decision", word, pack_.scope.decisions); break;
                case Ask::Criterion: in_list(subject, "criterion", word, pack_.scope.criteria); break;
                case Ask::Priority: known(subject, "priority", word, keys_of(pack_.priorities.words)); break;
                case Ask::Route: known(subject, "route", word, keys_of(pack_.routes)); break;
                case Ask::Stage:
                case Ask::Reached: known(subject, "stage", word, keys_of(pack_.stages)); break;
                case Ask::Branch: known(subject, "branch", word, branches_of(pack_)); break;
                case Ask::Happened:
                case Ask::Ever:
                    if (const auto named = parse_fact(word)) fact(subject, *named);
                    break;
                case Ask::RaiserKind:  // kinds of post and sectors are the directory's words
                case Ask::RaisingSector:
                case Ask::ReceivingSector:
                case Ask::ReceivingKind:
                case Ask::Danger:  // the loader knows the answers to these
                case Ask::Settled:
                case Ask::Answered:
                case Ask::Formal:
                case Ask::LineEnds:
                case Ask::Against:
                case Ask::Agencies: break;
            }
        }
    }

    void duty(const Subject& subject, const DutyRule& rule) const {
        const bool about_form = rule.what == What::CompleteForm || rule.what == What::SendCopy;
        const bool about_meeting = rule.what == What::Convene || rule.what == What::Offer;
        if (about_form && rule.form.empty())
            report_.wrong(subject, "it does not say which form", "add 'form:'");
        if (about_meeting && rule.meeting.empty())
            report_.wrong(subject, "it does not say which meeting", "add 'meeting:'");
        if (!rule.form.empty()) known(subject.part("form"), "form", rule.form, keys_of(pack_.forms));
        if (!rule.meeting.empty())
            known(subject.part("meeting"), "meeting", rule.meeting, keys_of(pack_.meetings));
    }

    void clock(const Subject& subject, const Clock& clock) const {
        if (!clock.from_date.empty())
            known(subject.part("from_date"), "date", clock.from_date, keys_of(pack_.dates));
        for (std::size_t i = 0; i < clock.no_later_than.size(); ++i) {
            known(subject.part("no_later_than").part(i), "date", clock.no_later_than[i], keys_of(pack_.dates));
        }
        if (clock.limit.unit != calendar::Unit::NextMeeting) return;
        known(subject.part("within"), "body", clock.limit.words, keys_of(pack_.bodies));
    }

    void need(const Subject& subject, const Need& need) const {
        for (const auto& before : need.before) {
            const auto key = before.substr(before.find(':') + 1);
            if (before.starts_with("take_step:")) known(subject.part("before"), "step", key, keys_of(pack_.steps));
            if (before.starts_with("submit_form:")) known(subject.part("before"), "form", key, keys_of(pack_.forms));
        }
    }

    void case_words() const {
        const auto stages = keys_of(pack_.stages);
        const auto all = [&](const std::string& path, const std::string& name, const Keys& named) {
            for (std::size_t i = 0; i < named.size(); ++i)
                known(Subject{path, name}.part("stages").part(i), "stage", named[i], stages);
        };
        for (std::size_t i = 0; i < pack_.routes.size(); ++i)
            all("/routes/" + std::to_string(i), "route '" + pack_.routes[i].key + "'", pack_.routes[i].stages);
        for (std::size_t i = 0; i < pack_.steps.size(); ++i)
            all("/steps/" + std::to_string(i), "step '" + pack_.steps[i].key + "'", pack_.steps[i].stages);
        if (pack_.agree_to_differ && !pack_.agree_to_differ->form.empty())
            known({"/agree_to_differ/form", "agreeing to differ"}, "form", pack_.agree_to_differ->form,
                  keys_of(pack_.forms));
        for (std::size_t i = 0; i < pack_.languages.size(); ++i) language(pack_.languages[i], i);
    }

    void ladder() const {
        const auto stages = keys_of(pack_.stages);
        for (std::size_t i = 0; i < pack_.starts.size(); ++i) {
            known({"/starts/" + std::to_string(i) + "/stage", "start"}, "stage", pack_.starts[i].stage,
                  stages);
        }
        for (std::size_t i = 0; i < pack_.jumps.size(); ++i) {
            for (const auto& to : pack_.jumps[i].to) {
                known({"/jumps/" + std::to_string(i) + "/to", "jump " + std::to_string(i + 1)}, "stage", to,
                      stages);
            }
        }
        for (std::size_t i = 0; i < pack_.stages.size(); ++i) stage(pack_.stages[i], i);
    }

private:
    void in_list(const Subject& subject, const std::string& kind, const std::string& word,
                 const WordList& list) const {
        if (list.open) return;
        known(subject, kind, word, keys_of(list.words));
    }

    void language(const Language& language, std::size_t index) const {
        const Subject subject{"/languages/" + std::to_string(index), "language '" + language.code + "'"};
        const auto all = [&](const std::string& part, const std::string& kind,
                             const std::map<std::string, std::string>& names, const Keys& keys) {
            for (const auto& [key, name] : names) known(subject.part(part).part(key), kind, key, keys);
        };
        all("stages", "stage", language.stages, keys_of(pack_.stages));
        all("forms", "form", language.forms, keys_of(pack_.forms));
        all("topics", "topic", language.topics, keys_of(pack_.scope.topics.words));
        all("steps", "step", language.steps, keys_of(pack_.steps));
    }

    void stage(const Stage& stage, std::size_t index) const {
        const Subject subject{"/stages/" + std::to_string(index), "stage '" + stage.key + "'",
                              stage.source.clause};
        const auto tiers = keys_of(pack_.tiers);
        if (!stage.raising.empty()) known(subject.part("raising"), "tier", stage.raising, tiers);
        if (!stage.receiving.empty()) known(subject.part("receiving"), "tier", stage.receiving, tiers);
        for (std::size_t i = 0; i < stage.meetings.size(); ++i) {
            known(subject.part("meetings").part(i), "meeting", stage.meetings[i], keys_of(pack_.meetings));
        }
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_references(const Pack& pack, Report& report) {
    const References references(pack, report);
    Visitor visitor;
    visitor.who = [&](const Subject& subject, const Who& who) { references.who(subject, who); };
    visitor.fact = [&](const Subject& subject, const Fact& fact) { references.fact(subject, fact); };
    visitor.question = [&](const Subject& subject, const Condition& is) { references.question(subject, is); };
    visitor.duty = [&](const Subject& subject, const DutyRule& rule) { references.duty(subject, rule); };
    visitor.clock = [&](const Subject& subject, const Clock& clock) { references.clock(subject, clock); };
    visitor.need = [&](const Subject& subject, const Need& need) { references.need(subject, need); };
    walk(pack, visitor);
    references.case_words();
    references.ladder();
}

}  // namespace policy
