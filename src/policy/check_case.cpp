// Routes, named dates, steps, priorities and needs: each can come about, and says enough.
#include "base/text.h"
#include "policy/check_report.h"

#include <algorithm>
#include <set>

namespace policy {
namespace {

class Case {
public:
    Case(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void routes() const {
        if (pack_.routes.empty()) return;
        if (std::ranges::all_of(pack_.routes, [](const Route& route) { return route.when.has_value(); })) {
            report_.wrong({"/routes", "the routes"}, "what meets no condition has no ladder to go up",
                          "leave 'if' out of the last route");
        }
        for (std::size_t i = 0; i < pack_.routes.size(); ++i) {
            const auto& route = pack_.routes[i];
            const Subject subject{"/routes/" + std::to_string(i), "route '" + route.key + "'", route.source.clause};
            if (!route.when && i + 1 < pack_.routes.size())
                report_.wrong(subject, "the routes after it are never taken: it asks for nothing", "put it last");
        }
    }

    void dates() const {
        for (std::size_t i = 0; i < pack_.dates.size(); ++i) {
            const auto& date = pack_.dates[i];
            const Subject subject{"/dates/" + std::to_string(i), "date '" + date.key + "'", date.source.clause};
            const bool set = date.by.kind != Who::Kind::Nobody;
            if (set == date.counted.has_value()) {
                report_.wrong(subject, set ? "it is both set by people and counted" : "nobody sets it, and it is not counted",
                              "give either 'by' or 'counted'");
            }
            if (date.counted) counted(subject.part("counted"), *date.counted);
            if (date.on_raising && date.counted)
                report_.wrong(subject.part("on_raising"), "what is counted is not asked", "leave 'on_raising' out");
            if (is_duty(date.key))
                report_.wrong(subject.part("key"), "a duty has the same key", "give one of them another");
        }
    }

    void steps() const {
        for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
            const auto& step = pack_.steps[i];
            const Subject subject{"/steps/" + std::to_string(i), "step '" + step.key + "'", step.source.clause};
            if (!step.says.empty() && !step.when)
                report_.wrong(subject.part("says"), "it says why not, and is always possible", "add 'if', or leave 'says' out");
            std::set<std::string> names;
            for (std::size_t k = 0; k < step.asks.size(); ++k) {
                if (names.insert(step.asks[k].name).second) continue;
                report_.wrong(subject.part("asks").part(k), "the field '" + step.asks[k].name + "' stands twice",
                              "give one of them another name");
            }
        }
    }

    void need(const Subject& subject, const Need& need) const {
        const bool nothing = need.that == Condition{} && !need.no_sooner_than && !need.no_later_than;
        if (nothing) report_.wrong(subject, "it asks for nothing", "add 'that', 'no_sooner_than' or 'no_later_than'");
        const auto dated = [&](const std::optional<Clock>& span, const std::string& part) {
            if (!span) return;
            counted(subject.part(part), *span);
            if (span->from.empty() && span->from_date.empty())
                report_.wrong(subject.part(part), "it does not say from when", "add 'from' or 'from_date'");
        };
        dated(need.no_sooner_than, "no_sooner_than");
        dated(need.no_later_than, "no_later_than");
        const bool raise = std::ranges::find(need.before, "raise") != need.before.end();
        if (raise && subject.stage)
            report_.wrong(subject.part("before"), "at a stage it has been raised already", "write it under 'needs' of the pack");
    }

    void notices() const {
        std::vector<std::string> names = known_answers();
        for (std::size_t i = 0; i < pack_.notices.size(); ++i) {
            const auto& notice = pack_.notices[i];
            const Subject subject{"/notices/" + std::to_string(i), "notice '" + notice.key + "'", notice.source.clause};
            if (!notice.leaves_out.empty() && notice.profile != Profile::Full)
                report_.wrong(subject.part("leaves_out"), "only a full notice has anything to leave out", "let 'profile' be full, or leave 'leaves_out' out");
            for (std::size_t k = 0; k < notice.leaves_out.size(); ++k) {
                if (std::ranges::find(names, notice.leaves_out[k]) != names.end()) continue;
                const auto meant = base::nearest(notice.leaves_out[k], names);
                report_.wrong(subject.part("leaves_out").part(k), "there is no answer '" + notice.leaves_out[k] + "' that could be left out",
                              meant.empty() ? "name a field of raising, of a stage, a form, a decision or a step" : "did you mean '" + meant + "'?");
            }
        }
    }

    void rest() const {
        if (pack_.settled_by_at_least > static_cast<int>(pack_.settled_by.size())) {
            report_.wrong({"/settled_by/at_least", "the rule on settling", pack_.settled_by_source.clause},
                          "so many can never be satisfied", "let it be no more than those under 'who'");
        }
        const std::function<bool(const Who&)> raises = [&](const Who& who) {
            using enum Who::Kind;
            const bool own = who.kind == Raising || who.kind == Raiser || who.kind == Both || who.kind == Everyone;
            return own || std::ranges::any_of(who.parts, raises);
        };
        for (std::size_t i = 0; i < pack_.dates.size(); ++i) {
            const auto& date = pack_.dates[i];
            if (!date.on_raising || date.counted || raises(date.by)) continue;
            report_.wrong({"/dates/" + std::to_string(i) + "/on_raising", "date '" + date.key + "'", date.source.clause},
                          "whoever raises it may not set it", "let 'by' be raiser, raising or both");
        }
        std::set<std::string> codes;
        for (std::size_t i = 0; i < pack_.languages.size(); ++i) {
            if (codes.insert(pack_.languages[i].code).second) continue;
            report_.wrong({"/languages/" + std::to_string(i), "language '" + pack_.languages[i].code + "'"},
                          "it stands twice", "keep one");
        }
    }

private:
    /// What raising asks under any policy, and every field of this one.
    std::vector<std::string> known_answers() const {
        std::vector<std::string> names{"child_name", "child_dob", "child_address", "decision", "view", "evidence", "evidence_source",
                                       "outcome_wanted", "how_settled", "protection", "safe_now", "rationale", "outcome", "point"};
        Visitor visitor;
        visitor.field = [&](const Subject&, const Field& field) { names.push_back(field.name); };
        walk(pack_, visitor);
        return names;
    }

    bool is_duty(const std::string& key) const {
        const auto has = [&](const std::vector<DutyRule>& rules) {
            return std::ranges::find(rules, key, &DutyRule::key) != rules.end();
        };
        return has(pack_.duties) || std::ranges::any_of(pack_.stages, [&](const Stage& stage) { return has(stage.duties); });
    }

    void counted(const Subject& subject, const Clock& span) const {
        if (!calendar::is_dated(span.limit))
            report_.wrong(subject.part("limit"), "nothing can be counted by it", "write a number and a unit");
        const auto* from = find_date(pack_, span.from_date);
        if (from && from->counted)
            report_.wrong(subject.part("from_date"), "'" + from->key + "' is counted itself", "count from a fact, or from a date that people set");
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_case(const Pack& pack, Report& report) {
    const Case rules(pack, report);
    rules.routes();
    rules.dates();
    rules.steps();
    rules.notices();
    rules.rest();
    Visitor visitor;
    visitor.need = [&](const Subject& subject, const Need& need) { rules.need(subject, need); };
    walk(pack, visitor);
}

}  // namespace policy
