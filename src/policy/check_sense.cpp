// What each says well and makes no sense together: duties over before they begin, limits that are not as long
// as they are declared, cases that leave nothing over, decisions that end nothing, words that are misspelt.
#include "policy/check_report.h"
#include "policy/reach.h"
#include "policy/satisfiable.h"
#include "policy/span_of_days.h"
#include "policy/words.h"

#include <algorithm>
#include <set>

namespace policy {
namespace {

using Word = std::string;

/// One letter more, less or other, in a word long enough for that to be a slip.
bool is_slip_of(const Word& word, const Word& meant) {
    const auto &shorter = word.size() < meant.size() ? word : meant, &longer = word.size() < meant.size() ? meant : word;
    if (shorter.size() < 5 || longer.size() - shorter.size() > 1 || word == meant) return false;
    const auto [one, other] = std::ranges::mismatch(shorter, longer);
    const bool replaced = shorter.size() == longer.size();
    return std::equal(replaced ? one + 1 : one, shorter.end(), other + 1, longer.end());
}

/// Kinds of post and sectors are the directory's words; here those that the policy itself names.
struct Named {
    std::set<Word> kinds, sectors;
};

Named named_in(const Pack& pack) {
    Named named;
    for (const auto& tier : pack.tiers) {
        for (const auto& row : tier.rows) {
            named.kinds.insert(row.kinds.begin(), row.kinds.end());
            named.kinds.insert(row.professions.begin(), row.professions.end());
            named.sectors.insert(row.sectors.begin(), row.sectors.end());
            if (!row.represented_by.empty()) named.sectors.insert(row.represented_by);
        }
    }
    for (const auto& role : pack.roles) named.kinds.insert(role.kinds.begin(), role.kinds.end());
    for (const auto& meeting : pack.meetings) {
        for (const auto& member : meeting.members) named.kinds.insert(member.kinds.begin(), member.kinds.end());
    }
    Visitor visitor;
    visitor.who = [&](const Subject&, const Who& who) {
        using enum Who::Kind;
        if (who.kind == Partnership || who.kind == RaisingAgency || who.kind == ReceivingAgency) named.kinds.insert(who.key);
    };
    walk(pack, visitor);
    return named;
}

class Sense {
public:
    Sense(const Pack& pack, Report& report) : pack_(pack), report_(report), named_(named_in(pack)) {}

    void question(const Subject& subject, const Condition& is) const {
        const bool sector = is.ask == Ask::RaisingSector || is.ask == Ask::ReceivingSector;
        if (!sector && is.ask != Ask::RaiserKind && is.ask != Ask::ReceivingKind) return;
        const auto& known = sector ? named_.sectors : named_.kinds;
        for (const auto& word : is.words) {
            const auto meant = std::ranges::find_if(known, [&](const Word& one) { return is_slip_of(word, one); });
            if (known.contains(word) || meant == known.end()) continue;
            report_.wrong(subject, std::string("nothing else in the policy speaks of the ") + (sector ? "sector '" : "kind of post '") + word + "'",
                          "did you mean '" + *meant + "'?");
        }
    }

    void condition(const Subject& subject, const Condition& condition) const {
        if (!can_hold({condition})) report_.wrong(subject, "it contradicts itself: it can never be so", "ask for one or the other");
    }

    void fact(const Subject& subject, const Fact& fact) const {
        using enum Happening;
        const bool of_duty = fact.happening == Discharged || fact.happening == Waived || fact.happening == Breached;
        if (!of_duty || fact.key.empty()) return;
        report_.wrong(subject, "'" + to_word(fact) + "' is never recorded: '" + to_word(fact.happening) + "' is not told apart by duty",
                      "take the fact that fulfils that duty, or '" + to_word(fact.happening) + "' of any");
    }

    void clock(const Subject& subject, const Clock& clock) const {
        const bool longer = is_surely_longer(clock.limit, clock.same_as), shorter = is_surely_longer(clock.same_as, clock.limit);
        if (longer || shorter) {
            report_.wrong(subject.part("same_as"), calendar::to_text(clock.limit) + " is never as long as " + calendar::to_text(clock.same_as),
                          "leave 'same_as' out, or let it be about as long");
        }
        if (!clock.cases.empty()) cases(subject, clock);
    }

    void duty(const Subject& subject, const DutyRule& rule) const {
        const auto is_beginning = [&](const Fact& fact) {
            const bool own = subject.stage && (fact.key.empty() || fact.key == subject.stage->key);
            return fact.happening == Happening::Raised || (fact.happening == Happening::StageOpened && own);
        };
        if (rule.done_by.empty() || !std::ranges::all_of(rule.done_by, is_beginning)) return;
        report_.wrong(subject.part("done_by"), "'" + to_word(rule.done_by.front()) + "' has happened when the duty begins, and cannot fulfil it",
                      "name what comes after it, or leave 'done_by' out");
    }

    void decisions() const {
        for (std::size_t i = 0; i < pack_.stages.size(); ++i) {
            const auto& stage = pack_.stages[i];
            const bool others = !stage.raising.empty() || !stage.receiving.empty() || stage.hand_over || stage.repeats ||
                                has_deciding_meeting(pack_, stage) || !stages_above(pack_, stage).empty();
            const auto ends = [](const DecisionRule& rule) {
                return rule.other || std::ranges::any_of(rule.options, [](const auto& option) { return option.then != Then::Stays; });
            };
            if (others || stage.decisions.empty() || std::ranges::any_of(stage.decisions, ends)) continue;
            report_.wrong({"/stages/" + std::to_string(i) + "/decisions", "stage '" + stage.key + "'", stage.source.clause},
                          "no decision settles it, and nobody else can: every option says 'stays'", "let one say 'settles', or add 'other: yes'");
        }
    }

private:
    void cases(const Subject& subject, const Clock& clock) const {
        std::vector<Condition> none;  // of the cases before
        for (std::size_t i = 0; i < clock.cases.size(); ++i) {
            const auto& one = clock.cases[i];
            const bool said = std::any_of(clock.cases.begin(), clock.cases.begin() + static_cast<std::ptrdiff_t>(i),
                                          [&](const ClockCase& other) { return other.when == one.when; });
            none.push_back(one.when);
            if (!said && can_hold({one.when}) && !can_hold(none))
                report_.wrong(subject.part("cases").part(i), "this case can never count: those before it leave nothing over",
                              "put it first, or leave it out");
            none.back() = {.op = Condition::Op::Not, .parts = {one.when}};
        }
        const auto& last = clock.cases.back();
        const auto part = subject.part("cases").part(clock.cases.size() - 1);
        const bool cited = !last.source.reading.empty() || (!last.source.clause.empty() && last.source.clause != subject.clause);
        const bool plain = !last.convention || last.convention == clock.convention;
        if (last.limit == clock.limit && plain && !cited)
            report_.wrong(part, "it says what holds without it", "leave it out, or give it another limit");
        if (clock.limit.unit != calendar::Unit::NoneStated && !can_hold(none)) {
            report_.wrong(subject.part("within"), calendar::to_text(clock.limit) + " never counts: one of the cases always does",
                          "leave one of them out");
        }
    }

    const Pack& pack_;
    Report& report_;
    const Named named_;
};

}  // namespace

void check_sense(const Pack& pack, Report& report) {
    const Sense sense(pack, report);
    Visitor visitor;
    visitor.question = [&](const Subject& subject, const Condition& is) { sense.question(subject, is); };
    visitor.condition = [&](const Subject& subject, const Condition& condition) { sense.condition(subject, condition); };
    visitor.fact = [&](const Subject& subject, const Fact& fact) { sense.fact(subject, fact); };
    visitor.clock = [&](const Subject& subject, const Clock& clock) { sense.clock(subject, clock); };
    visitor.duty = [&](const Subject& subject, const DutyRule& rule) { sense.duty(subject, rule); };
    walk(pack, visitor);
    sense.decisions();
}

}  // namespace policy
