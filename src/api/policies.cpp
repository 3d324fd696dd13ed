// Policies as data, and the dates they lead to.
#include <ranges>

#include "api/endpoints.h"
#include "api/query.h"
#include "api/words_json.h"
#include "app/json_forms.h"
#include "app/policy_json.h"
#include "app/workplaces.h"
#include "calendar/local_time.h"

namespace api {
namespace {

using app::Partnership;

/// An edition of a policy, and the partnership under whose calendar it runs.
struct Chosen {
    const Partnership* partnership = nullptr;
    const policy::Pack* pack = nullptr;
};

/// The partnership that adopted it, and `partnership` and `edition` of the address where they are given.
Or<Chosen> chosen(Query& query, const Asked& asked) {
    const auto named = query.find_text("partnership");
    const auto edition = query.find_text("edition");
    if (const auto wrong = query.finish()) return stop(*wrong);
    const auto key = asked.parameter("key");
    for (const auto* partnership : app::readable_by(*asked.known, asked.person(), asked.today())) {
        if (named && partnership->key != *named) continue;
        for (const auto& adoption : std::views::reverse(partnership->adoptions)) {
            const auto& identity = adoption.pack->identity;
            if (identity.key == key && (!edition || identity.edition == *edition))
                return Chosen{partnership, adoption.pack.get()};
        }
    }
    return stop(not_there("there is no policy of this name that you work under"));
}

std::string href_of(const policy::Pack& pack, const Partnership& partnership) {
    return std::string(root) + "/policies/" + pack.identity.key + "?partnership=" + partnership.key;
}

json::Array editions_of(const Partnership& partnership) {
    json::Array editions;
    for (const auto& adoption : partnership.adoptions) {
        const auto& approved = adoption.approved;
        editions.push_back(json::Object()
                               .set("key", adoption.pack->identity.key)
                               .set("edition", adoption.pack->identity.edition)
                               .set("adopted_at", calendar::to_iso(adoption.at))
                               .set("approved_by", or_null(approved.by))
                               .set("approved_on", approved.on ? app::forms::date(*approved.on) : json::Value()));
    }
    return editions;
}

json::Array readings_of(const Chosen& chosen) {
    json::Array readings;
    for (const auto& reading : chosen.pack->readings)
        readings.push_back(to_json(reading, *chosen.pack, *chosen.partnership));
    return readings;
}

/// A date alone means nine in the morning, when offices open.
std::optional<base::Moment> start_of(Query& query, const std::string& zone, base::Moment now) {
    const auto text = query.find_text("from");
    if (!text) return now;
    if (const auto date = calendar::parse_date(*text))
        return calendar::moment_at(*date, std::chrono::hours{9}, zone);
    if (const auto moment = calendar::parse_moment(*text, zone)) return *moment;
    query.fault("from", "must be a date or a time, like 2026-12-21T10:00");
    return std::nullopt;
}

}  // namespace

http::Response list_policies(const UseCases&, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    json::Array items;
    for (const auto* partnership : app::readable_by(*asked.known, asked.person(), asked.today())) {
        const auto& identity = partnership->pack().identity;
        items.push_back(json::Object()
                            .set("key", identity.key)
                            .set("edition", identity.edition)
                            .set("title", identity.title)
                            .set("owner", identity.owner)
                            .set("partnership", partnership->key)
                            .set("href", href_of(partnership->pack(), *partnership)));
    }
    return reply(json::Object().set("items", std::move(items)));
}

http::Response get_policy(const UseCases&, const Asked& asked) {
    Query query(asked.request);
    const auto found = chosen(query, asked);
    if (!found) return found.error();
    auto policy = app::as_json(*found->pack).get_object();
    policy.set("partnership", found->partnership->key)
        .set("editions", editions_of(*found->partnership))
        .set("readings", readings_of(*found));
    return reply(policy);
}

http::Response get_timetable(const UseCases&, const Asked& asked) {
    Query query(asked.request);
    const auto from = start_of(query, home_zone, asked.now);
    const auto found = chosen(query, asked);
    if (!found) return found.error();
    const auto calendar = found->partnership->calendar_at(asked.now);
    const auto rows = policy::timetable(*found->pack, calendar, *from);
    return reply(json::Object()
                     .set("policy", found->pack->identity.key)
                     .set("edition", found->pack->identity.edition)
                     .set("partnership", found->partnership->key)
                     .set("from", calendar::to_iso_local(*from, calendar.zone))
                     .set("rows", app::as_json(rows, calendar.zone)));
}

http::Response get_diagram(const UseCases& use, const Asked& asked) {
    Query query(asked.request);
    const auto found = chosen(query, asked);
    if (!found) return found.error();
    return text_reply(use.drawings.of(*found->pack), "image/svg+xml");
}

}  // namespace api
