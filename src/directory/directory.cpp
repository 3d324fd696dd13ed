#include "directory/directory.h"

#include <algorithm>
#include <set>

namespace directory {

void Directory::put(Agency agency) {
    const AgencyId id = agency.id;
    agencies_.insert_or_assign(id, std::move(agency));
}

void Directory::put(Post post) {
    remove(post.id);
    auto& siblings = posts_of_[post.agency];
    siblings.insert(std::ranges::upper_bound(siblings, post.id), post.id);
    const PostId id = post.id;
    posts_.insert_or_assign(id, std::move(post));
}

void Directory::remove(const PostId& id) {
    const auto found = posts_.find(id);
    if (found == posts_.end()) return;
    std::erase(posts_of_[found->second.agency], id);
    posts_.erase(found);
}

const Agency* Directory::find_agency(const AgencyId& id) const {
    const auto found = agencies_.find(id);
    return found == agencies_.end() ? nullptr : &found->second;
}

const Post* Directory::find_post(const PostId& id) const {
    const auto found = posts_.find(id);
    return found == posts_.end() ? nullptr : &found->second;
}

std::vector<const Post*> Directory::posts_of(const AgencyId& agency) const {
    std::vector<const Post*> posts;
    const auto found = posts_of_.find(agency);
    if (found == posts_of_.end()) return posts;
    for (const auto& id : found->second) posts.push_back(&posts_.at(id));
    return posts;
}

const Post* Directory::find_above(const PostId& id) const {
    const Post* post = find_post(id);
    return post && post->reports_to ? find_post(*post->reports_to) : nullptr;
}

const Agency* Directory::find_partnership() const {
    for (const auto& [id, agency] : agencies_) {
        if (agency.sector == "partnership") return &agency;
    }
    return nullptr;
}

namespace {

bool in_force(const Holding& holding, Date day) {
    return (!holding.from || *holding.from <= day) && (!holding.until || day <= *holding.until);
}

}  // namespace

std::vector<PersonId> holders_on(const Post& post, Date day) {
    std::vector<PersonId> people;
    for (const auto& holding : post.holders) {
        if (in_force(holding, day)) people.push_back(holding.person);
    }
    return people;
}

std::vector<PersonId> deputies_on(const Post& post, Date day) {
    std::vector<PersonId> people;
    for (const auto& holding : post.holders) {
        if (holding.deputy && in_force(holding, day)) people.push_back(holding.person);
    }
    return people;
}

const Closing* find_closing(const Agency& agency, Date day) {
    const Closing* found = nullptr;
    for (const auto& closing : agency.closings) {
        const bool closed = closing.from <= day && day <= closing.until;
        if (closed && (!found || found->until < closing.until)) found = &closing;
    }
    return found;
}

bool is_vacant(const Post& post, Date day) { return holders_on(post, day).empty(); }

std::vector<PostId> line_below(const Directory& directory, const PostId& manager) {
    std::vector<PostId> below{manager};
    std::set<PostId> seen{manager};
    for (std::size_t i = 0; i < below.size(); ++i) {
        for (const auto& [id, post] : directory.posts()) {
            if (post.reports_to == below[i] && seen.insert(id).second) below.push_back(id);
        }
    }
    below.erase(below.begin());
    return below;
}

}  // namespace directory
