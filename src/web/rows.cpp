#include "web/rows.h"

#include <algorithm>
#include <set>

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
    const std::vector<HeldPost>& own;
};

bool is_vacant(const Line& line, const app::PostId& id) {
    const auto* post = line.partnership.directory.find_post(id);
    return post && directory::is_vacant(*post, calendar::local_date(line.now, line.calendar.zone));
}

std::string empty_words(Listing listing) {
    switch (listing) {
        case Listing::YourMove: return "Nothing waits for you. When something does, it stands here with its date.";
        case Listing::MayDo: return "There is nothing else that you may do.";
        case Listing::TheirMove: return "Nothing that you take part in waits for somebody else.";
        case Listing::Ended: return "Nothing that you took part in has ended.";
        case Listing::Raised: return "You have not raised a disagreement.";
        case Listing::Staff: return "Nobody who reports to you owes anything.";
        case Listing::Register: return "No disagreements have been raised.";
    }
    return {};
}

std::string parties(const Line& line) {
    return "From " + in_words(line.partnership.directory, line.row.raising) + " to " +
           in_words(line.partnership.directory, line.row.receiving);
}

Html hint_line(const Html& said) {
    return element("br")().add(span("govuk-hint govuk-!-margin-bottom-0")(said));
}

/// What it is and what it is about; danger before that.
Html about(const Line& line) {
    const auto& row = line.row;
    Html cell;
    if (row.danger)
        cell.add(div()(render(govuk::Tag{.content = "Immediate danger", .colour = govuk::TagColour::Red})));
    cell.add(a(path_of(row.reference), "govuk-link govuk-!-font-weight-bold")(row.reference));
    std::string about = topic_in_words(line.partnership, row.topic);
    if (!row.stage.empty()) about += (about.empty() ? "" : ". ") + row.stage;
    return cell.add(hint_line(about));
}

Html disagreement_cell(const Line& line) {
    return about(line).add(hint_line(parties(line)));
}

/// `said` comes before the date: "Due", "Next date:".
Html due_cell(const Line& line, const std::string& said) {
    if (line.row.ended && line.row.duty.empty())
        return Html("Ended ").add(render(time_of(calendar::local_date(*line.row.ended, line.calendar.zone))));
    if (!line.row.due) {
        Html undated = "No date set";
        if (line.row.remind) undated.add(". ").add(reminder_in_words(*line.row.remind, line.calendar, line.now));
        return undated;
    }
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
    const auto& row = line.row;
    if (row.what.empty()) return "Nothing is owed";
    const std::string vacant = is_vacant(line, row.owed_by) ? ", vacant" : "";
    return Html(row.what).add(hint_line(in_words(line.partnership.directory, row.owed_by) + vacant));
}

std::string move_in_words(const std::string& move) {
    if (move == "raising") return "The raising side's move";
    if (move == "receiving") return "The receiving side's move";
    if (move == "partnership") return "The partnership's move";
    return "Nobody's move";
}

/// With one post only there is no need to say for which; of a vacant one it is said why it falls to somebody else.
Html owed(const Line& line, Listing listing) {
    const auto& row = line.row;
    Html cell = row.what;
    const bool own = std::ranges::any_of(line.own, [&](const HeldPost& held) { return held.post->id == row.post; });
    if (own && line.own.size() == 1 && listing != Listing::Staff) return cell;
    const std::string post = in_words(line.partnership.directory, row.post);
    return cell.add(hint_line(is_vacant(line, row.post) ? "For the vacant post: " + post : post));
}

/// "Settled and closed (Stage 2)"; "Withdrawn (Before stage 1)".
std::string ending_in_words(const app::Row& row) {
    const bool settled = !row.settled.empty() && row.phase == disagreement::Phase::Closed;
    const std::string& stage = settled ? row.settled : row.stage;
    const std::string said = settled ? "Settled and closed" : phase_in_words(row.phase);
    return stage.empty() ? said : said + " (" + stage + ")";
}

Html opened(const Line& line) {
    return Html("Opened ").add(render(time_of(calendar::local_date(line.row.opened, line.calendar.zone))));
}

Html state_of(const Line& line) {
    Html cell = line.row.ended ? ending_in_words(line.row) : move_in_words(line.row.move);
    return cell.add(element("br")()).add(due_cell(line, "Next date"));
}

/// Of lists with one row for each duty: the duties of a disagreement stand together where the first of them does.
bool is_of_duties(Listing listing) {
    return listing == Listing::YourMove || listing == Listing::MayDo || listing == Listing::Staff;
}

std::vector<Html> cells_of(Listing listing, const Line& line) {
    switch (listing) {
        case Listing::YourMove:
        case Listing::MayDo:
        case Listing::Staff: return {disagreement_cell(line), owed(line, listing), due_cell(line, "Due")};
        case Listing::TheirMove: return {disagreement_cell(line), awaited(line), due_cell(line, "Due")};
        case Listing::Ended: return {about(line), parties(line), state_of(line)};
        case Listing::Raised: return {disagreement_cell(line), awaited(line), state_of(line)};
        case Listing::Register: return {about(line), Html(parties(line)).add(hint_line(opened(line))), state_of(line)};
    }
    return {};
}

Html row_of(Listing listing, const std::vector<Line>& lines) {
    if (lines.size() == 1) return row_in_columns(cells_of(listing, lines.front()));
    std::vector<std::pair<Html, Html>> parts;
    for (const auto& line : lines) parts.emplace_back(owed(line, listing), due_cell(line, "Due"));
    return row_in_columns(disagreement_cell(lines.front()), parts);
}

}  // namespace

Html render(Listing listing, const app::Listed& listed, const Asked& asked) {
    if (listed.rows.empty()) return p("govuk-body")(empty_words(listing));
    const auto own = own_posts(asked);
    std::vector<std::vector<Line>> together;
    for (const auto& row : listed.rows) {
        const auto* partnership = asked.known->find_partnership(row.partnership);
        if (!partnership) continue;
        const Line line{row, *partnership, partnership->calendar_at(asked.now), asked.now, own};
        const auto same = std::ranges::find_if(together, [&](const auto& lines) {
            return is_of_duties(listing) && lines.front().row.reference == row.reference;
        });
        if (same == together.end())
            together.push_back({line});
        else
            same->push_back(line);
    }
    std::vector<Html> rows;
    for (const auto& lines : together) rows.push_back(row_of(listing, lines));
    return list_in_columns(rows);
}

std::string count_of(const app::Listed& listed) {
    std::set<std::string> references;
    for (const auto& row : listed.rows) references.insert(row.reference);
    return std::to_string(references.size()) + (listed.next ? " or more" : "");
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
