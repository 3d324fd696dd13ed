// A person's own dates as a calendar to subscribe to (RFC 5545): references and duties, nobody's name.
#include "api/body.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "api/refusal.h"
#include "calendar/local_time.h"

namespace api {
namespace {

constexpr std::size_t line_bytes_max = 75;
constexpr int valid_days = 366;
constexpr std::string_view suffix = ".ics";

/// Text as RFC 5545 (3.3.11) wants it.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c != '\r')
            out += c;
    }
    return out;
}

/// A content line, folded before it is too long, and never inside a character.
void add_line(std::string& feed, const std::string& line) {
    std::size_t length = 0;
    for (const char c : line) {
        const bool inside = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (length >= line_bytes_max - 4 && !inside) {
            feed += "\r\n ";
            length = 1;
        }
        feed += c;
        ++length;
    }
    feed += "\r\n";
}

std::string digits_of(std::string iso) {
    std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
    return iso;
}

/// A whole day where the duty may be done until its end, else the moment.
std::string start_of(base::Moment due) {
    const auto day = calendar::local_date(due, home_zone);
    if (due == calendar::end_of_day(day, home_zone))
        return "DTSTART;VALUE=DATE:" + digits_of(calendar::to_iso(day));
    return "DTSTART:" + digits_of(calendar::to_iso(due));
}

void add_event(std::string& feed, const app::Row& row, const UseCases& use, const Asked& asked) {
    add_line(feed, "BEGIN:VEVENT");
    add_line(feed, "UID:" + escaped(row.reference + "/" + row.duty));
    add_line(feed, "DTSTAMP:" + digits_of(calendar::to_iso(asked.now)));
    add_line(feed, start_of(*row.due));
    add_line(feed, "SUMMARY:" + escaped(row.reference + ": " + row.what));
    add_line(feed, "URL:" + use.origin + "/disagreements/" + row.reference);
    add_line(feed, "CLASS:CONFIDENTIAL");
    add_line(feed, "TRANSP:TRANSPARENT");
    add_line(feed, "END:VEVENT");
}

std::string feed_of(const UseCases& use, const Asked& asked, const app::PersonId& person) {
    std::string feed;
    for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concordat//Dates//EN",
                             "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Concordat"})
        add_line(feed, line);
    app::Page page{.limit = 200};
    while (true) {
        const auto listed = use.lists.work(person, app::Part::YourMove, page);
        for (const auto& row : listed.rows) {
            if (row.due) add_event(feed, row, use, asked);
        }
        if (!listed.next) break;
        page.after = listed.next;
    }
    add_line(feed, "END:VCALENDAR");
    return feed;
}

}  // namespace

http::Response make_calendar(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto issued = use.tokens.issue(
        {asked.person(), {app::Scope::Calendar}, valid_days, "calendar, made with " + asked.token.id, asked.token});
    if (!issued) return reply(problem_of(issued.error()));
    return reply(json::Object()
                     .set("id", issued->token.id)
                     .set("href", use.origin + "/calendar/" + issued->secret + ".ics")
                     .set("expires", calendar::to_iso(issued->token.expires)),
                 201);
}

http::Response get_calendar(const UseCases& use, const Asked& asked) {
    const auto file = asked.parameter("file");
    const bool named = file.ends_with(suffix);
    const auto token = use.tokens.find(named ? file.substr(0, file.size() - suffix.size()) : "");
    const bool good = token && token->scopes.contains(app::Scope::Calendar) &&
                      asked.known->find_person(token->person);
    if (!good) return reply(not_there("there is no calendar at this address"));
    return text_reply(feed_of(use, asked, token->person), "text/calendar; charset=utf-8");
}

}  // namespace api
