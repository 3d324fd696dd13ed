#include "policy/check_walk.h"

namespace policy {
namespace {

class Walk {
public:
    explicit Walk(const Visitor& visitor) : see_(visitor) {}

    void identity(const Pack& pack) const {
        const auto& identity = pack.identity;
        see_.source({"/convention", "the convention", identity.convention_source.clause},
                    identity.convention_source, Cited::Must);
        see_.source({"/review", "the review rule"}, identity.review.source, Cited::May);
        see_.source({"/settled_by", "the rule on settling"}, pack.settled_by_source,
                    pack.settled_by.empty() ? Cited::May : Cited::Must);
        for (std::size_t i = 0; i < pack.settled_by.size(); ++i) {
            see_.who(Subject{"/settled_by/who", "the rule on settling"}.part(i), pack.settled_by[i]);
        }
        each(pack.readings, "/readings", "reading", [this](const Subject& subject, const Reading& reading) {
            see_.source(subject, {reading.clause}, Cited::May);
        });
    }

    void scope(const Scope& scope) const {
        words(scope.subjects, "subjects");
        words(scope.standings, "standings");
        words(scope.topics, "topics");
        words(scope.kinds, "kinds");
        words(scope.concerns, "concerns");
        words(scope.decisions, "decisions");
        words(scope.criteria, "criteria");
        words(scope.strengths, "strengths");
        each(scope.origins, "/scope/origins", "origin", [this](const Subject& subject, const Origin& origin) {
            see_.source(subject, origin.source, origin.must_affirm.empty() ? Cited::May : Cited::Must);
        });
        each(scope.exclusions, "/scope/exclusions", "exclusion",
             [this](const Subject& subject, const Exclusion& exclusion) {
                 see_.source(subject, exclusion.source, Cited::Must);
             });
        each(scope.guidance, "/scope/guidance", "guidance", [this](const Subject& subject, const Word& word) {
            see_.source(subject, word.source, Cited::May);
        });
        see_.source({"/scope/own_agency", "the rule on the own agency"}, scope.own_agency_source,
                    Cited::Must);
    }

    void posts(const Pack& pack) const {
        each(pack.tiers, "/tiers", "tier", [this](const Subject& subject, const Tier& tier) {
            see_.source(subject, tier.source, Cited::Must);
            for (std::size_t i = 0; i < tier.rows.size(); ++i) {
                see_.source(subject.part("rows").part(i), tier.rows[i].source, Cited::May);
            }
        });
        each(pack.roles, "/roles", "role", [this](const Subject& subject, const CaseRole& role) {
            see_.source(subject, role.source, Cited::May);
        });
    }

    void ladder(const Pack& pack) const {
        for (std::size_t i = 0; i < pack.starts.size(); ++i) {
            const auto& start = pack.starts[i];
            const Subject subject{"/starts/" + std::to_string(i), "start at '" + start.stage + "'",
                                  start.source.clause};
            see_.source(subject, start.source, Cited::Must);
            condition(subject.part("if"), start.when);
        }
        for (std::size_t i = 0; i < pack.jumps.size(); ++i) {
            const auto& jump = pack.jumps[i];
            const Subject subject{"/jumps/" + std::to_string(i), "jump " + std::to_string(i + 1),
                                  jump.source.clause};
            see_.source(subject, jump.source, Cited::Must);
            who(subject.part("by"), jump.by);
            condition(subject.part("if"), jump.when);
        }
        each(pack.routes, "/routes", "route", [this](const Subject& subject, const Route& route) {
            see_.source(subject, route.source, Cited::Must);
            condition(subject.part("if"), route.when);
        });
        for (std::size_t i = 0; i < pack.stages.size(); ++i) stage(pack.stages[i], i);
        duties(pack.duties, {"", ""});
        needs(pack.needs, {"", ""});
    }

    void notices(const Pack& pack) const {
        each(pack.notices, "/notices", "notice", [this](const Subject& subject, const NoticeRule& notice) {
            see_.source(subject, notice.source, Cited::Must);
            who(subject.part("to"), notice.to);
            condition(subject.part("if"), notice.when);
            facts(subject.part("on"), notice.on);
        });
    }

    void case_words(const Pack& pack) const {
        each(pack.dates, "/dates", "date", [this](const Subject& subject, const NamedDate& date) {
            see_.source(subject, date.source, Cited::Must);
            if (!date.counted) who(subject.part("by"), date.by);
            if (date.counted) clock(subject.part("counted"), *date.counted);
        });
        each(pack.steps, "/steps", "step", [this](const Subject& subject, const Step& step) {
            see_.source(subject, step.source, Cited::Must);
            who(subject.part("by"), step.by);
            condition(subject.part("if"), step.when);
            fields(subject.part("asks"), step.asks);
        });
        const Subject priorities{"/priorities", "the priorities", pack.priorities.source.clause};
        if (!pack.priorities.words.empty()) {
            see_.source(priorities, pack.priorities.source, Cited::Must);
            who(priorities.part("by"), pack.priorities.by);
        }
        if (pack.agree_to_differ) {
            see_.source({"/agree_to_differ", "agreeing to differ"}, pack.agree_to_differ->source, Cited::Must);
        }
    }

    void papers(const Pack& pack) const {
        each(pack.meetings, "/meetings", "meeting", [this](const Subject& subject, const Meeting& meeting) {
            see_.source(subject, meeting.source, Cited::Must);
            who(subject.part("convenor"), meeting.convenor);
            for (std::size_t i = 0; i < meeting.members.size(); ++i) {
                see_.source(subject.part("members").part(i), meeting.members[i].source, Cited::May);
            }
        });
        each(pack.forms, "/forms", "form", [this](const Subject& subject, const Form& form) {
            see_.source(subject, form.source, Cited::Must);
            who(subject.part("filled_by"), form.filled_by);
            for (std::size_t i = 0; i < form.sent_to.size(); ++i)
                who(subject.part("sent_to").part(i), form.sent_to[i]);
            for (std::size_t i = 0; i < form.sections.size(); ++i)
                section(subject.part("sections").part(i), form.sections[i]);
        });
    }

private:
    /// A list of rules with keys; clause and name of each are found.
    template <class T, class Visit>
    void each(const std::vector<T>& rules, const std::string& path, const std::string& kind, Visit visit,
              const Subject& within = {}) const {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            Subject subject{path + "/" + std::to_string(i), kind + " '" + rules[i].key + "'"};
            if (within.stage) subject.name += " of " + within.name;
            subject.stage = within.stage;
            if constexpr (requires { rules[i].source.clause; }) subject.clause = rules[i].source.clause;
            visit(subject, rules[i]);
        }
    }

    void words(const WordList& list, const std::string& name) const {
        const Subject subject{"/scope/" + name, "the list of " + name};
        see_.source(subject, list.source, Cited::May);
        for (std::size_t i = 0; i < list.words.size(); ++i) {
            see_.source(subject.part("words").part(i), list.words[i].source, Cited::May);
        }
    }

    void stage(const Stage& stage, std::size_t index) const {
        const Subject subject{"/stages/" + std::to_string(index), "stage '" + stage.key + "'",
                              stage.source.clause, &stage};
        see_.source(subject, stage.source, Cited::Must);
        if (stage.clock) {
            auto clock = subject.part("clock");
            clock.name = "the clock of " + subject.name;
            clock.clause = stage.clock_source.clause;
            see_.source(clock, stage.clock_source, Cited::Must);
            this->clock(clock, *stage.clock);
        }
        fields(subject.part("asks"), stage.asks);
        duties(stage.duties, subject);
        needs(stage.needs, subject);
        ways(stage, subject);
    }

    void ways(const Stage& stage, const Subject& subject) const {
        if (stage.repeats) see_.source(subject.part("repeats"), stage.repeats->source, Cited::Must);
        if (stage.though_settled)
            see_.source(subject.part("though_settled"), stage.though_settled_source, Cited::Must);
        if (stage.branches) {
            who(subject.part("branches").part("by"), stage.branches->by);
            const auto options = subject.part("branches").part("options");
            for (std::size_t i = 0; i < stage.branches->options.size(); ++i) {
                see_.source(options.part(i), stage.branches->options[i].source, Cited::Must);
            }
        }
        for (std::size_t i = 0; i < stage.decisions.size(); ++i) {
            auto decision = subject.part("decisions").part(i);
            decision.name = "decision '" + stage.decisions[i].title + "' of " + subject.name;
            see_.source(decision, stage.decisions[i].source, Cited::Must);
            who(decision.part("by"), stage.decisions[i].by);
            condition(decision.part("if"), stage.decisions[i].when);
            fields(decision.part("asks"), stage.decisions[i].asks);
        }
        if (stage.hand_over) {
            auto hand_over = subject.part("hand_over");
            hand_over.name = "the hand-over of " + subject.name;
            see_.source(hand_over, stage.hand_over->source, Cited::Must);
            who(hand_over.part("by"), stage.hand_over->by);
            if (stage.hand_over->back_by.kind != Who::Kind::Nobody) who(hand_over.part("back_by"), stage.hand_over->back_by);
            condition(hand_over.part("if"), stage.hand_over->when);
        }
    }

    void duties(const std::vector<DutyRule>& rules, const Subject& within) const {
        each(
            rules, within.path + "/duties", "duty",
            [this](const Subject& subject, const DutyRule& rule) {
                see_.duty(subject, rule);
                see_.source(subject, rule.source, Cited::Must);
                who(subject.part("by"), rule.by);
                who(subject.part("to"), rule.to);
                clock(subject, rule.clock);
                facts(subject.part("on"), rule.on);
                facts(subject.part("done_by"), rule.done_by);
                condition(subject.part("if"), rule.when);
            },
            within);
    }

    void needs(const std::vector<Need>& needs, const Subject& within) const {
        for (std::size_t i = 0; i < needs.size(); ++i) {
            auto subject = within.part("needs").part(i);
            subject.name = "need " + std::to_string(i + 1) + (within.stage ? " of " + within.name : "");
            subject.clause = needs[i].source.clause;
            see_.source(subject, needs[i].source, Cited::Must);
            condition(subject.part("that"), needs[i].that);
            condition(subject.part("if"), needs[i].when);
            if (needs[i].no_sooner_than) clock(subject.part("no_sooner_than"), *needs[i].no_sooner_than);
            if (needs[i].no_later_than) clock(subject.part("no_later_than"), *needs[i].no_later_than);
            see_.need(subject, needs[i]);
        }
    }

    void section(const Subject& form, const Section& section) const {
        auto subject = form;
        subject.name = "section '" + section.key + "' of " + form.name;
        who(subject.part("owner"), section.owner);
        condition(subject.part("if"), section.when);
        fields(subject.part("fields"), section.fields);
    }

    void fields(const Subject& subject, const std::vector<Field>& fields) const {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            auto field = subject.part(i);
            field.name = "field '" + fields[i].name + "' of " + subject.name;
            see_.field(field, fields[i]);
            condition(field.part("if"), fields[i].when);
        }
    }

    void who(const Subject& subject, const Who& who) const {
        see_.who(subject, who);
        for (std::size_t i = 0; i < who.parts.size(); ++i) see_.who(subject.part(i), who.parts[i]);
    }

    void clock(const Subject& subject, const Clock& clock) const {
        see_.clock(subject, clock);
        facts(subject.part("from"), clock.from);
        for (std::size_t i = 0; i < clock.cases.size(); ++i) {
            const auto part = subject.part("cases").part(i);
            see_.source(part, clock.cases[i].source, Cited::May);
            condition(part.part("if"), std::optional(clock.cases[i].when));
        }
    }

    void facts(const Subject& subject, const std::vector<Fact>& facts) const {
        for (std::size_t i = 0; i < facts.size(); ++i) see_.fact(subject.part(i), facts[i]);
    }

    void condition(const Subject& subject, const std::optional<Condition>& condition) const {
        if (!condition) return;
        see_.condition(subject, *condition);
        this->condition(subject, *condition);
    }

    void condition(const Subject& subject, const Condition& condition) const {
        if (condition.op == Condition::Op::Is) see_.question(subject, condition);
        for (std::size_t i = 0; i < condition.parts.size(); ++i)
            this->condition(subject.part(i), condition.parts[i]);
    }

    const Visitor& see_;
};

}  // namespace

void walk(const Pack& pack, const Visitor& visitor) {
    const Walk walk(visitor);
    walk.identity(pack);
    walk.scope(pack.scope);
    walk.posts(pack);
    walk.ladder(pack);
    walk.case_words(pack);
    walk.notices(pack);
    walk.papers(pack);
}

}  // namespace policy
