#include "api/report.h"

#include <map>

#include "api/asked.h"
#include "calendar/local_time.h"

namespace api {
namespace {

using Counts = std::map<std::string, std::int64_t>;

bool lies_in(base::Moment moment, const Period& period) {
    const auto day = calendar::local_date(moment, home_zone);
    return period.first <= day && day <= period.last;
}

std::string lateness_of(const app::Row& row) {
    if (row.ended) return "ended";
    if (!row.due) return "undated";
    return row.overdue ? "overdue" : "in-time";
}

json::Array to_json(const Counts& counts, const std::string& of) {
    json::Array rows;
    for (const auto& [key, count] : counts)
        rows.push_back(json::Object().set(of, key).set("count", count));
    return rows;
}

struct Pair {
    std::string raising;
    std::string receiving;
    auto operator<=>(const Pair&) const = default;
};

json::Array to_json(const std::map<Pair, std::int64_t>& counts) {
    json::Array rows;
    for (const auto& [pair, count] : counts) {
        rows.push_back(json::Object()
                           .set("raising", pair.raising)
                           .set("receiving", pair.receiving)
                           .set("count", count));
    }
    return rows;
}

}  // namespace

json::Value report_json(const std::string& kind, const std::string& partnership, const Period& period,
                        const std::vector<app::Row>& rows) {
    std::int64_t opened = 0, ended = 0, under_way = 0;
    Counts topics, stages, phases, lateness;
    std::map<Pair, std::int64_t> pairs;
    for (const auto& row : rows) {
        if (row.ended && lies_in(*row.ended, period)) ++ended;
        if (!row.ended) ++under_way;
        if (!lies_in(row.opened, period)) continue;
        ++opened;
        ++topics[row.topic];
        ++stages[row.stage];
        ++phases[disagreement::to_word(row.phase)];
        ++lateness[lateness_of(row)];
        for (const auto& agency : row.receiving) ++pairs[{row.raising.get(), agency.get()}];
    }
    return json::Object()
        .set("kind", kind)
        .set("partnership", partnership)
        .set("first", calendar::to_iso(period.first))
        .set("last", calendar::to_iso(period.last))
        .set("opened", opened)
        .set("ended", ended)
        .set("under_way_now", under_way)
        .set("by_topic", to_json(topics, "topic"))
        .set("by_stage", to_json(stages, "stage"))
        .set("by_phase", to_json(phases, "phase"))
        .set("by_lateness", to_json(lateness, "lateness"))
        .set("by_agencies", to_json(pairs));
}

}  // namespace api
