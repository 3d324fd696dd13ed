#include "app/lists.h"

#include <algorithm>

#include "app/view_bodies.h"
#include "app/views.h"
#include "calendar/local_time.h"

namespace app {
namespace {

constexpr std::size_t page_max = 200;
const std::string zone = calendar::Edition{}.zone;

bool nobody_answers(const directory::Post& post, calendar::Date today, const std::set<PersonId>& excluded) {
    const auto holders = directory::holders_on(post, today);
    return std::ranges::all_of(holders, [&](const auto& person) { return excluded.contains(person); });
}

/// One of the people who answer for the post where nobody in it can.
bool stands_in(const Snapshot& known, const PersonId& person, const PostId& post, calendar::Date today,
               const std::set<PersonId>& excluded) {
    const auto people = answering_for(known, post, today, excluded);
    return std::ranges::find(people, person) != people.end();
}

std::vector<std::string> kept_partnerships(const Snapshot& known, const Capacities& held) {
    std::vector<std::string> keys;
    for (const auto& [id, capacity] : held) {
        const auto* post = known.directory.find_post(id);
        if (keeps_business(*post) && known.find_partnership(post->agency.get()))
            keys.push_back(post->agency.get());
    }
    return keys;
}

}  // namespace

/// Rows of one owner; with `only`, no others than of this disagreement, with `within`, of this partnership.
/// To stand above a post is not yet to have a part in all that it does: then each row is asked for.
struct Lists::Wanted {
    std::string owner;
    std::string only = {};
    std::string within = {};
    bool if_allowed = false;

    bool covers(const std::string& post, const Row& row) const {
        return owner == post && (only.empty() || only == row.reference) && (within.empty() || within == row.partnership);
    }
};

/// Where the rows of a list stand: a view, or a stretch of it.
struct Lists::Shelf {
    std::string view;
    Stretch stretch = {};
    std::vector<Wanted> beside = {};  // what is theirs to do waits for no others: it stands in another list

    /// `own`: all that is asked for.
    static Shelf of(Part part, const std::vector<Wanted>& own) {
        switch (part) {
            case Part::YourMove: return {"work", must_be_done()};
            case Part::MayDo: return {"work", may_be_done()};
            case Part::TheirMove: return {"waiting", {}, own};
            case Part::Ended: return {"ended"};
            case Part::Raised: return {"raised"};
        }
        return {};
    }

    /// As far as it is narrowed down. Nothing that has ended is overdue.
    std::vector<Stretch> stretches(const Filter& only, base::Moment now) const {
        if (!only.overdue) return {stretch};
        if (view == "ended" || !stretch.from.empty()) return {};
        return overdue(view, now);
    }
};

Lists::Lists(const Journal& journal, const Installation& installation, const base::Clock& clock)
    : journal_(journal), installation_(installation), clock_(clock) {}

Listed Lists::work(const PersonId& person, Part part, const Page& page) const {
    const auto known = installation_.now();
    const auto wanted = own(*known, person);
    return list(*known, person, Shelf::of(part, wanted), wanted, page);
}

std::vector<Lists::Wanted> Lists::own(const Snapshot& known, const PersonId& person) const {
    const auto today = calendar::local_date(clock_.now(), zone);
    const auto held = held_by(known, person, today);
    std::vector<Wanted> wanted;
    for (const auto& [post, capacity] : held) wanted.push_back({post.get()});
    for (const auto& post : line_below(known, held)) {
        const bool vacant = nobody_answers(*known.directory.find_post(post), today, {});
        if (vacant && stands_in(known, person, post, today, {})) wanted.push_back({post.get()});
    }
    add_excluded(known, person, today, wanted);
    add_abandoned(known, held, today, wanted);
    return wanted;
}

std::vector<Lists::Wanted> Lists::of_staff(const Snapshot& known, const PersonId& person) const {
    const auto held = held_by(known, person, calendar::local_date(clock_.now(), zone));
    std::vector<Wanted> wanted;
    for (const auto& post : line_below(known, held)) wanted.push_back({.owner = post.get(), .if_allowed = true});
    return wanted;
}

std::vector<PostId> Lists::posts_with_work(const PersonId& person, Part part) const {
    const auto known = installation_.now();
    return posts_among(*known, person, part, own(*known, person));
}

std::vector<PostId> Lists::posts_with_staff_work(const PersonId& person, Part part) const {
    const auto known = installation_.now();
    return posts_among(*known, person, part, of_staff(*known, person));
}

std::vector<PostId> Lists::posts_among(const Snapshot& known, const PersonId& person, Part part,
                                       const std::vector<Wanted>& wanted) const {
    std::set<PostId> posts;
    const auto shelf = Shelf::of(part, wanted);
    for (const auto& one : wanted) {
        const PostId post(one.owner);
        if (posts.contains(post)) continue;
        if (!list(known, person, shelf, {one}, {.limit = 1}).rows.empty()) posts.insert(post);
    }
    return {posts.begin(), posts.end()};
}

/// The work of somebody who is excluded falls to whoever answers for their post instead.
void Lists::add_excluded(const Snapshot& known, const PersonId& person, calendar::Date today,
                         std::vector<Wanted>& wanted) const {
    const auto held = held_by(known, person, today);
    for (const auto& [reference, excluded] : known.excluded) {
        for (const auto& somebody : excluded) {
            for (const auto& [post, capacity] : held_by(known, somebody, today)) {
                if (!nobody_answers(*known.directory.find_post(post), today, excluded)) continue;
                if (stands_in(known, person, post, today, excluded))
                    wanted.push_back({post.get(), reference});
                if (!answering_for(known, post, today, excluded).empty()) continue;
                for (const auto& key : kept_partnerships(known, held))
                    wanted.push_back({post.get(), reference, key});
            }
        }
    }
}

/// Where nobody up the line answers either, it falls to whoever keeps the partnership's business.
void Lists::add_abandoned(const Snapshot& known, const Capacities& held, calendar::Date today,
                          std::vector<Wanted>& wanted) const {
    for (const auto& key : kept_partnerships(known, held)) {
        for (const auto& [post, details] : known.find_partnership(key)->directory.posts()) {
            if (answering_for(known, post, today, {}).empty()) wanted.push_back({post.get(), {}, key});
        }
    }
}

Listed Lists::staff_work(const PersonId& person, Part part, const Page& page) const {
    const auto known = installation_.now();
    return list(*known, person, Shelf::of(part, {}), of_staff(*known, person), page);
}

base::Result<Listed> Lists::partnership_register(const PersonId& person, const std::string& key,
                                                 const Page& page) const {
    const auto known = installation_.now();
    const auto* partnership = known->find_partnership(key);
    const base::Refusal unknown{"not_found", "there is no register of this name that you may see"};
    if (!partnership) return tl::unexpected(unknown);
    const auto today = calendar::local_date(clock_.now(), zone);
    const gate::Facts facts{.relations = relations_of(*known, *partnership, person, today)};
    if (!gate::allows(facts, gate::Action::SeeRegisterRow)) return tl::unexpected(unknown);
    return list(*known, person, {"register"}, {{key}}, page);
}

bool Lists::may_see_row(const PersonId& person, const std::string& reference) const {
    const auto dossier = Dossiers(journal_, installation_).find(reference, clock_.now());
    return dossier && gate::allows(facts_of(*dossier, person), gate::Action::SeeRegisterRow);
}

/// What the store is asked for; the rest of the rows stay where they are.
store::RowQuery Lists::query_of(const std::string& view, const Wanted& wanted, const Filter& only) const {
    store::RowQuery query{.view = view, .owner = wanted.owner};
    const auto saying = [&](const char* key, const std::string& word) {
        if (!word.empty()) query.saying.push_back(said_in_body(key, word));
    };
    saying("reference", wanted.only);
    saying("partnership", wanted.within);
    saying("partnership", only.partnership);
    saying("stage", only.stage);
    saying("topic", only.topic);
    return query;
}

bool Lists::is_for(const Snapshot& known, const PersonId& person, const Shelf& shelf, const Wanted& wanted,
                   const store::ViewRow& stored) const {
    const auto reference = stored.key.substr(0, stored.key.find('/'));
    if (known.excluded_from(reference).contains(person)) return false;
    if (wanted.if_allowed && !may_see_row(person, reference)) return false;
    if (shelf.beside.empty()) return true;
    const Row row = to_row(stored);
    return std::ranges::none_of(shelf.beside, [&](const auto& other) { return other.covers(row.owed_by.get(), row); });
}

/// Enough of one stretch to know whether there is more than `limit`; what the person is excluded from leaves no gap.
void Lists::collect(const Snapshot& known, const PersonId& person, const Shelf& shelf, const Wanted& wanted,
                    store::RowQuery query, std::vector<store::ViewRow>& rows) const {
    std::size_t kept = 0;
    while (kept < query.limit) {
        auto found = journal_.store().rows(query);
        const bool last = found.size() < query.limit;
        if (!last) query.after = {found.back().sort, found.back().key};
        for (auto& row : found) {
            if (!is_for(known, person, shelf, wanted, row)) continue;
            rows.push_back(std::move(row));
            ++kept;
        }
        if (last) break;
    }
}

/// Merged in order.
Listed Lists::list(const Snapshot& known, const PersonId& person, const Shelf& shelf, const std::vector<Wanted>& wanted,
                   const Page& page) const {
    const std::size_t limit = std::clamp<std::size_t>(page.limit, 1, page_max);
    std::vector<store::ViewRow> rows;
    for (const auto& one : wanted) {
        if (!page.only.post.get().empty() && page.only.post.get() != one.owner) continue;
        auto query = query_of(shelf.view, one, page.only);
        query.limit = limit + 1;
        for (const auto& stretch : shelf.stretches(page.only, clock_.now())) {
            query.after = store::RowQuery::After{stretch.from, {}};
            if (page.after && page.after->sort >= stretch.from) query.after = {page.after->sort, page.after->key};
            query.until = stretch.until;
            collect(known, person, shelf, one, query, rows);
        }
    }
    const auto order = [](const auto& row) { return std::tie(row.sort, row.key); };
    std::ranges::sort(rows, {}, order);
    rows.erase(std::ranges::unique(rows, {}, &store::ViewRow::key).begin(), rows.end());

    Listed listed;
    const bool more = rows.size() > limit;
    if (more) rows.resize(limit);
    if (more) listed.next = Cursor{rows.back().sort, rows.back().key};
    for (const auto& stored : rows) {
        Row row = to_row(stored);
        // What somebody still owes is late also where the disagreement itself has ended.
        const bool runs = row.ended ? !row.duty.empty() : true;
        row.overdue = row.due && *row.due < clock_.now() && runs && !row.optional;
        listed.rows.push_back(std::move(row));
    }
    return listed;
}

}  // namespace app
