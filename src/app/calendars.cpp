#include "app/calendars.h"

#include <algorithm>

#include "app/notices.h"
#include "app/rebuild.h"
#include "base/ensure.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "disagreement/moving.h"

namespace app {
namespace {

constexpr int attempts_max = 5;

base::Findings found(const std::string& what, const std::string& hint = {}) {
    return {{{}, what, hint, {}}};
}

/// A day that is said to be closed is no longer re-opened, and the other way round.
calendar::Edition changed(calendar::Edition edition, const CalendarChange& change) {
    for (const auto& [day, why] : change.closed) {
        edition.closed[day] = why;
        edition.reopened.erase(day);
    }
    for (const auto day : change.reopened) {
        edition.closed.erase(day);
        edition.reopened.insert(day);
    }
    for (const auto& [body, dates] : change.meetings) edition.meetings[body] = dates;
    return edition;
}

base::Findings faults_of(const Partnership& partnership, const CalendarChange& change) {
    base::Findings faults;
    for (const auto day : change.reopened) {
        if (change.closed.contains(day))
            faults.push_back({{}, calendar::to_iso(day) + " is both closed and re-opened", "say one of them", {}});
    }
    for (const auto& [day, why] : change.closed) {
        if (base::trimmed(why).empty())
            faults.push_back({{}, "it is not said why " + calendar::to_iso(day) + " is closed", "write it as DATE=WHY", {}});
    }
    const auto bodies = partnership.bodies();
    for (const auto& [body, dates] : change.meetings) {
        if (std::ranges::find(bodies, body) != bodies.end()) continue;
        const auto meant = base::nearest(body, bodies);
        faults.push_back({{},
                          "the policy names no body '" + body + "'",
                          !meant.empty()   ? "did you mean '" + meant + "'?"
                          : bodies.empty() ? "it names none"
                                           : "it names " + base::join(bodies, ", "),
                          {}});
    }
    return faults;
}

/// As it would stand under `edition`; its own pack says its office hours.
Placed placed_under(const Dossier& dossier, const calendar::Edition& edition) {
    return placed(dossier, dossier.state, {dossier.pack, policy::with_hours_of(*dossier.pack, edition)});
}

}  // namespace

Calendars::Calendars(Journal& journal, const Installation& installation, Administration& administration,
                     const base::Clock& clock, store::Random& random, const store::Digests& digests)
    : journal_(journal),
      installation_(installation),
      administration_(administration),
      clock_(clock),
      random_(random),
      digests_(digests) {}

Checked<calendar::Edition> Calendars::edition_after(const CalendarChange& change) const {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(change.partnership);
    if (!partnership) return tl::unexpected(found("there is no partnership '" + change.partnership + "'"));
    auto faults = faults_of(*partnership, change);
    auto edition = changed(partnership->calendar_at(clock_.now()), change);
    if (const auto fault = calendar::find_fault(edition); fault && faults.empty()) faults = found(fault->why);
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return edition;
}

Checked<std::vector<Placed>> Calendars::preview(const CalendarChange& change) const {
    const auto edition = edition_after(change);
    if (!edition) return tl::unexpected(edition.error());
    std::vector<Placed> moved;
    for (const auto& dossier : Dossiers(journal_, installation_).live(change.partnership, clock_.now())) {
        auto stands = placed_under(dossier, *edition);
        if (!stands.changes.empty()) moved.push_back(std::move(stands));
    }
    return moved;
}

/// Under the calendar that each has, with the meetings as they will be.
std::vector<Placed> Calendars::by_meetings(const CalendarChange& change) const {
    std::vector<Placed> moved;
    if (change.meetings.empty()) return moved;
    for (const auto& dossier : Dossiers(journal_, installation_).live(change.partnership, clock_.now())) {
        auto edition = dossier.calendar;
        for (const auto& [body, dates] : change.meetings) edition.meetings[body] = dates;
        auto stands = placed(dossier, dossier.state, {dossier.pack, std::move(edition)});
        if (!stands.changes.empty()) moved.push_back(std::move(stands));
    }
    return moved;
}

void Calendars::tell_of_meetings(const std::vector<Placed>& moved) {
    for (const auto& one : moved) {
        const auto dossier = Dossiers(journal_, installation_).find(one.reference, clock_.now());
        base::ensure(dossier.has_value(), "what was there a moment ago is there");
        const std::string cause = random_.id();
        store::Append append{.stream = streams::disagreement(one.reference),
                             .expected = store::Revision(std::ssize(dossier->stored)),
                             .command = store::CommandId(cause),
                             .digest = {},
                             .notices = notices_of(*dossier, one.changes, cause)};
        // Told whatever is written meanwhile: a notice changes nothing that somebody could have acted on.
        while (true) {
            const auto landed = journal_.store().append(append);
            const auto* conflict = landed ? nullptr : std::get_if<store::Conflict>(&landed.error());
            if (!conflict) break;
            append.expected = conflict->actual;
        }
    }
}

Checked<void> Calendars::set(const CalendarChange& change, const PersonId& by) {
    auto edition = edition_after(change);
    if (!edition) return tl::unexpected(edition.error());
    const auto moved_by_meetings = by_meetings(change);
    for (const auto& [body, dates] : change.meetings) {
        const auto landed = administration_.set_meetings(change.partnership, body, dates, by);
        if (!landed) return tl::unexpected(found(landed.error().why));
    }
    for (const auto& one : moved_by_meetings) project_again(journal_, installation_, one.reference);
    tell_of_meetings(moved_by_meetings);
    if (change.closed.empty() && change.reopened.empty()) return {};
    const auto landed = administration_.set_calendar(change.partnership, std::move(*edition), by);
    if (!landed) return tl::unexpected(found(landed.error().why));
    return {};
}

Checked<std::vector<Placed>> Calendars::move_open(const std::string& key, const std::string& why) {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(key);
    if (!partnership) return tl::unexpected(found("there is no partnership '" + key + "'"));
    if (base::trimmed(why).empty()) return tl::unexpected(found("a move needs a reason", "say why"));
    Landing landing(journal_, digests_);
    std::vector<Placed> moved;
    for (const auto& seen : Dossiers(journal_, installation_).live(key, clock_.now())) {
        int attempt = 0;
        for (; attempt < attempts_max; ++attempt) {
            const auto dossier = Dossiers(journal_, installation_).find(seen.reference, clock_.now());
            base::ensure(dossier.has_value(), "what was there a moment ago is there");
            if (dossier->state.calendar_since >= partnership->calendars.back().since) break;
            auto stands = placed_under(*dossier, partnership->calendar_at(dossier->now));
            const auto event =
                disagreement::moved_to_calendar(partnership_author(*partnership), dossier->now, why);
            if (!landing.land(*dossier, {store::CommandId(random_.id()), {}}, {event})) continue;
            moved.push_back(std::move(stands));
            break;
        }
        if (attempt == attempts_max) moved.push_back(left_behind({.reference = seen.reference}));
    }
    return moved;
}

}  // namespace app
