#include "disagreement/composition.h"

#include "base/text.h"
#include "disagreement/owners.h"
#include "policy/asking.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::Members;
using No = std::optional<base::Refusal>;

struct Table {
    std::vector<const directory::Post*> members;
    std::set<AgencyId> concerned;            // the raising agency and those not settled
};

base::Refusal refusal(const std::string& why, const policy::Source& own, const policy::Meeting& meeting) {
    const auto& clause = own.clause.empty() ? meeting.source.clause : own.clause;
    return {"wrong_composition", why, clause, "members"};
}

bool counts_in(const Members& rule, const directory::Post& post, const Table& table, const Setting& setting) {
    if (!rule.kinds.empty() && std::ranges::find(rule.kinds, post.kind) == rule.kinds.end()) return false;
    if (rule.from == Members::From::EachConcerned) return table.concerned.contains(post.agency);
    const auto* agency = setting.directory.find_agency(post.agency);
    return rule.from != Members::From::Partnership || (agency && agency->sector == "partnership");
}

std::vector<const directory::Post*> matching(const Members& rule, const Table& table, const Setting& setting) {
    std::vector<const directory::Post*> found;
    for (const auto* post : table.members) {
        if (counts_in(rule, *post, table, setting)) found.push_back(post);
    }
    return found;
}

/// How many a row may have; 0 where there is no limit.
int most_of(const Members& rule, const policy::Meeting& meeting, const Table& table) {
    if (rule.at_most == 0 || rule.from == Members::From::EachConcerned) return 0;
    return meeting.widen_for_concerned ? std::max(rule.at_most, static_cast<int>(table.concerned.size())) : rule.at_most;
}

No each_concerned(const Members& rule, const Table& table, const std::vector<const directory::Post*>& posts,
                  const policy::Meeting& meeting, const Setting& setting) {
    for (const auto& id : table.concerned) {
        if (std::ranges::count(posts, id, &directory::Post::agency) >= rule.at_least) continue;
        const auto* agency = setting.directory.find_agency(id);
        return refusal(policy::in_a_sentence(meeting.title) + " needs " + policy::in_a_sentence(rule.title) +
                           "; you chose nobody from " + (agency ? agency->name : id.get()),
                       rule.source, meeting);
    }
    return {};
}

int number_of(const Members& rule, const std::vector<const directory::Post*>& posts) {
    if (rule.from != Members::From::DistinctAgencies) return static_cast<int>(posts.size());
    std::set<AgencyId> agencies;
    for (const auto* post : posts) agencies.insert(post->agency);
    return static_cast<int>(agencies.size());
}

/// "Panel needs at least 3 heads of service from different agencies; you chose 2"
base::Refusal miscounted(const std::string& bound, int wanted, int count, const Members& rule, const policy::Meeting& meeting) {
    const bool by_agency = rule.from == Members::From::DistinctAgencies;
    const std::string number = std::to_string(count);
    const std::string chosen = count == 0   ? "you chose none"
                               : !by_agency ? "you chose " + number
                                            : "those you chose are from " + number + (count == 1 ? " agency" : " agencies");
    return refusal(policy::in_a_sentence(meeting.title) + bound + policy::posts_in_words(wanted, rule.kinds) +
                       (by_agency ? " from different agencies" : "") + "; " + chosen,
                   rule.source, meeting);
}

/// A row that is short of members, however they are divided.
No too_few(const Members& rule, const Table& table, const policy::Meeting& meeting, const Setting& setting) {
    const auto posts = matching(rule, table, setting);
    if (rule.from == Members::From::EachConcerned) return each_concerned(rule, table, posts, meeting, setting);
    const int count = number_of(rule, posts);
    if (count >= rule.at_least) return {};
    return miscounted(" needs at least ", rule.at_least, count, rule, meeting);
}

/// A row with too many of those who count in no other.
No too_many(const Members& rule, const Table& table, const policy::Meeting& meeting, const Setting& setting) {
    auto posts = matching(rule, table, setting);
    std::erase_if(posts, [&](const auto* post) {
        return std::ranges::count_if(meeting.members, [&](const Members& row) { return counts_in(row, *post, table, setting); }) > 1;
    });
    const int count = number_of(rule, posts);
    const int most = most_of(rule, meeting, table);
    if (most == 0 || count <= most) return {};
    return miscounted(" may have at most ", most, count, rule, meeting);
}

/// Divides the members among the rows: each counts in one of those that they could count in.
class Division {
public:
    Division(const policy::Meeting& meeting, const Table& table, const Setting& setting)
        : meeting_(meeting), table_(table), setting_(setting), members_(table.members) {
        std::ranges::stable_sort(members_, {}, &directory::Post::agency);
    }

    bool is_possible() { return from(0, {Numbers(meeting_.members.size()), Numbers(meeting_.members.size())}); }

private:
    using Numbers = std::vector<int>;
    /// How many count in each row, and how many of them are of the agency that is being looked at.
    struct Counted {
        Numbers all;
        Numbers of_agency;
        auto operator<=>(const Counted&) const = default;
    };

    bool from(std::size_t next, Counted counted) {
        const bool another = next > 0 && (next == members_.size() || members_[next]->agency != members_[next - 1]->agency);
        if (another) {
            if (!is_enough(members_[next - 1]->agency, counted.of_agency)) return false;
            std::ranges::fill(counted.of_agency, 0);
        }
        if (next == members_.size()) return is_enough(counted.all);
        if (!tried_.insert({next, counted}).second) return false;
        bool anywhere = false;
        for (std::size_t row = 0; row < meeting_.members.size(); ++row) {
            if (!counts_in(meeting_.members[row], *members_[next], table_, setting_)) continue;
            anywhere = true;
            if (auto with = and_one(counted, row); with && from(next + 1, std::move(*with))) return true;
        }
        return !anywhere && from(next + 1, std::move(counted));
    }

    /// With one more in that row; none where it has no room.
    std::optional<Counted> and_one(Counted counted, std::size_t row) const {
        const Members& rule = meeting_.members[row];
        const bool again = rule.from == Members::From::DistinctAgencies && counted.of_agency[row] > 0;
        const int most = most_of(rule, meeting_, table_);
        // Beyond what is asked for it does not matter how many there are.
        counted.of_agency[row] = std::min(counted.of_agency[row] + 1, std::max(rule.at_least, 1));
        if (again) return counted;
        if (most > 0 && counted.all[row] == most) return {};
        counted.all[row] = std::min(counted.all[row] + 1, most > 0 ? most : std::max(rule.at_least, 1));
        return counted;
    }

    bool is_enough(const Numbers& all) const {
        for (std::size_t row = 0; row < all.size(); ++row) {
            const Members& rule = meeting_.members[row];
            if (rule.from != Members::From::EachConcerned && all[row] < rule.at_least) return false;
        }
        return true;
    }

    bool is_enough(const AgencyId& agency, const Numbers& of_agency) const {
        if (!table_.concerned.contains(agency)) return true;
        for (std::size_t row = 0; row < of_agency.size(); ++row) {
            const Members& rule = meeting_.members[row];
            if (rule.from == Members::From::EachConcerned && of_agency[row] < rule.at_least) return false;
        }
        return true;
    }

    const policy::Meeting& meeting_;
    const Table& table_;
    const Setting& setting_;
    std::vector<const directory::Post*> members_;
    std::set<std::pair<std::size_t, Counted>> tried_;
};

No not_divided(const policy::Meeting& meeting, const Table& table, const Setting& setting) {
    if (Division(meeting, table, setting).is_possible()) return {};
    std::vector<std::string> rows;
    for (const auto& rule : meeting.members) rows.push_back(rule.title);
    return refusal(meeting.title + " does not come together so: each member counts once, as one of " + base::join(rows, ", "), {}, meeting);
}

No concerned_missing(const policy::Meeting& meeting, const Table& table, const policy::Answers& answers, const Setting& setting) {
    if (!meeting.concerned_where_possible || !answers.text("missing_reason").empty()) return {};
    for (const auto& id : table.concerned) {
        if (std::ranges::find(table.members, id, &directory::Post::agency) != table.members.end()) continue;
        const auto* agency = setting.directory.find_agency(id);
        auto no = refusal("say why " + (agency ? agency->name : id.get()) + ", which is concerned, is not there", {}, meeting);
        no.field = "missing_reason";
        return no;
    }
    return {};
}

bool has_acted(const directory::Post& post, const State& state) {
    const auto acted = everyone(state);
    return std::ranges::find(acted, post.id) != acted.end();
}

No acted_before(const policy::Meeting& meeting, const Table& table, const State& state) {
    if (!meeting.never_acted_before) return {};
    for (const auto* post : table.members) {
        if (!has_acted(*post, state)) continue;
        return refusal("'" + post->title + "' has acted in this disagreement and cannot take part", {}, meeting);
    }
    return {};
}

bool reports_to_disputed(const directory::Post& member, const State& state, const Setting& setting) {
    std::set<PostId> seen{member.id};
    const auto* above = setting.directory.find_above(member.id);
    for (; above && seen.insert(above->id).second; above = setting.directory.find_above(above->id)) {
        const auto disputed = [&](const Party& party) { return party.practitioner == above->id; };
        if (std::ranges::any_of(state.receiving, disputed)) return true;
    }
    return false;
}

/// Nobody judges the decision of somebody they report to.
No junior(const policy::Meeting& meeting, const Table& table, const State& state, const Setting& setting) {
    if (!meeting.never_junior) return {};
    for (const auto* member : table.members) {
        if (!reports_to_disputed(*member, state, setting)) continue;
        return refusal("'" + member->title + "' reports to the person whose decision is disputed and cannot take part", {}, meeting);
    }
    return {};
}

/// The raising agency, and those with which it is not settled.
std::set<AgencyId> agencies_at_odds(const State& state) {
    std::set<AgencyId> concerned{state.raising.agency};
    for (const auto& party : state.receiving) {
        if (!party.settled) concerned.insert(party.agency);
    }
    return concerned;
}

}  // namespace

std::optional<base::Refusal> wrong_composition(const policy::Meeting& meeting, const policy::Answers& answers,
                                               const State& state, const Setting& setting) {
    Table table;
    std::set<std::string> seen;
    for (const auto& id : answers.list("members")) {
        const auto* post = setting.directory.find_post(PostId(id));
        if (!post) return refusal("'" + id + "' is not a post in the directory", {}, meeting);
        if (seen.insert(id).second) table.members.push_back(post);
    }
    table.concerned = agencies_at_odds(state);
    for (const auto& rule : meeting.members) {
        if (auto no = too_few(rule, table, meeting, setting)) return no;
        if (auto no = too_many(rule, table, meeting, setting)) return no;
    }
    if (auto no = not_divided(meeting, table, setting)) return no;
    if (auto no = acted_before(meeting, table, state)) return no;
    if (auto no = junior(meeting, table, state, setting)) return no;
    return concerned_missing(meeting, table, answers, setting);
}

std::set<PostId> possible_members(const policy::Meeting& meeting, const State& state, const Setting& setting) {
    const Table table{.members = {}, .concerned = agencies_at_odds(state)};
    const auto barred = [&](const directory::Post& post) {
        return (meeting.never_acted_before && has_acted(post, state)) ||
               (meeting.never_junior && reports_to_disputed(post, state, setting));
    };
    const auto wanted = [&](const directory::Post& post) {
        return meeting.members.empty() || std::ranges::any_of(meeting.members, [&](const Members& rule) {
            return counts_in(rule, post, table, setting);
        });
    };
    std::set<PostId> possible;
    std::set<AgencyId> unheard = meeting.concerned_where_possible ? table.concerned : std::set<AgencyId>{};
    for (const auto& [id, post] : setting.directory.posts()) {
        if (!wanted(post) || barred(post)) continue;
        possible.insert(id);
        unheard.erase(post.agency);
    }
    // An agency that is to be there, and has nobody of the kind named, may send anybody.
    for (const auto& [id, post] : setting.directory.posts()) {
        if (unheard.contains(post.agency) && !barred(post)) possible.insert(id);
    }
    return possible;
}

}  // namespace disagreement
