// The head of a pack: dates in their order, a calendar, a reminder that can be counted.
#include "calendar/edition.h"
#include "calendar/local_time.h"
#include "policy/check_report.h"

namespace policy {
namespace {

void check_date(const std::string& path, const std::string& name, const std::string& date, Report& report) {
    if (date.empty() || calendar::parse_date(date)) return;
    report.wrong({path, name}, "'" + date + "' is no date", "write it as in 2026-11-19");
}

/// ISO dates are in the order of their text.
void check_order(const Identity& identity, Report& report) {
    const auto& review = identity.review.on;
    if (!review.empty() && !identity.effective_from.empty() && review <= identity.effective_from) {
        report.wrong({"/review/on", "the review"}, "it is not later than the day the policy takes effect",
                     "check 'effective_from' and 'review'");
    }
    if (!review.empty() && !identity.approved_on.empty() && review <= identity.approved_on) {
        report.wrong({"/review/on", "the review"}, "it is not later than the day of approval",
                     "check 'approved_on' and 'review'");
    }
    if (!identity.approved_on.empty() && identity.approved_by.empty()) {
        report.wrong({"/approved_on", "the approval"}, "it has a date and nobody who approved",
                     "add 'approved_by'");
    }
}

void check_nag(const Identity& identity, Report& report) {
    const Subject nag{"/nag", "the reminder ('nag')"};
    if (!calendar::is_dated(identity.nag)) {
        report.wrong(nag, "'" + calendar::to_text(identity.nag) + "' gives no date",
                     "write a number and a unit, as in 5 working days");
    } else if (const auto fits = calendar::fitting(identity.convention, identity.nag.unit); !fits) {
        report.wrong(nag, fits.error().why, "choose a unit that the pack's convention counts");
    }
}

void check_words(const Pack& pack, Report& report) {
    const auto check = [&](const std::string& name, const WordList& list) {
        const bool given = !list.source.clause.empty() || !list.source.reading.empty();
        if (!given || list.open || !list.words.empty()) return;
        report.wrong({"/scope/" + name, "the list of " + name}, "nothing can be chosen from it",
                     "add 'words', or 'open: yes' for any words");
    };
    check("subjects", pack.scope.subjects);
    check("standings", pack.scope.standings);
    check("topics", pack.scope.topics);
    check("kinds", pack.scope.kinds);
    check("concerns", pack.scope.concerns);
    check("decisions", pack.scope.decisions);
    check("criteria", pack.scope.criteria);
    check("strengths", pack.scope.strengths);
}

void check_rulings(const Pack& pack, Report& report) {
    for (std::size_t i = 0; i < pack.readings.size(); ++i) {
        const auto& reading = pack.readings[i];
        const Subject subject{"/readings/" + std::to_string(i), "reading '" + reading.key + "'",
                              reading.clause};
        check_date(subject.path + "/ruled_on", subject.name, reading.ruled_on, report);
        if (reading.ruled_by.empty() != reading.ruled_on.empty()) {
            report.wrong(subject, "a ruling has somebody who ruled and a date",
                         "give both 'ruled_by' and 'ruled_on', or neither");
        }
        if (reading.taken == reading.instead) {
            report.wrong(subject.part("instead"), "it says the same as what is taken",
                         "say what else the source could mean");
        }
    }
}

}  // namespace

void check_identity(const Pack& pack, Report& report) {
    const auto& identity = pack.identity;
    check_date("/effective_from", "the start of the policy", identity.effective_from, report);
    check_date("/approved_on", "the approval", identity.approved_on, report);
    check_date("/review/on", "the review", identity.review.on, report);
    check_order(identity, report);
    if (const auto fault = calendar::find_fault({.key = identity.calendar})) {
        report.wrong({"/calendar", "the calendar"}, fault->why, "england-and-wales is one");
    }
    check_nag(identity, report);
    check_words(pack, report);
    check_rulings(pack, report);
}

}  // namespace policy
