// Limits that can be counted, clocks that do not contradict one another, facts that can occur.
#include "calendar/local_time.h"
#include "policy/check_report.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {
namespace {

using calendar::to_text;

bool any_duty(const Pack& pack, const std::function<bool(const DutyRule&)>& holds) {
    const auto in_stage = [&](const Stage& stage) { return std::ranges::any_of(stage.duties, holds); };
    return std::ranges::any_of(pack.duties, holds) || std::ranges::any_of(pack.stages, in_stage);
}

/// At one stage, or at any where there is none in question.
bool any_stage(const Pack& pack, const Stage* stage, const std::function<bool(const Stage&)>& holds) {
    return stage ? holds(*stage) : std::ranges::any_of(pack.stages, holds);
}

bool is_used(const Stage& stage, const std::string& meeting) {
    return meeting.empty() ? !stage.meetings.empty()
                           : std::ranges::find(stage.meetings, meeting) != stage.meetings.end();
}

bool hands_over(const Stage& stage) {
    const auto option = [](const DecisionOption& one) { return one.then == Then::HandsOver; };
    const auto decision = [&](const DecisionRule& one) { return std::ranges::any_of(one.options, option); };
    return stage.hand_over || std::ranges::any_of(stage.decisions, decision);
}

/// Empty where the fact can occur; otherwise what the pack lacks for it.
std::string what_is_lacking(const Fact& fact, const Pack& pack, const Stage* stage) {
    using enum Happening;
    const auto unless = [](bool can, const char* lack) { return std::string(can ? "" : lack); };
    switch (fact.happening) {
        case FormSubmitted: {
            const auto asks = [&](const DutyRule& rule) {
                return rule.what == What::CompleteForm && (fact.key.empty() || rule.form == fact.key);
            };
            const bool addendum = pack.agree_to_differ && pack.agree_to_differ->form == fact.key;
            return unless(addendum || any_duty(pack, asks), "no duty asks for that form");
        }
        case Convened:
        case Held:
        case RepresentationReceived: {
            const auto uses = [&](const Stage& one) { return is_used(one, fact.key); };
            return unless(any_stage(pack, stage, uses), "that meeting cannot be convened there");
        }
        case OfferMade:
        case OfferAccepted:
        case OfferDeclined: {
            const auto is_offered = [&](const std::string& key) {
                const auto* meeting = find_meeting(pack, key);
                return meeting && meeting->offered && (fact.key.empty() || fact.key == key);
            };
            const auto offers = [&](const Stage& one) {
                return std::ranges::any_of(one.meetings, is_offered);
            };
            return unless(any_stage(pack, stage, offers), "no such meeting is offered there");
        }
        case BranchChosen:
            return unless(any_stage(pack, stage, [](const Stage& one) { return one.branches.has_value(); }),
                          "there is no choice of branches there");
        case Decided:
            return unless(any_stage(pack, stage, [](const Stage& one) { return !one.decisions.empty(); }),
                          "nobody decides there");
        case WentUpTheLine:
            return unless(any_stage(pack, stage, [](const Stage& one) { return one.repeats.has_value(); }),
                          "no stage is repeated up the line there");
        case HandedOver: return unless(any_stage(pack, stage, hands_over), "there is no hand-over there");
        case StepTaken: return unless(!pack.steps.empty(), "the pack has no steps");
        case StepEnded: {
            const auto ends = [&](const Step& one) { return one.beside && (fact.key.empty() || one.key == fact.key); };
            return unless(std::ranges::any_of(pack.steps, ends), "no such step runs beside and ends");
        }
        case PrioritySet: return unless(!pack.priorities.words.empty(), "the pack has no priorities");
        case Returned:
            return unless(std::ranges::any_of(pack.stages,
                                              [](const Stage& one) {
                                                  return one.hand_over &&
                                                         one.hand_over->back_by.kind != Who::Kind::Nobody;
                                              }),
                          "nothing that is handed over comes back");
        case RoleNamed: return unless(!pack.roles.empty(), "the pack has no roles");
        default: return {};  // these can be recorded under any policy
    }
}

class Clocks {
public:
    Clocks(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void clock(const Subject& subject, const Clock& clock) const {
        const auto convention = clock.convention.value_or(pack_.identity.convention);
        const bool dated = calendar::is_dated(clock.limit);
        if (const auto fits = calendar::fitting(convention, clock.limit.unit); dated && !fits) {
            report_.wrong(subject.part("within"),
                          "limit without a convention that counts it: " + fits.error().why,
                          "add 'convention:' beside 'within'");
        }
        const auto counts_open_time = [](const calendar::Limit& limit) {
            return limit.unit == calendar::Unit::WorkingHour || limit.unit == calendar::Unit::WorkingMinute;
        };
        const bool open_time = counts_open_time(clock.limit) || std::ranges::any_of(clock.cases, counts_open_time, &ClockCase::limit);
        if (open_time && !calendar::is_ever_open(pack_.identity.hours)) {
            report_.wrong(subject.part("within"), "it counts open time, and the policy does not say when offices are open",
                          "add 'office_hours: mon-fri 09:00-17:00' to the head of the pack");
        }
        if (clock.convention && !dated) {
            report_.wrong(subject.part("convention"), "it says how days are counted where none are",
                          "leave 'convention' out");
        }
        const bool none = clock.limit.unit == calendar::Unit::NoneStated;
        can_be_counted(subject.part("within"), clock.limit, convention);
        for (std::size_t i = 0; i < clock.cases.size(); ++i) {
            const auto& one = clock.cases[i];
            can_be_counted(subject.part("cases").part(i).part("within"), one.limit, one.convention.value_or(convention));
        }
        starts(subject, clock);
        cases(subject, clock);
        if ((!clock.from.empty() || !clock.from_date.empty()) && none && clock.cases.empty()) {
            report_.wrong(subject.part("from"), "the clock starts, and has no limit",
                          "add 'within:', or leave 'from' out");
        }
        // A meeting, and what people agree or set for the case, have a date once it is entered.
        const bool words_alone = none || clock.limit.unit == calendar::Unit::InWords;
        if (clock.silence == Silence::NextStage && words_alone) {
            report_.wrong(subject.part("silence"), "without a date it never runs out",
                          "add 'within:', or take another word");
        }
        if (clock.silence == Silence::NextStage && subject.stage && !has_next(*subject.stage)) {
            report_.wrong(subject.part("silence"), "there is no stage above this one",
                          "take prompt or consider");
        }
    }

    void duty(const Subject& subject, const DutyRule& rule) const {
        const bool dated = calendar::is_dated(rule.clock.limit);
        if (rule.optional && dated) {
            report_.wrong(subject.part("within"), "what may be left undone has a date to be late by",
                          "leave out 'optional', or 'within'");
        }
        if (subject.stage && subject.stage->clock && dated && !rule.survives)
            longer_than_stage(subject, rule);
        const auto lateness = [](const Fact& fact) { return fact.happening == Happening::Breached; };
        const bool can_be_late = rule.clock.limit.unit != calendar::Unit::NoneStated || !rule.clock.cases.empty() ||
                                 !rule.clock.no_later_than.empty();
        if (!rule.once && can_be_late && std::ranges::any_of(rule.on, lateness)) {
            report_.wrong(subject.part("once"), "it follows from its own lateness, without end",
                          "leave 'once: no' out, or give it no limit");
        }
    }

    void contradictions(const std::vector<DutyRule>& rules, const Subject& within) const {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto same_doing = [&](const DutyRule& other) { return is_same_doing(rules[i], other); };
            const auto before = rules.begin() + static_cast<std::ptrdiff_t>(i);
            const auto first = std::find_if(rules.begin(), before, same_doing);
            if (first == before) continue;
            Subject subject = within.part("duties").part(i);
            subject.name = "duty '" + rules[i].key + "'" + (within.stage ? " of " + within.name : "");
            subject.clause = rules[i].source.clause;
            const bool contradicts = first->clock != rules[i].clock;
            report_.wrong(subject,
                          contradicts
                              ? "its clock contradicts that of duty '" + first->key + "', which owes the same"
                              : "it owes the same as duty '" + first->key + "'",
                          "keep one of them, or say by 'if' or 'on' when each applies");
        }
    }

    void can_occur(const Subject& subject, const Fact& fact, const Stage* stage) const {
        const auto lack = what_is_lacking(fact, pack_, stage);
        if (!lack.empty())
            report_.wrong(subject, "'" + to_word(fact) + "' can never occur: " + lack,
                          "take another fact, or add what is lacking");
    }

private:
    bool has_next(const Stage& stage) const {
        if (pack_.routes.empty()) return find_next(pack_, {}, stage.key) != nullptr;
        return std::ranges::any_of(pack_.routes, [&](const Route& route) {
            return find_next(pack_, route.key, stage.key) != nullptr;
        });
    }

    /// By a trial from an ordinary day: what cannot be counted then never gives a date.
    void can_be_counted(const Subject& subject, const calendar::Limit& limit, calendar::Convention convention) const {
        if (!calendar::is_dated(limit) || !calendar::fitting(convention, limit.unit)) return;
        const bool open_time = limit.unit == calendar::Unit::WorkingHour || limit.unit == calendar::Unit::WorkingMinute;
        if (open_time && !calendar::is_ever_open(pack_.identity.hours)) return;  // said already
        auto edition = calendar::Edition{.key = pack_.identity.calendar};
        edition.hours = pack_.identity.hours;
        if (calendar::find_fault(edition)) return;
        const auto monday = calendar::start_of_day(*calendar::parse_date("2026-03-02"), edition.zone);
        const auto end = calendar::due(monday + std::chrono::hours{10}, limit, convention, edition);
        if (end || end.error().rule == "clock_change") return;
        report_.wrong(subject, to_text(limit) + " never gives a date: " + end.error().why,
                      open_time ? "say in 'office_hours:' when offices are open on working days"
                                : "take a limit that can be counted");
    }

    void starts(const Subject& subject, const Clock& clock) const {
        const bool of_stage = subject.stage && subject.path.ends_with("/clock") && subject.path.find("/duties/") == std::string::npos;
        const auto ends_it = [](const Fact& fact) {
            using enum Happening;
            const auto happening = fact.happening;
            return happening == Settled || happening == Withdrawn || happening == Closed || happening == HandedOver ||
                   happening == Escalated || happening == WentUpTheLine;
        };
        const auto never = std::ranges::find_if(clock.from, ends_it);
        if (of_stage && never != clock.from.end()) {
            report_.wrong(subject.part("from"), "the clock of a stage starts at '" + to_word(*never) + "', which ends the stage",
                          "take a fact of the stage itself, such as answered or met");
        }
        if (!clock.from.empty() && !clock.from_date.empty()) {
            report_.wrong(subject.part("from_date"), "the clock starts at a fact and at a date",
                          "leave out 'from' or 'from_date'");
        }
        if (clock.from_last && clock.from.size() < 2) {
            report_.wrong(subject.part("from_last"), "there is no last of a single fact",
                          "list several under 'from', or leave it out");
        }
        if (clock.same_as == clock.limit && clock.limit.unit != calendar::Unit::NoneStated) {
            report_.wrong(subject.part("same_as"), "it is declared to be as long as itself", "leave it out");
        }
    }

    void cases(const Subject& subject, const Clock& clock) const {
        for (std::size_t i = 0; i < clock.cases.size(); ++i) {
            const auto& one = clock.cases[i];
            const auto part = subject.part("cases").part(i);
            const auto convention = one.convention.value_or(clock.convention.value_or(pack_.identity.convention));
            const auto fits = calendar::fitting(convention, one.limit.unit);
            if (calendar::is_dated(one.limit) && !fits) {
                report_.wrong(part.part("within"), "limit without a convention that counts it: " + fits.error().why,
                              "add 'convention:' beside 'within'");
            }
            const auto before = clock.cases.begin() + static_cast<std::ptrdiff_t>(i);
            const auto same = [&](const ClockCase& other) { return other.when == one.when; };
            if (std::any_of(clock.cases.begin(), before, same))
                report_.wrong(part, "this case can never count: one before it asks the same", "keep one");
        }
    }

    void longer_than_stage(const Subject& subject, const DutyRule& rule) const {
        const auto& stage = *subject.stage->clock;
        const bool both_from_opening = rule.on.empty() && starts_with_rule(rule.clock) && starts_with_rule(stage);
        const bool comparable =
            rule.clock.limit.unit == stage.limit.unit && rule.clock.convention == stage.convention;
        if (!both_from_opening || !comparable || rule.clock.limit.n <= stage.limit.n) return;
        report_.wrong(
            subject.part("within"),
            to_text(rule.clock.limit) + " contradicts the clock of the stage, " + to_text(stage.limit),
            "a duty of a stage ends with it; add 'survives: yes' where it goes on");
    }

    static bool starts_with_rule(const Clock& clock) { return clock.from.empty() && clock.from_date.empty(); }

    static bool is_same_doing(const DutyRule& a, const DutyRule& b) {
        return a.what == b.what && a.by == b.by && a.to == b.to && a.on == b.on && a.when == b.when &&
               a.form == b.form && a.meeting == b.meeting && a.done_by == b.done_by &&
               a.what != What::Inform && a.what != What::Report && a.what != What::Refer &&
               a.what != What::Consider;
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_clocks(const Pack& pack, Report& report) {
    const Clocks clocks(pack, report);
    Visitor visitor;
    visitor.clock = [&](const Subject& subject, const Clock& clock) { clocks.clock(subject, clock); };
    visitor.duty = [&](const Subject& subject, const DutyRule& rule) { clocks.duty(subject, rule); };
    visitor.fact = [&](const Subject& subject, const Fact& fact) {
        const bool ends_it = subject.path.find("/done_by/") != std::string::npos;
        clocks.can_occur(subject, fact, ends_it ? nullptr : subject.stage);
    };
    visitor.question = [&](const Subject& subject, const Condition& is) {
        if (is.ask != Ask::Happened && is.ask != Ask::Ever) return;
        for (const auto& word : is.words) {
            const auto fact = parse_fact(word);
            if (fact) clocks.can_occur(subject, *fact, is.ask == Ask::Happened ? subject.stage : nullptr);
        }
    };
    walk(pack, visitor);
    clocks.contradictions(pack.duties, {"", ""});
    for (std::size_t i = 0; i < pack.stages.size(); ++i) {
        const auto& stage = pack.stages[i];
        clocks.contradictions(stage.duties,
                              {"/stages/" + std::to_string(i), "stage '" + stage.key + "'", {}, &stage});
    }
}

}  // namespace policy
