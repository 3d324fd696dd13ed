// A policy in plain text, and the dates it leads to.
#include <algorithm>
#include <utility>

#include "app/workplaces.h"
#include "calendar/local_time.h"
#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "http/form.h"
#include "policy/describe.h"
#include "web/columns.h"
#include "web/fragments.h"
#include "web/frame.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/policy_sections.h"
#include "web/questions.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;

std::vector<const app::Partnership*> readable(const Asked& asked) {
    return app::readable_by(*asked.known, asked.person(), today(asked));
}

policy::Field from_field() {
    return {.name = "from",
            .label = "Raised on",
            .kind = policy::FieldKind::Date,
            .required = true,
            .privacy = policy::Privacy::Open};
}

/// Sent with the form: once the day can be read, the page opens where the dates are; else where it says what is wrong.
const std::string to_dates = "to-dates";

http::Response shown_at_dates(const Asked& asked, const std::string& partnership) {
    std::string query;
    for (const auto& [name, value] : asked.request.query) {
        if (name != to_dates) query += (query.empty() ? "?" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    }
    return http::see_other("/policies/" + partnership + query + "#dates");
}

Html stage_cell(const policy::TimetableRow& row) {
    Html cell = strong()(row.title);
    cell.add(element("br")()).add(span("govuk-hint")(capitalised(row.limit)));
    for (const auto& note : row.notes) cell.add(element("br")()).add(span("govuk-hint")(capitalised(note)));
    return cell;
}

Html timetable_of(const app::Partnership& partnership, calendar::Date from, const Asked& asked) {
    const auto calendar = partnership.calendar_at(asked.now);
    const auto start = calendar::moment_at(from, std::chrono::hours{9}, calendar.zone);
    Html part = h3("govuk-heading-s")("If it is raised on " + calendar::in_words(from) +
                                      " at 9am and nobody settles it");
    std::vector<Html> rows;
    std::string route;
    for (const auto& row : policy::timetable(partnership.pack(), calendar, start)) {
        if (row.route != route) {
            if (!rows.empty()) part.add(list_in_columns(std::exchange(rows, {})));
            route = row.route;
            part.add(element("h4", "govuk-heading-s")(route));
        }
        Html ends = row.due ? Html("Ends by ").add(render(time_of(row.due->date))).add(how_counted(*row.due))
                            : Html("No date by which it ends");
        Html opens = Html("Opens by ").add(render(time_of(calendar::local_date(row.opens, calendar.zone))));
        rows.push_back(row_in_columns({stage_cell(row), opens, ends}));
    }
    return part.add(list_in_columns(rows));
}

/// The day that the address asks for; else today.
Html calculator(const app::Partnership& partnership, const Asked& asked, const Problems& problems) {
    const People people{*asked.known, partnership.directory, today(asked)};
    const Filling filling{asked.request.query, problems, people};
    Html part = h2("govuk-heading-m").with("id", "dates")("The latest dates");
    const auto form = element("form")
                          .with("action", "/policies/" + partnership.key)
                          .with("method", "get")
                          .flag("novalidate");
    part.add(
        form(govuk::hidden_field(to_dates, "yes"), render(from_field(), filling),
             render(govuk::Button{.content = "Work out the dates", .kind = govuk::ButtonKind::Secondary})));
    const auto asked_for = calendar::parse_date(read_answers(asked.request.query).text("from"));
    if (problems.empty()) part.add(timetable_of(partnership, asked_for ? *asked_for : today(asked), asked));
    return part;
}

const app::Partnership* find_readable(const Asked& asked) {
    const auto open = readable(asked);
    const auto found = std::ranges::find(open, asked.parameter("partnership"), &app::Partnership::key);
    return found == open.end() ? nullptr : *found;
}

/// The edition that the address names, or the newest; null where it was never adopted.
const policy::Pack* find_asked_for(const app::Partnership& partnership, const Asked& asked) {
    const std::string edition(asked.request.query.get("edition"));
    if (edition.empty()) return &partnership.pack();
    const std::string key(asked.request.query.get("policy"));
    return partnership.find_pack(key.empty() ? partnership.pack().identity.key : key, edition);
}

/// What another edition says; dates are worked out for what is raised from now on.
Html not_in_use(const app::Partnership& partnership, const policy::Pack& shown, const Asked& asked) {
    const auto* adoption = partnership.find_adoption(shown.identity.key, shown.identity.edition);
    const bool to_come = adoption && adoption->begins() > today(asked);
    return render(govuk::InsetText{
        .content = Html(to_come ? "This edition holds from " + calendar::in_words(adoption->begins()) + ". "
                                : "This is an earlier edition, for what was raised under it. ")
                       .add(a("/policies/" + partnership.key, "govuk-link")("The edition in use now"))});
}

Html flowchart(const app::Partnership& partnership) {
    const auto address = "/policies/" + partnership.key + "/diagram.svg";
    const auto picture = element("img").with("src", address).with("class", "app-drawing").with("loading", "lazy")
                             .with("alt", "Flowchart of this policy. The ladder says the same in words.");
    Html part = h2("govuk-heading-m").with("id", "flowchart")("The policy on one page");
    part.add(p("govuk-body")(a(address, "govuk-link")("Open the flowchart by itself"), ", to print it."));
    const auto box = div("app-drawing-box").with("role", "region").with("aria-label", "Flowchart").with("tabindex", "0");
    return part.add(box(picture()));
}

/// A part of the page, with what the list at its top calls it.
struct Part {
    std::string anchor;
    std::string title;
    Html content;
};

/// A long page says at its top what is on it.
Html contents_of(const std::vector<Part>& parts) {
    Html links;
    for (const auto& part : parts) {
        if (!part.content.empty() && !part.anchor.empty())
            links.add(li()(a("#" + part.anchor, "govuk-link")(part.title)));
    }
    return element("nav", "app-contents govuk-!-display-none-print").with("aria-label", "On this page")(ul("govuk-list")(links));
}

}  // namespace

Answer policies(const UseCases&, const Address&, const Asked& asked) {
    const auto open = readable(asked);
    if (open.size() == 1) return http::see_other("/policies/" + open.front()->key);
    Sheet sheet{.title = "Policies", .section = Section::Policies};
    sheet.content = h1("govuk-heading-l")("Policies");
    Html links;
    for (const auto* partnership : open) {
        links.add(li()(a("/policies/" + partnership->key, "govuk-link")(partnership->name), ": ",
                       partnership->pack().identity.title));
    }
    if (open.empty())
        sheet.content.add(p("govuk-body")("You work with no partnership here."));
    else
        sheet.content.add(ul("govuk-list govuk-list--spaced")(links));
    return sheet;
}

Answer policy_page(const UseCases&, const Address&, const Asked& asked) {
    const auto* found = find_readable(asked);
    if (!found) return not_found();
    const auto& partnership = *found;
    const auto problems = check_dates({from_field()}, asked.request.query);
    if (problems.empty() && asked.request.query.has(to_dates)) return shown_at_dates(asked, partnership.key);
    Sheet sheet{.title = "Policy",
                .under = partnership.name,
                .section = Section::Policies,
                .width = govuk::Width::Full};
    if (!problems.empty()) sheet.answers = govuk::Answers::WithErrors;
    sheet.content = summary_of(problems, {from_field()});
    const auto* asked_for = find_asked_for(partnership, asked);
    if (!asked_for) return not_found();
    const auto& pack = *asked_for;
    const bool newest = asked_for == &partnership.pack();
    const std::vector<Part> parts{
        {"ladder", "The ladder", ladder_of(pack)},
        {"flowchart", "The policy on one page", newest ? flowchart(partnership) : Html{}},
        {"dates", "The latest dates", newest ? calculator(partnership, asked, problems) : Html{}},
        {"duties", "At every stage, and after", duties_of(pack)},
        {"scope", "What it is for", scope_of(pack)},
        {"forms", "Forms", forms_of(pack)},
        {"clauses", "Clauses", clauses_of(pack)},
        {"readings", "Readings", readings_of(pack, partnership)},
        {"editions", "Editions", adoptions_of(partnership, pack)}};
    sheet.content.add(policy_heading(pack)).add(newest ? Html{} : not_in_use(partnership, pack, asked)).add(contents_of(parts));
    for (const auto& part : parts) sheet.content.add(part.content);
    return sheet;
}

Answer policy_diagram(const UseCases& use, const Address&, const Asked& asked) {
    const auto* partnership = find_readable(asked);
    if (!partnership) return not_found();
    http::Response picture{200, {{"Content-Type", "image/svg+xml"}}, use.drawings.of(partnership->pack())};
    // Opened by itself it has one style sheet inside, ours, and may load nothing.
    return std::move(picture).with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
}

}  // namespace web
