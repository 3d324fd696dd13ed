#include "disagreement/composition.h"

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

bool fits(const directory::Post& post, const Members& rule, const Setting& setting) {
    const auto* agency = setting.directory.find_agency(post.agency);
    const bool office = agency && agency->sector == "partnership";
    if (rule.from == Members::From::Partnership && !office) return false;
    return rule.kinds.empty() || std::ranges::find(rule.kinds, post.kind) != rule.kinds.end();
}

std::vector<const directory::Post*> matching(const Members& rule, const Table& table, const Setting& setting) {
    std::vector<const directory::Post*> found;
    for (const auto* post : table.members) {
        if (fits(*post, rule, setting)) found.push_back(post);
    }
    return found;
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

No wrong_number(const Members& rule, const Table& table, const policy::Meeting& meeting, const Setting& setting) {
    const auto posts = matching(rule, table, setting);
    if (rule.from == Members::From::EachConcerned) return each_concerned(rule, table, posts, meeting, setting);
    std::set<AgencyId> agencies;
    for (const auto* post : posts) agencies.insert(post->agency);
    const bool by_agency = rule.from == Members::From::DistinctAgencies;
    const int count = static_cast<int>(by_agency ? agencies.size() : posts.size());
    const std::string of = by_agency ? " from different agencies" : "";
    const std::string number = std::to_string(count);
    const std::string chosen = count == 0   ? "you chose none"
                               : !by_agency ? "you chose " + number
                                            : "those you chose are from " + number + (count == 1 ? " agency" : " agencies");
    const auto refused = [&](const std::string& bound, int wanted) {
        return refusal(policy::in_a_sentence(meeting.title) + bound + policy::posts_in_words(wanted, rule.kinds) + of +
                           "; " + chosen,
                       rule.source, meeting);
    };
    if (count < rule.at_least) return refused(" needs at least ", rule.at_least);
    const int concerned = static_cast<int>(table.concerned.size());
    const int most = meeting.widen_for_concerned ? std::max(rule.at_most, concerned) : rule.at_most;
    if (rule.at_most > 0 && count > most) return refused(" may have at most ", most);
    return {};
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
        if (auto no = wrong_number(rule, table, meeting, setting)) return no;
    }
    if (auto no = acted_before(meeting, table, state)) return no;
    if (auto no = junior(meeting, table, state, setting)) return no;
    return concerned_missing(meeting, table, answers, setting);
}

std::set<PostId> possible_members(const policy::Meeting& meeting, const State& state, const Setting& setting) {
    const auto concerned = agencies_at_odds(state);
    const auto barred = [&](const directory::Post& post) {
        return (meeting.never_acted_before && has_acted(post, state)) ||
               (meeting.never_junior && reports_to_disputed(post, state, setting));
    };
    const auto wanted = [&](const directory::Post& post) {
        return meeting.members.empty() || std::ranges::any_of(meeting.members, [&](const Members& rule) {
            return fits(post, rule, setting) && (rule.from != Members::From::EachConcerned || concerned.contains(post.agency));
        });
    };
    std::set<PostId> possible;
    std::set<AgencyId> unheard = meeting.concerned_where_possible ? concerned : std::set<AgencyId>{};
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
