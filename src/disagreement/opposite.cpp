#include "disagreement/opposite.h"

#include "calendar/local_time.h"

#include <algorithm>
#include <array>

namespace disagreement {
namespace {

using policy::TierRow;

bool is_among(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

/// The row that says who fills a tier in an agency, for a practitioner of that kind; null where it is no row of
/// kinds in the agency itself.
const TierRow* find_row_of_kinds(const policy::Tier* tier, const std::string& sector, const std::string& profession) {
    if (!tier) return nullptr;
    const auto row = std::ranges::find_if(tier->rows, [&](const TierRow& each) {
        return (each.sectors.empty() || is_among(each.sectors, sector)) &&
               (each.professions.empty() || is_among(each.professions, profession));
    });
    return row == tier->rows.end() || row->from != TierRow::From::Agency ? nullptr : &*row;
}

std::vector<PostId> held_of_kinds(const Setting& setting, const AgencyId& agency, const std::vector<std::string>& kinds) {
    const auto today = calendar::local_date(setting.now, setting.calendar.zone);
    std::vector<PostId> posts;
    for (const auto* post : setting.directory.posts_of(agency)) {
        if (is_among(kinds, post->kind) && !directory::is_vacant(*post, today)) posts.push_back(post->id);
    }
    return posts;
}

/// How many posts stand below it, one under the other.
int level_of(const directory::Directory& directory, const directory::Post& post) {
    int level = 0;
    for (const auto* from : directory.posts_of(post.agency)) {
        std::set<PostId> seen;
        int steps = 0;
        const auto* at = from;
        for (; at && at->id != post.id && seen.insert(at->id).second; at = directory.find_above(at->id)) ++steps;
        if (at && at->id == post.id) level = std::max(level, steps);
    }
    return level;
}

/// Where the policy names a kind of post, it stands where the policy says, whatever the line.
bool is_named(const Setting& setting, const directory::Post& post) {
    const auto* agency = setting.directory.find_agency(post.agency);
    return std::ranges::any_of(setting.pack.stages, [&](const policy::Stage& stage) {
        return std::ranges::any_of(std::array{&stage.raising, &stage.receiving}, [&](const auto* key) {
            const auto* row = find_row_of_kinds(policy::find_tier(setting.pack, *key), agency->sector, post.kind);
            return row && is_among(row->kinds, post.kind);
        });
    });
}

/// Of those on one level, whoever works under somebody comes before whoever stands apart, where the post does too.
std::vector<PostId> held_on_level(const Setting& setting, const directory::Post& own, const AgencyId& agency) {
    const auto today = calendar::local_date(setting.now, setting.calendar.zone);
    const int level = level_of(setting.directory, own);
    const bool named = is_named(setting, own);
    std::vector<PostId> apart, in_line;
    for (const auto* post : setting.directory.posts_of(agency)) {
        if (directory::is_vacant(*post, today) || level_of(setting.directory, *post) != level) continue;
        if (!named && is_named(setting, *post)) continue;
        (setting.directory.find_above(post->id) ? in_line : apart).push_back(post->id);
    }
    const bool under_somebody = setting.directory.find_above(own.id) != nullptr;
    if (under_somebody && !in_line.empty()) return in_line;
    apart.insert(apart.end(), in_line.begin(), in_line.end());
    return apart;
}

std::optional<OppositeNumbers> find_by_level(const Setting& setting, const directory::Post& own, const AgencyId& other) {
    const auto* office = setting.directory.find_partnership();
    if (other == own.agency || (office && (office->id == other || office->id == own.agency))) return std::nullopt;
    auto posts = held_on_level(setting, own, other);
    if (posts.empty()) return std::nullopt;
    return OppositeNumbers{.by = OppositeNumbers::By::Level, .posts = std::move(posts)};
}

}  // namespace

std::optional<OppositeNumbers> find_opposite_numbers(const Setting& setting, const PostId& own, const AgencyId& other) {
    const auto* post = setting.directory.find_post(own);
    const auto* ours = post ? setting.directory.find_agency(post->agency) : nullptr;
    const auto* theirs = setting.directory.find_agency(other);
    if (!ours || !theirs) return std::nullopt;
    for (const auto& stage : setting.pack.stages) {
        const auto* tier = policy::find_tier(setting.pack, stage.raising);
        const auto* row = find_row_of_kinds(tier, ours->sector, post->kind);
        if (!row || !is_among(row->kinds, post->kind)) continue;
        const auto* opposite = policy::find_tier(setting.pack, stage.receiving);
        const auto* their_row = find_row_of_kinds(opposite, theirs->sector, {});
        auto posts = their_row ? held_of_kinds(setting, other, their_row->kinds) : std::vector<PostId>{};
        if (posts.empty()) continue;
        const auto& source = their_row->source.clause.empty() ? opposite->source : their_row->source;
        return OppositeNumbers{OppositeNumbers::By::Tier, tier->title, std::move(posts), source};
    }
    return find_by_level(setting, *post, other);
}

}  // namespace disagreement
