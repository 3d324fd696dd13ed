// Questions of a policy that stand beside the product's own: the same name is the same question.
#include "policy/check_report.h"
#include "policy/house_questions.h"
#include "policy/reach.h"

#include <algorithm>

namespace policy {
namespace {

using Fields = std::vector<Field>;

bool is_words(FieldKind kind) { return kind == FieldKind::Text || kind == FieldKind::LongText; }

bool is_chosen(FieldKind kind) {
    return kind != FieldKind::Date && kind != FieldKind::DateTime && kind != FieldKind::YesNo && !is_words(kind);
}

/// One answer does for both: of the same kind, and not one of a list.
bool is_one_question(FieldKind own, FieldKind house) {
    return !is_chosen(house) && (own == house || (is_words(own) && is_words(house)));
}

class Asks {
public:
    Asks(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void check() const {
        for (std::size_t i = 0; i < pack_.stages.size(); ++i) {
            const auto& stage = pack_.stages[i];
            const Subject subject{"/stages/" + std::to_string(i), "stage '" + stage.key + "'", stage.source.clause, &stage};
            std::vector<AskedWith> with{AskedWith::Entering};
            if (may_begin_at(stage)) with.push_back(AskedWith::Raising);
            names(subject.part("asks"), stage.asks, with);
            if (may_begin_at(stage)) names_of_dates(subject.part("asks"), stage.asks);
            for (std::size_t k = 0; k < stage.decisions.size(); ++k) {
                names(subject.part("decisions").part(k).part("asks"), stage.decisions[k].asks, {AskedWith::Deciding});
            }
        }
        for (std::size_t i = 0; i < pack_.steps.size(); ++i) {
            const auto& step = pack_.steps[i];
            names({"/steps/" + std::to_string(i) + "/asks", "step '" + step.key + "'", step.source.clause}, step.asks, {});
        }
        for (std::size_t i = 0; i < pack_.forms.size(); ++i) forms(i);
    }

private:
    void forms(std::size_t i) const {
        const auto& form = pack_.forms[i];
        for (std::size_t k = 0; k < form.sections.size(); ++k) {
            const Subject subject{"/forms/" + std::to_string(i), "form '" + form.key + "'", form.source.clause};
            names(subject.part("sections").part(k).part("fields"), form.sections[k].fields, {});
        }
    }

    void names(const Subject& subject, const Fields& fields, std::vector<AskedWith> with) const {
        with.push_back(AskedWith::Anything);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto& field = fields[i];
            const auto same = std::ranges::find_if(house_questions(), [&](const HouseQuestion& own) {
                return own.name == field.name && std::ranges::find(with, own.with) != with.end();
            });
            if (same != house_questions().end() && !is_one_question(field.kind, same->kind)) taken(subject.part(i), field);
            const auto before = std::find_if(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(i), [&](const Field& one) {
                return one.name == field.name;
            });
            if (before != fields.begin() + static_cast<std::ptrdiff_t>(i) && subject.path.find("/forms/") == std::string::npos) {
                report_.wrong(subject.part(i), "the field '" + field.name + "' stands twice", "give one of them another name");
            }
        }
    }

    /// Dates and exclusions of the policy are asked when it is raised, under names made from their keys.
    void names_of_dates(const Subject& subject, const Fields& fields) const {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto& field = fields[i];
            const auto is_date = [&](const NamedDate& date) {
                const auto kind = date.with_time ? FieldKind::DateTime : FieldKind::Date;
                return date.on_raising && field.name == "date_" + date.key && field.kind != kind;
            };
            const auto is_exclusion = [&](const Exclusion& one) { return field.name == "excluded_" + one.key && field.kind != FieldKind::YesNo; };
            if (std::ranges::any_of(pack_.dates, is_date) || std::ranges::any_of(pack_.scope.exclusions, is_exclusion)) {
                taken(subject.part(i), field);
            }
        }
    }

    bool may_begin_at(const Stage& stage) const {
        const auto first = first_stages(pack_);
        const bool starts = std::ranges::find(first, stage.key) != first.end();
        return starts || std::ranges::any_of(pack_.jumps, [&](const Jump& jump) {
            return jump.to.empty() || std::ranges::find(jump.to, stage.key) != jump.to.end();
        });
    }

    void taken(const Subject& subject, const Field& field) const {
        report_.wrong(subject, "the product asks something of its own under the name '" + field.name +
                                   "', in another way: no answer would do for both",
                      "give the field another name");
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_asks(const Pack& pack, Report& report) {
    Asks(pack, report).check();
}

}  // namespace policy
