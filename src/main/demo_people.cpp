#include "main/demo_people.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "cli/packs.h"

namespace program::demo {
namespace {

/// "Ada Larkspur" → "ada.larkspur".
std::string address_of(const std::string& name) {
    std::string address = base::lower(name);
    std::ranges::replace(address, ' ', '.');
    return address;
}

std::string above(const Agency& agency, const Post& post) {
    return post.reports_to.find('.') == std::string::npos ? agency.key + "." + post.reports_to
                                                          : post.reports_to;
}

directory::Post as_written(const Partnership& partnership, const Agency& agency, const Post& post) {
    directory::Post made{post_id(partnership.key, agency.key + "." + post.key),
                         agency_id(partnership.key, agency.key), post.kind, post.title, post.team};
    if (!post.reports_to.empty()) made.reports_to = post_id(partnership.key, above(agency, post));
    made.contact = made.id.get() + "@demo.example";
    return made;
}

}  // namespace

app::PersonId Settlers::add_person(const std::string& name) {
    const std::string address = address_of(name);
    const auto added = use_cases_.people.add_person(
        {.name = name, .email = address + "@demo.example", .id = app::PersonId(address)});
    if (!added) throw base::Bug("the demo's '" + name + "': " + added.error().why);
    return *added;
}

/// The next name, none twice: given names run through all family names.
app::PersonId Settlers::add_somebody() {
    const std::size_t given = words_.given_names.size();
    const std::size_t family = words_.family_names.size();
    const std::size_t n = named_++;
    return add_person(words_.given_names[n % given] + " " + words_.family_names[(n + n / given) % family]);
}

std::vector<directory::Change> Settlers::changes(const Partnership& partnership) {
    std::vector<directory::Change> all;
    for (const auto& agency : partnership.agencies) {
        if (!agency.sector.empty()) {
            all.push_back(directory::AgencyPut{
                {agency_id(partnership.key, agency.key), agency.name, agency.sector}, {partnership.key}});
        }
        for (const auto& post : agency.posts)
            all.push_back(directory::PostPut{as_written(partnership, agency, post)});
    }
    return all;
}

std::vector<directory::Change> Settlers::holders(const Partnership& partnership) {
    std::map<app::PostId, app::PersonId> held;
    for (const auto& agency : partnership.agencies) {
        for (const auto& post : agency.posts) {
            if (!post.vacant) held[post_id(partnership.key, agency.key + "." + post.key)] = add_somebody();
        }
    }
    std::vector<directory::Change> all;
    for (const auto& agency : partnership.agencies) {
        for (const auto& post : agency.posts) {
            const auto id = post_id(partnership.key, agency.key + "." + post.key);
            directory::HoldersSet set{id, {}};
            if (held.contains(id)) set.holders.push_back({held.at(id)});
            if (!post.deputy.empty()) {
                const auto deputy = held.find(post_id(partnership.key, post.deputy));
                base::ensure(deputy != held.end(), "a deputy of the demo holds a post");
                set.holders.push_back({.person = deputy->second, .deputy = true});
            }
            if (!set.holders.empty()) all.push_back(std::move(set));
        }
    }
    return all;
}

void Settlers::set_meetings(const Partnership& partnership) {
    for (const auto& [body, days] : partnership.meetings) {
        std::set<calendar::Date> dates;
        for (const int n : days) dates.insert(days_.after(days_.today(), n));
        const auto set = use_cases_.administration.set_meetings(partnership.key, body, dates);
        base::ensure(set.has_value(), "the demo's meetings are of a body that the policy names");
    }
}

tl::expected<void, base::Findings> Settlers::settle(const Partnership& partnership,
                                                    const cli::Console& console) {
    const auto path = cli::find_pack(partnership.pack, console);
    if (!path) return tl::unexpected(path.error());
    const auto text = cli::read_whole_pack(*path);
    if (!text) return tl::unexpected(text.error());
    const auto added =
        use_cases_.administration.add_partnership({partnership.key, partnership.name, *text, path->string()});
    if (!added) return tl::unexpected(added.error());
    set_meetings(partnership);
    use_cases_.administration.change_directory(changes(partnership));
    use_cases_.administration.change_directory(holders(partnership));
    const auto administrator =
        use_cases_.people.give_role(add_person(partnership.administrator), {app::AccountRole::Administrator});
    const auto guardian =
        use_cases_.people.give_role(add_person(partnership.data_guardian),
                                     {app::AccountRole::DataGuardian, partnership.key});
    base::ensure(administrator && guardian, "the demo's people can be given roles");
    return {};
}

}  // namespace program::demo
