#include "disagreement/stages.h"

#include "disagreement/acting.h"
#include "calendar/local_time.h"
#include "disagreement/conditions.h"

#include <algorithm>

namespace disagreement {
namespace {

using policy::Answers;

std::set<PostId> all_receiving(const State& state) {
    std::set<PostId> posts;
    for (const auto& party : state.receiving) posts.merge(receiving_posts(state, party.agency));
    return posts;
}

/// What each side could be represented by at a stage.
struct Table {
    Candidates raising;
    std::map<AgencyId, Candidates> receiving;
};

Candidates staying(const PostId& post) { return {{post}, "the policy names nobody here, so it stays with this post", false}; }

Candidates side_candidates(const CastQuery& query, const std::string& tier_key, const Party& party,
                           const PostId& present, SeatsAt seats) {
    if (seats == SeatsAt::OneUp) return one_up(query, present);
    const auto* tier = policy::find_tier(query.pack, tier_key);
    return tier ? candidates(query, *tier, party, present) : staying(present);
}

Table table_for(const policy::Stage& stage, const State& state, const Setting& setting, SeatsAt seats) {
    const auto today = calendar::local_date(setting.now, setting.calendar.zone);
    const Visit* last = find_last_visit(state);
    const auto present = [](const Seat* seat, const Party& party) {
        return seat && !seat->stand_in ? seat->post : party.practitioner;
    };
    Table table;
    const auto receiving = all_receiving(state);
    const CastQuery ours{setting.pack, setting.directory, today, setting.excluded, receiving};
    table.raising = side_candidates(ours, stage.raising, state.raising,
                                    present(last ? &last->raising : nullptr, state.raising), seats);
    auto raising = raising_posts(state);
    if (table.raising.posts.size() == 1) raising.insert(table.raising.posts.front());
    const CastQuery theirs{setting.pack, setting.directory, today, setting.excluded, raising};
    for (const auto& party : state.receiving) {
        if (party.settled && !stage.though_settled) continue;
        const Seat* seat = nullptr;
        if (last && last->receiving.contains(party.agency)) seat = &last->receiving.at(party.agency);
        table.receiving[party.agency] = side_candidates(theirs, stage.receiving, party, present(seat, party), seats);
    }
    return table;
}

std::vector<policy::Option> as_options(const std::vector<PostId>& posts, const Setting& setting) {
    std::vector<policy::Option> options;
    for (const auto& id : posts) {
        const auto* post = setting.directory.find_post(id);
        std::string title = post ? post->title : id.get();
        if (post && !post->team.empty()) title += ", " + post->team;
        options.push_back({id.get(), std::move(title)});
    }
    return options;
}

policy::Field seat_field(const std::string& name, const std::string& label, std::vector<policy::Option> options) {
    return {.name = name, .label = label, .kind = policy::FieldKind::Post, .required = true,
            .options = std::move(options), .privacy = policy::Privacy::Open, .max = 200};
}

/// The one post there is, or the one of several that was chosen. Where nobody takes the step, because
/// silence did, the first: the partnership can reassign it.
base::Result<PostId> chosen(const Candidates& candidates, const std::vector<std::string>& named,
                            const std::string& field, const std::string& stage_label, bool by_itself) {
    if (candidates.posts.empty()) {
        return tl::unexpected(base::Refusal{"nobody_fills", "nobody can be found for " + stage_label +
                                            ", not even in the partnership's own office: add a post to the directory",
                                            "house ALL-3", field});
    }
    for (const auto& post : candidates.posts) {
        if (std::ranges::find(named, post.get()) != named.end()) return post;
    }
    if (candidates.posts.size() == 1 || by_itself) return candidates.posts.front();
    return tl::unexpected(base::Refusal{"choose_post", "several posts could act at " + stage_label +
                                        ": choose one by its team or locality", "house ALL-3", field});
}

std::vector<std::string> seat_words(const PostId& post, const Candidates& candidates, const Setting& setting) {
    const auto* above = setting.directory.find_above(post);
    return {post.get(), candidates.why, candidates.stand_in ? "yes" : "", above ? above->id.get() : ""};
}

}  // namespace

std::vector<policy::Field> seat_choices(const policy::Stage& stage, const State& state, const Setting& setting,
                                        SeatsAt seats) {
    std::vector<policy::Field> fields;
    const Table table = table_for(stage, state, setting, seats);
    if (table.raising.posts.size() > 1) {
        fields.push_back(seat_field("raising_post", "Who acts for the raising side",
                                    as_options(table.raising.posts, setting)));
    }
    std::vector<PostId> theirs;
    for (const auto& [agency, candidates] : table.receiving) {
        if (candidates.posts.size() < 2) continue;
        theirs.insert(theirs.end(), candidates.posts.begin(), candidates.posts.end());
    }
    if (!theirs.empty()) {
        fields.push_back(seat_field("receiving_posts", "Who acts for the receiving side", as_options(theirs, setting)));
    }
    return fields;
}

base::Result<Event> open_stage(const policy::Stage& stage, const State& state, const Setting& setting,
                               const Answers& answers, const Author& by, Moment happened_at, SeatsAt seats) {
    Event event{.fact = {Happening::StageOpened, stage.key}, .happened_at = happened_at,
                .recorded_at = setting.now, .by = by};
    const Table table = table_for(stage, state, setting, seats);
    const bool by_itself = by.side == Side::System;
    const auto raising = chosen(table.raising, answers.list("raising_post"), "raising_post", stage.label, by_itself);
    if (!raising) return tl::unexpected(raising.error());
    event.open.values["raising_post"] = seat_words(*raising, table.raising, setting);
    for (const auto& [agency, candidates] : table.receiving) {
        const auto seat = chosen(candidates, answers.list("receiving_posts"), "receiving_posts", stage.label, by_itself);
        if (!seat) return tl::unexpected(seat.error());
        if (*seat == *raising && !candidates.stand_in) {
            return tl::unexpected(base::Refusal{"both_sides", "one post cannot act on both sides: choose another",
                                                "house ALL-3", "receiving_posts"});
        }
        event.open.values["receiving_post:" + agency.get()] = seat_words(*seat, candidates, setting);
    }
    if (wants_target_date(stage) && !by_itself) {
        const std::string& date = answers.text("target_date");
        if (date.empty()) {
            return tl::unexpected(base::Refusal{"target_date_missing",
                                                "set a target date for " + stage.label + ": the policy sets none, and it may not be left open",
                                                stage.clock_source.clause, "target_date"});
        }
        const auto parsed = calendar::parse_date(date);
        if (!parsed || *parsed < calendar::local_date(happened_at, setting.calendar.zone)) {
            return tl::unexpected(base::Refusal{"target_date_past", "the target date must be today or later",
                                                stage.clock_source.clause, "target_date"});
        }
        event.open.set("target_date", date);
    }
    return event;
}

const policy::Stage* stage_now(const State& state, const policy::Pack& pack) {
    const Visit* visit = find_last_visit(state);
    return visit ? policy::find_stage(pack, visit->stage) : nullptr;
}

bool wants_target_date(const policy::Stage& stage) {
    return stage.clock && stage.clock->limit.unit == calendar::Unit::SetForTheCase;
}

bool means_raiser(const policy::Who& who, const policy::Pack& pack) {
    using Kind = policy::Who::Kind;
    if (std::ranges::any_of(who.parts, [&](const auto& part) { return means_raiser(part, pack); })) return true;
    if (who.kind == Kind::Raising && !who.key.empty()) {
        const auto* tier = policy::find_tier(pack, who.key);
        return tier && std::ranges::any_of(tier->rows, [](const auto& row) { return row.from == policy::TierRow::From::Own; });
    }
    return who.kind == Kind::Raising || who.kind == Kind::Raiser || who.kind == Kind::Both || who.kind == Kind::Everyone;
}

std::vector<policy::Option> start_options(const Setting& setting) {
    std::vector<policy::Option> options;
    const auto add = [&](const policy::Stage* stage) {
        if (!stage) return;
        const bool known = std::ranges::find(options, stage->key, &policy::Option::key) != options.end();
        if (!known) options.push_back({stage->key, stage->label + ": " + stage->title});
    };
    for (const auto& start : setting.pack.starts) add(policy::find_stage(setting.pack, start.stage));
    for (const auto& route : setting.pack.routes) {
        const auto ladder = policy::ladder(setting.pack, route.key);
        if (!ladder.empty()) add(ladder.front());
    }
    if (options.empty() && !setting.pack.stages.empty()) add(&setting.pack.stages.front());
    for (const auto& jump : setting.pack.jumps) {
        // What others may do comes later.
        if (!means_raiser(jump.by, setting.pack)) continue;
        for (const auto& stage : setting.pack.stages) {
            const bool named = jump.to.empty() || std::ranges::find(jump.to, stage.key) != jump.to.end();
            if (named) add(&stage);
        }
    }
    return options;
}

std::vector<std::pair<const policy::Stage*, const policy::Jump*>> jump_targets(const State& state,
                                                                               const policy::Pack& pack,
                                                                               int rank_now, JumpsOf whose) {
    std::vector<std::pair<const policy::Stage*, const policy::Jump*>> targets;
    const auto stages = policy::ladder(pack, state.route);
    for (std::size_t rank = 0; rank < stages.size(); ++rank) {
        if (static_cast<int>(rank) <= rank_now) continue;
        for (const auto& jump : pack.jumps) {
            const bool named = jump.to.empty() || std::ranges::find(jump.to, stages[rank]->key) != jump.to.end();
            if (!named || !holds(jump.when, state, pack)) continue;
            if (whose == JumpsOf::Raiser && !means_raiser(jump.by, pack)) continue;
            targets.emplace_back(stages[rank], &jump);
            break;
        }
    }
    return targets;
}

std::vector<Start> starts_of(const State& raised, const policy::Pack& pack) {
    const auto ladder = policy::ladder(pack, raised.route);
    std::vector<Start> starts;
    const auto add = [&](const policy::Stage* stage, const policy::Jump* jump) {
        if (std::ranges::find(starts, stage, &Start::stage) == starts.end()) starts.push_back({stage, jump});
    };
    for (const auto& start : pack.starts) {
        const auto* stage = policy::find_stage(pack, start.stage);
        const bool of_route = std::ranges::find(ladder, stage) != ladder.end();
        if (of_route && holds(start.when, raised, pack)) add(stage, nullptr);
    }
    if (starts.empty() && !ladder.empty()) add(ladder.front(), nullptr);
    if (starts.empty()) return starts;
    const int rank = policy::rank_of(pack, raised.route, starts.front().stage->key);
    for (const auto& [stage, jump] : jump_targets(raised, pack, rank, JumpsOf::Raiser)) add(stage, jump);
    return starts;
}

const policy::DecisionRule* find_decision(const State& state, const Setting& setting) {
    const auto* stage = stage_now(state, setting.pack);
    if (!stage) return nullptr;
    const auto found = std::ranges::find_if(
        stage->decisions, [&](const auto& decision) { return holds(decision.when, state, setting.pack); });
    return found == stage->decisions.end() ? nullptr : &*found;
}

const policy::Stage* find_though_settled(const policy::Pack& pack) {
    const auto found = std::ranges::find_if(pack.stages, &policy::Stage::though_settled);
    return found == pack.stages.end() ? nullptr : &*found;
}

}  // namespace disagreement
