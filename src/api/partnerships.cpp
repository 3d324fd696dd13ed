// Where somebody works, and whom they work with: partnerships, agencies, posts.
#include "api/endpoints.h"
#include "api/query.h"
#include "api/words_json.h"
#include "app/workplaces.h"

namespace api {
namespace {

/// The partnership that the address names, where the person works there.
Or<const app::Partnership*> own_partnership(Query& query, const Asked& asked) {
    const auto key = query.get_text("partnership");
    if (const auto wrong = query.finish()) return stop(*wrong);
    for (const auto* partnership : app::partnerships_of(*asked.known, asked.person(), asked.today())) {
        if (partnership->key == key) return partnership;
    }
    return stop(not_there("there is no partnership of this name that you work with"));
}

std::string name_of(const app::Snapshot& known, const app::PersonId& id) {
    const auto* person = known.find_person(id);
    return person ? person->name : std::string{};
}

json::Value post_row(const directory::Post& post, const Asked& asked) {
    json::Array holders;
    for (const auto& person : directory::holders_on(post, asked.today())) {
        holders.push_back(json::Object()
                              .set("id", person.get())
                              .set("name", or_null(name_of(*asked.known, person))));
    }
    return json::Object()
        .set("id", post.id.get())
        .set("agency", post.agency.get())
        .set("kind", post.kind)
        .set("title", post.title)
        .set("team", or_null(post.team))
        .set("reports_to", post.reports_to ? json::Value(post.reports_to->get()) : json::Value())
        .set("vacant", directory::is_vacant(post, asked.today()))
        .set("holders", std::move(holders))
        .set("contact", or_null(post.contact));
}

/// A page of what is kept in order of id.
template <class Id, class T, class Row>
http::Response listed(const std::map<Id, T>& all, const app::Page& page, Row row) {
    json::Array items;
    std::optional<app::Cursor> last, next;
    for (const auto& [id, one] : all) {
        if (page.after && id.get() <= page.after->key) continue;
        auto value = row(one);
        if (value.is_null()) continue;
        if (items.size() == page.limit) {
            next = last;
            break;
        }
        items.push_back(std::move(value));
        last = app::Cursor{{}, id.get()};
    }
    return reply(json::Object().set("items", std::move(items)).set("next", to_json(next)));
}

}  // namespace

http::Response list_partnerships(const UseCases&, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    json::Array items;
    for (const auto* partnership : app::partnerships_of(*asked.known, asked.person(), asked.today())) {
        items.push_back(
            json::Object()
                .set("key", partnership->key)
                .set("name", partnership->name)
                .set("policy", partnership->pack().identity.key)
                .set("raise", std::string(root) + "/partnerships/" + partnership->key + "/raise"));
    }
    return reply(json::Object().set("items", std::move(items)));
}

http::Response list_agencies(const UseCases&, const Asked& asked) {
    Query query(asked.request);
    const auto page = query.page();
    const auto partnership = own_partnership(query, asked);
    if (!partnership) return partnership.error();
    return listed((*partnership)->directory.agencies(), page, [](const directory::Agency& agency) {
        return json::Value(json::Object()
                               .set("id", agency.id.get())
                               .set("name", agency.name)
                               .set("sector", agency.sector));
    });
}

http::Response list_posts(const UseCases&, const Asked& asked) {
    Query query(asked.request);
    const auto page = query.page();
    const auto agency = query.find_text("agency");
    const auto kind = query.find_text("kind");
    const auto partnership = own_partnership(query, asked);
    if (!partnership) return partnership.error();
    return listed((*partnership)->directory.posts(), page, [&](const directory::Post& post) {
        const bool wanted = (!agency || post.agency.get() == *agency) && (!kind || post.kind == *kind);
        return wanted ? post_row(post, asked) : json::Value();
    });
}

}  // namespace api
