// A small policy and a small place to try it in: two stages, a decision at the top, one panel.
#pragma once
#include "calendar/local_time.h"
#include "disagreement/action.h"
#include "policy/house_rules.h"

namespace village {

using namespace disagreement;

inline policy::DutyRule rule(const std::string& key, policy::What what, policy::Who by, std::vector<policy::Fact> on,
                             std::optional<calendar::Limit> within = {}) {
    policy::DutyRule made;
    made.key = key;
    made.what = what;
    made.title = key;
    made.by = by;
    made.on = std::move(on);
    if (within) made.clock.limit = *within;
    made.source.clause = "1";
    return made;
}

inline policy::Pack pack() {
    using Kind = policy::Who::Kind;
    policy::Pack pack;
    pack.identity = {.key = "village", .edition = "1", .title = "Village policy", .owner = "Village", .calendar = "england-and-wales"};
    pack.identity.nag = {5, calendar::Unit::WorkingDay};
    pack.clauses = {{"1", "All of it"}};
    pack.scope.topics = {{{"need", "Levels of need"}}, true, {"1", {}}};
    pack.scope.standings = {{{"in-need", "Child in need"}, {"plan", "Child protection plan"}}, false, {"1", {}}};
    policy::TierRow own, line, head;
    own.from = policy::TierRow::From::Own;
    line.from = policy::TierRow::From::Line;
    head.kinds = {"head"};
    pack.tiers = {{"worker", "Worker", {own}, {"1", {}}}, {"manager", "Manager", {line}, {"1", {}}}, {"head", "Head of service", {head}, {"1", {}}}};
    pack.stages.resize(3);
    pack.stages[0] = {.key = "talk", .label = "Stage 1", .title = "Talk", .raising = "worker", .receiving = "worker", .source = {"1", {}}};
    pack.stages[0].duties = {rule("respond", policy::What::Respond, {Kind::Receiving}, {}, calendar::Limit{2, calendar::Unit::WorkingDay})};
    pack.stages[1] = {.key = "managers", .label = "Stage 2", .title = "Managers", .raising = "manager", .receiving = "manager", .source = {"1", {}}};
    pack.stages[2] = {.key = "heads", .label = "Stage 3", .title = "Heads", .raising = "head", .receiving = "head", .source = {"1", {}}};
    policy::DecisionRule chair{.title = "Decide", .by = {Kind::Partnership, "chair"}, .options = {{"end", "End it", policy::Then::Settles}, {"wait", "Wait", policy::Then::Stays}}, .other = true, .source = {"1", {}}};
    pack.stages[2].decisions = {chair};
    policy::Members three{.key = "three", .title = "members from different agencies", .kinds = {}, .from = policy::Members::From::DistinctAgencies, .at_least = 3, .at_most = 3};
    pack.meetings = {{.key = "panel", .title = "Panel", .convenor = {Kind::Partnership, "chair"}, .effect = policy::Meeting::Effect::Decides, .members = {three}, .concerned_where_possible = true, .widen_for_concerned = true, .source = {"1", {}}}};
    pack.stages[2].meetings = {"panel"};
    return policy::with_house_rules(std::move(pack));
}

/// school.worker < school.manager < school.head, the same for care and police, and an office.
inline directory::Directory directory() {
    directory::Directory made;
    for (const std::string agency : {"school", "care", "police"}) {
        made.put(directory::Agency{AgencyId(agency), agency, agency});
        std::optional<PostId> above;
        for (const std::string kind : {"head", "manager", "worker"}) {
            directory::Post post{PostId(agency + "." + kind), AgencyId(agency), kind, kind};
            post.reports_to = above;
            post.holders = {{PersonId("who " + post.id.get())}};
            above = post.id;
            made.put(std::move(post));
        }
    }
    made.put(directory::Agency{AgencyId("office"), "Office", "partnership"});
    for (const std::string kind : {"business-manager", "chair"}) {
        directory::Post post{PostId("office." + kind), AgencyId("office"), kind, kind};
        post.holders = {{PersonId("who " + post.id.get())}};
        made.put(std::move(post));
    }
    return made;
}

inline Moment at(const std::string& local) { return *calendar::parse_moment(local, "Europe/London"); }

inline Actor who(const std::string& post) {
    Actor actor{.person = PersonId("who " + post)};
    actor.posts[PostId(post)] = Capacity::Holder;
    return actor;
}

/// A disagreement in the village, told step by step.
class Story {
public:
    policy::Pack pack = village::pack();
    directory::Directory directory = village::directory();
    calendar::Edition calendar{.key = "england-and-wales"};
    Moment now = at("2026-11-19T10:00");
    State state;
    Events events;
    std::set<PersonId> excluded;

    Setting setting() const { return {pack, calendar, directory, now, excluded, {"Ann Example"}}; }

    Decision ask(const Actor& actor, Action action, std::map<std::string, std::vector<std::string>> answers,
                 std::optional<Moment> happened = {}) const {
        Command command{.id = "c", .action = action, .happened_at = happened};
        command.answers.values = std::move(answers);
        return decide(state, command, setting(), actor);
    }

    Decision tell(const Actor& actor, Action action, std::map<std::string, std::vector<std::string>> answers = {},
                  std::optional<Moment> happened = {}) {
        auto decision = ask(actor, action, std::move(answers), happened);
        if (!decision) return decision;
        for (const auto& event : *decision) {
            state = evolve(std::move(state), event);
            events.push_back(event);
        }
        return decision;
    }

    Duties owed() const { return duties(state, pack, calendar, now); }

    const Duty* find(const std::string& rule) {
        last_ = owed();
        const auto found = std::find_if(last_.rbegin(), last_.rend(), [&](const Duty& duty) { return duty.rule == rule; });
        return found == last_.rend() ? nullptr : &*found;
    }

private:
    Duties last_;
};

inline std::map<std::string, std::vector<std::string>> concern(std::vector<std::string> to) {
    return {{"danger", {"no"}}, {"to", std::move(to)}, {"standing", {"in-need"}}, {"topic", {"need"}}, {"decision", {"d"}},
            {"view", {"v"}}, {"outcome_wanted", {"o"}}, {"safe_now", {"yes"}}, {"protection", {"p"}}, {"child_name", {"Ann Example"}}};
}

inline std::map<std::string, std::vector<std::string>> up() {
    return {{"reason", {"unsettled"}}, {"why", {"w"}}, {"safe_now", {"yes"}}, {"protection", {"p"}}};
}

inline Story raised(std::vector<std::string> to = {"care.worker"}) {
    Story story;
    (void)story.tell(who("school.worker"), Action::Raise, concern(std::move(to)));
    return story;
}

}  // namespace village
