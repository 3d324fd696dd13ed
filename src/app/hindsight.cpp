#include "app/hindsight.h"

#include <algorithm>

#include "app/json_forms.h"
#include "calendar/local_time.h"
#include "disagreement/action_rules.h"
#include "disagreement/guard.h"

namespace app {
namespace {

using disagreement::Action;
using disagreement::Duties;
using disagreement::Duty;
using disagreement::Event;
using disagreement::Events;
using disagreement::State;
using disagreement::StageMap;
using policy::Happening;
using Kind = Difference::Kind;

/// One edition with its own office hours, and the disagreement as it stands under it so far.
struct Track {
    const policy::Pack* pack;
    calendar::Edition calendar = {};
    State state = {};
};

Duties owed(const Track& track, base::Moment now) {
    return disagreement::duties(track.state, *track.pack, track.calendar, now);
}

std::string mapped(const StageMap& stages, const std::string& key) {
    const auto found = stages.find(key);
    return found == stages.end() ? key : found->second;
}

/// Where each stage that was ever opened ended up when the disagreement was moved, and then under the other edition.
StageMap all_the_way(const Events& events, const StageMap& stages) {
    StageMap all = stages;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->fact.happening != Happening::Moved) continue;
        StageMap earlier = all;
        for (const auto& [name, values] : event->open.values) {
            if (name.starts_with("stage:")) earlier[name.substr(6)] = mapped(all, values.at(0));
        }
        all = std::move(earlier);
    }
    return all;
}

/// The same event, had the other edition been in force all the time: its moves between editions fall away.
Event under_other(Event event, const StageMap& stages) {
    if (event.fact.happening == Happening::StageOpened) event.fact.key = mapped(stages, event.fact.key);
    if (event.fact.happening == Happening::Moved && event.fact.key != "calendar") event.fact.happening = Happening::NoteAdded;
    return event;
}

std::string day_of(const Duty& duty) {
    if (!duty.due) return "none";
    return duty.due->date_only ? calendar::to_iso(duty.due->date) : calendar::to_iso(duty.due->at);
}

bool is_late(const Duty& duty) { return duty.breached || duty.overdue; }

/// An action with what it is about, as somebody may have asked for it.
struct Asked {
    Action action;
    std::string about;
};

std::vector<Asked> ways_to(const Event& event) {
    std::vector<Asked> ways;
    for (const auto action : disagreement::all_actions()) {
        const auto& rule = disagreement::rule_of(action);
        if (rule.records != event.fact.happening || action == Action::Raise || rule.by == disagreement::By::System) continue;
        for (const auto& about : {event.fact.key, event.agency.get(), std::string{}}) ways.push_back({action, about});
    }
    return ways;
}

class Comparison {
public:
    Comparison(const Dossier& dossier, const policy::Pack& other, const StageMap& stages)
        : dossier_(dossier), mine_{dossier.pack}, other_{&other} {
        for (const auto& recorded : dossier.stored) events_.push_back(to_event(recorded.envelope));
        stages_ = all_the_way(events_, stages);
    }

    std::vector<Difference> run() && {
        for (std::size_t i = 0; i < events_.size(); ++i) {
            const auto& event = events_[i];
            if (i > 0) compare_permitted(event, i + 1);
            take(event);
            if (i == 0) compare_raising(event);
            compare_duties(event.recorded_at, i + 1);
        }
        compare_duties(dossier_.now, events_.size());
        return std::move(differences_);
    }

private:
    void take(const Event& event) {
        mine_.state = disagreement::evolve(std::move(mine_.state), event);
        other_.state = disagreement::evolve(std::move(other_.state), under_other(event, stages_));
        // It may have been moved on the way: then from here on its own edition is another one.
        auto footing = footing_of(*dossier_.partnership, mine_.state);
        mine_.pack = footing.pack;
        mine_.calendar = std::move(footing.calendar);
        other_.calendar = policy::with_hours_of(
            *other_.pack, dossier_.partnership->calendar_at(mine_.state.calendar_since));
    }

    void compare_duties(base::Moment now, std::size_t revision) {
        const auto here = owed(mine_, now);
        const auto there = owed(other_, now);
        for (const auto& duty : here) {
            if (!duty.optional) compare(duty, disagreement::find_duty(there, duty.id), revision);
        }
        for (const auto& duty : there) {
            const auto* known = disagreement::find_duty(here, duty.id);
            if (!duty.optional && (!known || known->optional))
                add({Kind::New, revision, duty.rule, {}, day_of(duty), {}}, duty.id);
        }
    }

    void compare(const Duty& duty, const Duty* there, std::size_t revision) {
        if (!there || there->optional) return add({Kind::Gone, revision, duty.rule, day_of(duty), {}, {}}, duty.id);
        if (day_of(duty) != day_of(*there))
            add({Kind::Due, revision, duty.rule, day_of(duty), day_of(*there), {}}, duty.id);
        if (is_late(duty) == is_late(*there)) return;
        const auto words = [](const Duty& one) { return is_late(one) ? "late" : "in time"; };
        add({Kind::Late, revision, duty.rule, words(duty), words(*there), {}}, duty.id);
    }

    disagreement::Setting setting_of(const Track& track, const Event& event) const {
        return {*track.pack, track.calendar, dossier_.partnership->directory, event.recorded_at};
    }

    base::Result<disagreement::Acting> judged(const Track& track, const Asked& asked, const Event& event) const {
        const auto setting = setting_of(track, event);
        disagreement::Actor actor{event.by.person, {{event.by.post, disagreement::Capacity::Holder}}};
        actor.records_for_others = event.by.on_behalf;
        const std::string about = &track == &other_ ? mapped(stages_, asked.about) : asked.about;
        const auto owed = disagreement::duties_in(track.state, setting);
        return disagreement::guard(asked.action, disagreement::situation(track.state, setting, owed), actor, about,
                                   event.by.post, event.happened_at);
    }

    /// What its own edition let through, and the other one refuses in every way in which it may have been asked.
    void compare_permitted(const Event& event, std::size_t revision) {
        if (event.by.side == disagreement::Side::System || event.by.post.get().empty()) return;
        std::optional<Difference> refused;
        for (const auto& asked : ways_to(event)) {
            if (!judged(mine_, asked, event)) continue;
            const auto there = judged(other_, asked, event);
            if (there) return;
            if (!refused) {
                refused = {Kind::Refused, revision, disagreement::to_word(asked.action), "done", there.error().rule,
                           there.error().clause};
            }
        }
        if (refused) differences_.push_back(std::move(*refused));
    }

    /// What its own edition wants before it is raised was so: only that of the other one may not have been.
    void compare_raising(const Event& event) {
        const auto wants = [&](const Track& track) {
            return disagreement::needed_before_raising(track.state, setting_of(track, event), event.happened_at);
        };
        if (wants(mine_)) return;
        if (const auto no = wants(other_))
            differences_.push_back({Kind::Refused, 1, disagreement::to_word(Action::Raise), "done", no->rule, no->clause});
    }

    void add(Difference difference, const std::string& duty) {
        if (seen_.insert({difference.kind, duty}).second) differences_.push_back(std::move(difference));
    }

    const Dossier& dossier_;
    Events events_;
    StageMap stages_;
    Track mine_;
    Track other_;
    std::set<std::pair<Kind, std::string>> seen_;
    std::vector<Difference> differences_;
};

}  // namespace

std::string to_word(Difference::Kind kind) {
    switch (kind) {
        case Kind::Due: return "due";
        case Kind::Late: return "late";
        case Kind::Gone: return "gone";
        case Kind::New: return "new";
        case Kind::Refused: return "refused";
    }
    return {};
}

const std::vector<Difference::Kind>& all_kinds() {
    static const std::vector<Kind> all{Kind::Due, Kind::Late, Kind::Gone, Kind::New, Kind::Refused};
    return all;
}

Hindsight in_hindsight(const Dossier& dossier, const policy::Pack& other, const StageMap& stages) {
    Hindsight found{.reference = dossier.reference, .edition = dossier.state.edition};
    found.no_place = disagreement::no_place(dossier.state, other, stages);
    if (found.no_place.empty()) found.differences = Comparison(dossier, other, stages).run();
    return found;
}

std::vector<Hindsight> in_hindsight(const Dossiers& dossiers, const std::string& partnership,
                                    const policy::Pack& other, const StageMap& stages, base::Moment now) {
    std::vector<Hindsight> all;
    for (const auto& reference : dossiers.references(partnership)) {
        const auto dossier = dossiers.find(reference, now);
        if (dossier && dossier->state.policy == other.identity.key) all.push_back(in_hindsight(*dossier, other, stages));
    }
    return all;
}

}  // namespace app
