#include "app/placing.h"

#include <algorithm>

namespace app {
namespace {

using disagreement::Duties;
using disagreement::Duty;

bool is_owed(const Duty* duty) {
    return duty && is_open(*duty) && !duty->optional;
}

bool same_date(const Duty& left, const Duty& right) {
    if (left.due.has_value() != right.due.has_value()) return false;
    return !left.due || left.due->at == right.due->at;
}

std::string stage_of(const disagreement::State& state, const policy::Pack& pack) {
    const auto* visit = disagreement::find_last_visit(state);
    const auto* stage = visit ? policy::find_stage(pack, visit->stage) : nullptr;
    if (!stage) return visit ? visit->stage : std::string{};
    return stage->label + ": " + stage->title;
}

}  // namespace

std::string to_word(DutyChange::Kind kind) {
    switch (kind) {
        case DutyChange::Kind::Date: return "date";
        case DutyChange::Kind::Gone: return "gone";
        case DutyChange::Kind::New: return "new";
    }
    return {};
}

std::vector<DutyChange> changes_between(const Duties& before, const Duties& after) {
    using Kind = DutyChange::Kind;
    std::vector<DutyChange> changes;
    for (const auto& duty : before) {
        if (!is_owed(&duty)) continue;
        const auto* then = disagreement::find_duty(after, duty.id);
        if (!is_owed(then))
            changes.push_back({Kind::Gone, duty.id, duty.rule, duty.title, duty.owner, duty.due, {}});
        else if (!same_date(duty, *then))
            changes.push_back({Kind::Date, duty.id, then->rule, then->title, then->owner, duty.due, then->due});
    }
    for (const auto& duty : after) {
        if (is_owed(&duty) && !is_owed(disagreement::find_duty(before, duty.id)))
            changes.push_back({Kind::New, duty.id, duty.rule, duty.title, duty.owner, {}, duty.due});
    }
    return changes;
}

Placed placed(const Dossier& dossier, const disagreement::State& after, const Footing& footing) {
    const auto duties = disagreement::duties(after, *footing.pack, footing.calendar, dossier.now);
    Placed placed{.reference = dossier.reference,
                  .edition = dossier.state.edition,
                  .stage_before = stage_of(dossier.state, *dossier.pack),
                  .stage_after = stage_of(after, *footing.pack),
                  .changes = changes_between(dossier.duties, duties)};
    if (std::ranges::none_of(duties, [](const Duty& duty) { return is_owed(&duty); })) {
        placed.no_place.push_back({{},
                                   "nobody would owe anything in it there",
                                   "say which stage it is there, or settle it under its own edition",
                                   {}});
    }
    return placed;
}

disagreement::Author partnership_author(const Partnership& partnership) {
    return {.agency = AgencyId(partnership.key), .side = disagreement::Side::Partnership};
}

Placed left_behind(Placed planned) {
    planned.changes.clear();
    planned.no_place = {{{}, "somebody else acted on it at the same time", "move it once more", {}}};
    return planned;
}

}  // namespace app
