#include "web/rows.h"

#include <algorithm>

#include "calendar/local_time.h"
#include "govuk/notice.h"
#include "govuk/pagination.h"
#include "http/form.h"
#include "web/columns.h"
#include "web/fragments.h"
#include "web/partnerships.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

/// One row with what its words need.
struct Line {
    const app::Row& row;
    const app::Partnership& partnership;
    calendar::Edition calendar;
    base::Moment now;
    bool several_posts;
};

std::string empty_words(Listing listing) {
    switch (listing) {
        case Listing::YourMove: return "Nothing waits for you. When something does, it stands here with its date.";
        case Listing::TheirMove: return "Nothing that you take part in waits for somebody else.";
        case Listing::Ended: return "Nothing that you took part in has ended.";
        case Listing::Raised: return "You have not raised a disagreement.";
        case Listing::Staff: return "Nobody who reports to you owes anything.";
        case Listing::Register: return "No disagreements have been raised.";
    }
    return {};
}

Html disagreement_cell(const Line& line) {
    const auto& row = line.row;
    Html cell = a(path_of(row.reference), "govuk-link govuk-!-font-weight-bold")(row.reference);
    std::string about = topic_in_words(line.partnership, row.topic);
    if (!row.stage.empty()) about += (about.empty() ? "" : ". ") + row.stage;
    return cell.add(element("br")()).add(span("govuk-hint")(about));
}

std::string between(const Line& line) {
    return in_words(line.partnership.directory, line.row.raising) + " and " +
           in_words(line.partnership.directory, line.row.receiving);
}

/// `said` comes before the date: "Due", "Next date:".
Html due_cell(const Line& line, const std::string& said) {
    if (line.row.ended && line.row.duty.empty())
        return Html("Ended ").add(render(time_of(calendar::local_date(*line.row.ended, line.calendar.zone))));
    if (!line.row.due) return "No date set";
    Html cell;
    if (line.row.overdue) cell.add(div()(render(govuk::Tag{.content = "Overdue", .colour = govuk::TagColour::Red})));
    cell.add(said).add(" ");
    const auto& counted = line.row.counted;
    if (!counted) return cell.add(due_in_words(*line.row.due, line.calendar, line.now));
    const std::string of = line.row.reference + (line.row.what.empty() ? "" : ", " + line.row.what);
    return cell.add(due_in_words(*counted, line.calendar, line.now)).add(how_counted(*counted, of));
}

/// What comes next in it, and whose that is.
Html awaited(const Line& line) {
    if (line.row.what.empty()) return between(line);
    return Html(line.row.what).add(element("br")())
        .add(span("govuk-hint")(in_words(line.partnership.directory, line.row.owed_by)));
}

std::string move_in_words(const std::string& move) {
    if (move == "raising") return "The raising side's move";
    if (move == "receiving") return "The receiving side's move";
    if (move == "partnership") return "The partnership's move";
    return "Nobody's move";
}

/// With one post only there is no need to say for which.
Html owed(const Line& line, bool by_whom) {
    Html cell = line.row.what;
    if (line.row.optional) cell.add(element("br")()).add(span("govuk-hint")("May be left undone"));
    if (!by_whom) return cell;
    return cell.add(element("br")())
        .add(span("govuk-hint")(in_words(line.partnership.directory, line.row.post)));
}

Html register_between(const Line& line) {
    Html cell = between(line);
    return cell.add(element("br")())
        .add(span("govuk-hint")("Opened ",
                                render(time_of(calendar::local_date(line.row.opened, line.calendar.zone)))));
}

Html state_of(const Line& line) {
    Html cell = line.row.ended ? phase_in_words(line.row.phase) : move_in_words(line.row.move);
    return cell.add(element("br")()).add(due_cell(line, "Next date"));
}

std::vector<Html> cells_of(Listing listing, const Line& line) {
    switch (listing) {
        case Listing::YourMove:
            return {disagreement_cell(line), owed(line, line.several_posts), due_cell(line, "Due")};
        case Listing::Staff: return {disagreement_cell(line), owed(line, true), due_cell(line, "Due")};
        case Listing::TheirMove: return {disagreement_cell(line), awaited(line), due_cell(line, "Due")};
        case Listing::Ended: {
            Html ended = phase_in_words(line.row.phase);
            return {disagreement_cell(line), between(line),
                    ended.add(element("br")()).add(due_cell(line, {}))};
        }
        case Listing::Raised:
            return {disagreement_cell(line), "With " + in_words(line.partnership.directory, line.row.receiving),
                    state_of(line)};
        case Listing::Register:
            return {disagreement_cell(line), register_between(line), state_of(line)};
    }
    return {};
}

}  // namespace

Html render(Listing listing, const app::Listed& listed, const Asked& asked) {
    if (listed.rows.empty()) return p("govuk-body")(empty_words(listing));
    const bool several_posts = own_posts(asked).size() > 1;
    std::vector<Html> rows;
    for (const auto& row : listed.rows) {
        const auto* partnership = asked.known->find_partnership(row.partnership);
        if (!partnership) continue;
        rows.push_back(row_in_columns(cells_of(
            listing, {row, *partnership, partnership->calendar_at(asked.now), asked.now, several_posts})));
    }
    return list_in_columns(rows);
}

app::Page page_of(const http::Request& request, std::size_t limit, app::Filter only) {
    app::Page page{.limit = limit, .only = std::move(only)};
    if (const auto* sort = request.query.find("sort"))
        page.after = app::Cursor{*sort, std::string(request.query.get("after"))};
    return page;
}

Html way_on(const std::string& path, const app::Listed& listed, const std::string& query) {
    if (!listed.next) return {};
    const std::string href = path + "?" + query + (query.empty() ? "" : "&") +
                             "sort=" + http::percent_encoded(listed.next->sort) +
                             "&after=" + http::percent_encoded(listed.next->key);
    govuk::Pagination pagination;
    pagination.next = govuk::PageTurn{.href = href, .content = "More"};
    return render(pagination);
}

}  // namespace web
