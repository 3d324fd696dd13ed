#include "web/words.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/local_time.h"
#include "govuk/notice.h"

namespace web {
namespace {

using namespace html;

/// Whole days end with their last second.
bool ends_a_day(base::Moment at, const std::string& zone) {
    return at == calendar::end_of_day(calendar::local_date(at, zone), zone);
}

std::string days_away(int days) {
    if (days == 0) return "today";
    const std::string noun = std::abs(days) == 1 ? " working day" : " working days";
    return days > 0 ? "in " + std::to_string(days) + noun : std::to_string(-days) + noun + " late";
}

std::string hours_away(std::chrono::seconds left) {
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(std::chrono::abs(left)).count();
    const std::string length =
        hours == 0 ? "less than an hour" : std::to_string(hours) + (hours == 1 ? " hour" : " hours");
    return left.count() >= 0 ? "in " + length : length + " late";
}

govuk::DayKind kind_of(const calendar::Reason& reason, const calendar::Due& due, bool first) {
    if (reason.date == due.date) return govuk::DayKind::Due;
    if (first && !reason.counted) return govuk::DayKind::Start;
    return reason.counted ? govuk::DayKind::Counted : govuk::DayKind::NotCounted;
}

/// "Wed 11 November 2026": short enough for a box of the strip.
govuk::Time short_time_of(calendar::Date date) {
    const auto words = calendar::in_words(date);
    return {words.substr(0, 3) + words.substr(words.find(' ')), calendar::to_iso(date)};
}

}  // namespace

govuk::Time time_of(base::Moment at, const std::string& zone) {
    return {calendar::in_words(at, zone), calendar::to_iso(at)};
}

govuk::Time time_of(calendar::Date date) {
    return {calendar::in_words(date), calendar::to_iso(date)};
}

std::string distance(base::Moment due, bool date_only, const calendar::Edition& edition, base::Moment now) {
    const auto from = calendar::local_date(now, edition.zone);
    const auto to = calendar::local_date(due, edition.zone);
    const int days = calendar::working_days_between(edition, from, to);
    if (!date_only && from == to) return hours_away(due - now);
    if (days == 0 && from != to) return to > from ? "before the next working day" : "late since then";
    if (!date_only && due < now && days == 0) return hours_away(due - now);
    return days_away(days);
}

Html due_in_words(const calendar::Due& due, const calendar::Edition& edition, base::Moment now) {
    const auto when = due.date_only ? time_of(due.date) : time_of(due.at, edition.zone);
    Html said = render(when);
    return said.add(" (" + distance(due.at, due.date_only, edition, now) + ")");
}

Html due_in_words(base::Moment at, const calendar::Edition& edition, base::Moment now) {
    const bool date_only = ends_a_day(at, edition.zone);
    const auto date = calendar::local_date(at, edition.zone);
    Html said = render(date_only ? time_of(date) : time_of(at, edition.zone));
    return said.add(" (" + distance(at, date_only, edition, now) + ")");
}

Html reminder_in_words(base::Moment at, const calendar::Edition& edition, base::Moment now) {
    if (at >= now) return Html("Reminder: ").add(due_in_words(at, edition, now));
    return Html("The reminder was ").add(render(time_of(calendar::local_date(at, edition.zone))));
}

Html how_counted(const calendar::Due& due, const std::string& of) {
    govuk::DayStrip strip;
    bool first = true;
    for (const auto& reason : due.because) {
        strip.days.push_back({short_time_of(reason.date), kind_of(reason, due, first), reason.why});
        first = false;
    }
    Html content = render(strip);
    if (due.from_rules) {
        content.add(p("govuk-body")("This rests on bank holidays that have not been announced yet."));
    }
    Html summary = "How this date was counted";
    if (!of.empty()) summary.add(span("govuk-visually-hidden")(": " + of));
    return render(govuk::Details{.summary = summary, .content = content, .classes = of.empty() ? "" : "app-rows__strip"});
}

std::string counted(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

Html paragraphs(const std::string& text) {
    Html all;
    Html lines;
    const auto finish = [&] {
        if (!lines.empty()) all.add(p("govuk-body")(lines));
        lines = {};
    };
    for (const auto& line : base::split(text, '\n')) {
        const auto said = base::trimmed(line);
        if (said.empty()) {
            finish();
            continue;
        }
        if (!lines.empty()) lines.add(element("br")());
        lines.add(said);
    }
    finish();
    return all;
}

}  // namespace web
