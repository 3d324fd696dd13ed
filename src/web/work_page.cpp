// One's own work: what waits for you, what waits for others, what has ended.
#include <algorithm>

#include "app/reference.h"
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/error_summary.h"
#include "govuk/input.h"
#include "govuk/notice.h"
#include "govuk/sub_navigation.h"
#include "web/draft_parts.h"
#include "web/fragments.h"
#include "web/pages.h"
#include "web/partnerships.h"
#include "web/rows.h"
#include "web/words.h"
#include "web/work_filter.h"

namespace web {
namespace {

using namespace html;

constexpr std::size_t rows_on_overview = 10;

std::string capacity_in_words(disagreement::Capacity capacity) {
    switch (capacity) {
        case disagreement::Capacity::Holder: return "";
        case disagreement::Capacity::Deputy: return " (as deputy)";
        case disagreement::Capacity::Manager: return " (as manager)";
    }
    return {};
}

Html who_you_are(const Asked& asked) {
    std::vector<std::string> posts;
    for (const auto& [post, capacity] : own_posts(asked)) {
        posts.push_back(in_words(asked.known->directory, post->id) + capacity_in_words(capacity));
    }
    const std::string acting =
        posts.empty() ? "You hold no post." : "You act for: " + base::join(posts, "; ") + ".";
    return p("govuk-body")("Signed in as ", strong()(asked.visitor->name), ". ", acting);
}

struct Shown {
    app::Part part;
    Listing listing;
    std::string title;
    std::string path;
};

const std::vector<Shown>& parts() {
    static const std::vector<Shown> all{
        {app::Part::YourMove, Listing::YourMove, "Your move", "/work/your-move"},
        {app::Part::MayDo, Listing::MayDo, "What you may do as well", "/work/may-do"},
        {app::Part::TheirMove, Listing::TheirMove, "Their move", "/work/their-move"},
        {app::Part::Ended, Listing::Ended, "Recently closed", "/work/ended"},
        {app::Part::Raised, Listing::Raised, "What you raised", "/work/raised"},
    };
    return all;
}

const std::string staff_title = "What your team owes";
const std::string staff_path = "/work/staff";

/// The overview and each list in whole; the team's only for who has one.
Html ways_through(const UseCases& use, const Asked& asked) {
    govuk::SubNavigation ways{.label = "Your work"};
    const auto add = [&](const std::string& title, const std::string& path) {
        ways.items.push_back({.content = title, .href = path, .current = path == asked.request.path});
    };
    add("Overview", "/work");
    for (const auto& shown : parts()) {
        if (shown.part != app::Part::MayDo || asked.request.path == shown.path) add(shown.title, shown.path);
    }
    const auto staff = use.lists.staff_work(asked.person(), app::Part::YourMove, {.limit = 1});
    if (!staff.rows.empty() || asked.request.path == staff_path) add(staff_title, staff_path);
    return div("govuk-!-display-none-print")(render(ways));
}

/// What there may be little of is shown only where there is some; somebody with nothing at all is told once.
bool is_left_out(const Shown& shown, const app::Listed& listed) {
    return listed.rows.empty() && shown.part == app::Part::MayDo;
}

Html section(const Asked& asked, const Shown& shown, const app::Listed& listed) {
    Html part = h2("govuk-heading-m")(shown.title + " (" + count_of(listed) + ")");
    part.add(render(shown.listing, listed, asked));
    const std::string title = base::lower(shown.title);
    Html ways;
    const auto add_way = [&](const std::string& query, const std::string& text) {
        ways.add(li()(a(shown.path + query, "govuk-link")(text)));
    };
    if (listed.next) add_way("", "See all: " + title);
    if (std::ranges::any_of(listed.rows, &app::Row::overdue)) add_way("?overdue=yes", "Only what is overdue: " + title);
    if (!ways.empty()) part.add(ul("govuk-list govuk-!-display-none-print")(ways));
    return part;
}

/// What somebody raised stands in one of the others already.
Html sections(const UseCases& use, const Asked& asked) {
    Html all;
    bool any = false;
    for (const auto& shown : parts()) {
        if (shown.part == app::Part::Raised) continue;
        const auto listed = use.lists.work(asked.person(), shown.part, {.limit = rows_on_overview});
        any = any || !listed.rows.empty();
        if (!is_left_out(shown, listed)) all.add(section(asked, shown, listed));
    }
    if (any) return all;
    return p("govuk-body")("You take part in nothing at present. What somebody asks of you will stand here, with its date.");
}

/// One list in whole, with what it is narrowed down to.
struct WholeList {
    std::string title;
    Listing listing;
    FilterChoices choices;
    app::Filter only;
    app::Listed listed;
};

FilterChoices::Dates dates_of(app::Part part) {
    return part == app::Part::Ended || part == app::Part::MayDo ? FilterChoices::Dates::None : FilterChoices::Dates::Overdue;
}

std::optional<WholeList> find_list(const UseCases& use, const Asked& asked) {
    const auto& person = asked.person();
    for (const auto& shown : parts()) {
        if (shown.path != asked.request.path) continue;
        WholeList whole{shown.title, shown.listing,
                        filter_choices(asked, use.lists.posts_with_work(person, shown.part), dates_of(shown.part))};
        whole.only = filter_of(asked, whole.choices);
        whole.listed = use.lists.work(person, shown.part, page_of(asked.request, rows_on_page, whole.only));
        return whole;
    }
    if (asked.request.path != staff_path) return std::nullopt;
    const auto part = app::Part::YourMove;
    WholeList whole{staff_title, Listing::Staff,
                    filter_choices(asked, use.lists.posts_with_staff_work(person, part), dates_of(part))};
    whole.only = filter_of(asked, whole.choices);
    whole.listed = use.lists.staff_work(person, part, page_of(asked.request, rows_on_page, whole.only));
    return whole;
}

/// An empty list says whether the filter has emptied it.
Html rows_of(const WholeList& whole, const Asked& asked) {
    const bool narrowed = whole.only != app::Filter{};
    if (!narrowed || !whole.listed.rows.empty()) return render(whole.listing, whole.listed, asked);
    return p("govuk-body")("Nothing in this list matches the filters. ",
                           a(asked.request.path, "govuk-link")("Clear the filters"), " to see all of it.");
}

Html find_box(const std::string& typed, const std::string& wrong) {
    govuk::Input box{
        .field = {.name = "reference",
                  .label = {.content = "Find a disagreement by its reference", .size = govuk::Size::Small},
                  .hint = "For example, K7QM-2RXD-9F",
                  .error = wrong},
        .value = typed,
        .width_chars = 20};
    box.spellcheck = false;
    return element("form")
        .with("action", "/find")
        .with("method", "get")
        .flag("novalidate")(render(box),
                            render(govuk::Button{.content = "Find", .kind = govuk::ButtonKind::Secondary}));
}

}  // namespace

Answer your_work(const UseCases& use, const Address&, const Asked& asked) {
    Sheet sheet{.title = "Your work", .section = Section::Work, .width = govuk::Width::Full};
    sheet.content = h1("govuk-heading-l")("Your work");
    sheet.content.add(who_you_are(asked));
    if (!partnerships_of(asked).empty())
        sheet.content.add(render(govuk::Button{.content = "Raise a disagreement", .href = "/raise"}));
    sheet.content.add(ways_through(use, asked));
    sheet.content.add(drafts_of(use, asked));
    sheet.content.add(sections(use, asked));
    sheet.content.add(find_box("", ""));
    return sheet;
}

Answer part_of_work(const UseCases& use, const Address&, const Asked& asked) {
    const auto whole = find_list(use, asked);
    if (!whole) return not_found();
    Sheet sheet{.title = whole->title, .under = "Your work", .section = Section::Work, .width = govuk::Width::Full};
    sheet.content = h1("govuk-heading-l")(whole->title);
    sheet.content.add(ways_through(use, asked));
    sheet.content.add(filter_part(asked, whole->choices, whole->only));
    sheet.content.add(rows_of(*whole, asked));
    sheet.content.add(way_on(asked.request.path, whole->listed, query_of(whole->only)));
    return sheet;
}

Answer find_by_reference(const UseCases&, const Address&, const Asked& asked) {
    const std::string typed(asked.request.query.get("reference"));
    if (const auto reference = app::parse_reference(typed)) return http::see_other(path_of(*reference));
    Sheet sheet{.title = "Find a disagreement",
                .section = Section::Work,
                .answers = govuk::Answers::WithErrors,
                .way_back = govuk::BackLink{.href = "/work"}};
    const std::string wrong = "Enter a reference of ten letters and digits, like K7QM-2RXD-9F";
    sheet.content = render(govuk::ErrorSummary{.errors = {{"#reference", wrong, {}}}});
    sheet.content.add(h1("govuk-heading-l")("Find a disagreement")).add(find_box(typed, wrong));
    return sheet;
}

}  // namespace web
