#include "disagreement/opposite.h"

#include "calendar/local_time.h"

#include <algorithm>

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
        return OppositeNumbers{tier->title, std::move(posts), their_row->source.clause.empty() ? opposite->source : their_row->source};
    }
    return std::nullopt;
}

}  // namespace disagreement
