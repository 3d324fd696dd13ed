// The pseudonymous register of a partnership, and what it comes to when it is counted.
#include "api/disagreement_json.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "api/refusal.h"
#include "api/report.h"

namespace api {
namespace {

/// The last day of a quarter or year is included.
struct Kind {
    std::string_view word;
    int months;
};
constexpr Kind kinds[] = {{"quarter", 3}, {"year", 12}};

/// From `from`, or the stretch of that kind in which today lies.
Period period_of(const Kind& kind, std::optional<calendar::Date> from, calendar::Date today) {
    using namespace std::chrono;
    const year_month_day day{from.value_or(today)};
    const unsigned month = static_cast<unsigned>(day.month());
    const unsigned first = (month - 1) / static_cast<unsigned>(kind.months) *
                               static_cast<unsigned>(kind.months) + 1;
    const auto begin = day.year() / std::chrono::month{first};
    return {sys_days{begin / 1}, sys_days{(begin + months{kind.months}) / 1} - days{1}};
}

/// Every row of the register, page by page.
base::Result<std::vector<app::Row>> all_rows(const UseCases& use, const Asked& asked,
                                             const std::string& partnership) {
    std::vector<app::Row> rows;
    app::Page page{.limit = 200};
    while (true) {
        auto listed = use.lists.partnership_register(asked.person(), partnership, page);
        if (!listed) return tl::unexpected(listed.error());
        rows.insert(rows.end(), listed->rows.begin(), listed->rows.end());
        if (!listed->next) return rows;
        page.after = listed->next;
    }
}

}  // namespace

http::Response get_register(const UseCases& use, const Asked& asked) {
    Query query(asked.request);
    const auto partnership = query.get_text("partnership");
    const auto page = query.page();
    if (const auto wrong = query.finish()) return reply(*wrong);
    const auto listed = use.lists.partnership_register(asked.person(), partnership, page);
    if (!listed) return reply(problem_of(listed.error()));
    return reply(to_json(*listed));
}

http::Response get_report(const UseCases& use, const Asked& asked) {
    Query query(asked.request);
    const auto partnership = query.get_text("partnership");
    const auto from = query.find_date("from");
    if (const auto wrong = query.finish()) return reply(*wrong);
    for (const auto& kind : kinds) {
        if (kind.word != asked.parameter("kind")) continue;
        const auto rows = all_rows(use, asked, partnership);
        if (!rows) return reply(problem_of(rows.error()));
        const auto period = period_of(kind, from, asked.today());
        return reply(report_json(std::string(kind.word), partnership, period, *rows));
    }
    return reply(not_there("there are reports of a quarter and of a year"));
}

}  // namespace api
