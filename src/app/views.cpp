#include "app/views.h"

#include "app/json_forms.h"
#include "app/view_bodies.h"
#include "disagreement/owners.h"

#include <algorithm>

namespace app {
namespace {

using disagreement::Duties;
using disagreement::Duty;
using disagreement::Phase;
using disagreement::State;

bool is_live(const State& state) {
    return state.phase == Phase::Open || state.phase == Phase::Settled;
}

std::string stage_label(const State& state, const policy::Pack& pack) {
    const auto* visit = disagreement::find_last_visit(state);
    const auto* stage = visit ? policy::find_stage(pack, visit->stage) : nullptr;
    return stage ? stage->label : std::string{};
}

std::string sortable(const std::optional<base::Moment>& at) {
    return at ? forms::moment(*at).get_string() : no_date;
}

/// By date, those without one last; something in particular before settling the whole.
bool comes_before(const Duty& left, const Duty& right) {
    const auto rank = [](const Duty& duty) {
        return std::pair(sortable(duty.due ? std::optional(duty.due->at) : std::nullopt),
                         duty.what == policy::What::Settle);
    };
    return rank(left) < rank(right);
}

/// What is owed first. Null: nothing is.
const Duty* find_next(const Duties& duties) {
    const Duty* next = nullptr;
    for (const auto& duty : duties) {
        if (!is_open(duty) || duty.optional) continue;
        if (!next || comes_before(duty, *next)) next = &duty;
    }
    return next;
}

void set_due(Row& row, const Duty& duty) {
    if (duty.due) row.due = duty.due->at;
    row.counted = duty.due;
    if (!duty.due && duty.nag) row.remind = duty.nag->at;
}

/// For a row of the whole: what is next, whose it is, and by when.
void set_next(Row& row, const Duties& duties) {
    const auto* next = find_next(duties);
    if (!next) return;
    row.what = next->title;
    row.owed_by = next->owner;
    set_due(row, *next);
}

/// Danger comes before all else; rows that may not be left undone come before those that may.
constexpr char first_in_danger = '0', then_owed = '1', then_optional = '2', then_ended = '9';

std::string sort_of(const Row& row) {
    const char rank = row.optional ? then_optional : row.danger ? first_in_danger : then_owed;
    return rank + sortable(row.due);
}

/// Later moments first: the digits of the time that is left until a far day.
std::string latest_first(base::Moment at) {
    const auto far = base::Moment(std::chrono::sys_days{std::chrono::year{9999} / 12 / 31});
    const std::string left = std::to_string((far - at).count());
    return std::string(left.size() < 12 ? 12 - left.size() : 0, '0') + left;
}

/// What is said of it afterwards does not end it again.
base::Moment ended_at(const State& state) {
    using H = disagreement::Happening;
    base::Moment at = state.history.back().event.happened_at;
    for (const auto& recorded : state.history) {
        const auto what = recorded.event.fact.happening;
        if (what == H::Closed || what == H::Withdrawn || what == H::HandedOver) at = recorded.event.happened_at;
    }
    return at;
}

/// Where the last of it was settled, as far as all of it was.
std::string settled_at(const State& state, const policy::Pack& pack) {
    if (!disagreement::all_settled(state)) return {};
    std::string label;
    for (const auto& [event, visit] : state.history) {
        if (event.fact.happening != disagreement::Happening::Settled || visit < 0) continue;
        const auto* stage = policy::find_stage(pack, state.visits[static_cast<std::size_t>(visit)].stage);
        if (stage) label = stage->label;
    }
    return label;
}

/// What is the same in all rows of a disagreement.
Row common(const std::string& reference, const State& state, const Duties& duties, const policy::Pack& pack,
           const std::string& partnership) {
    Row row{.reference = reference,
            .partnership = partnership,
            .topic = state.topic,
            .stage = stage_label(state, pack),
            .phase = state.phase,
            .move = to_word(disagreement::whose_move(duties)),
            .raising = state.raising.agency,
            .opened = state.history.front().event.happened_at,
            .danger = state.danger,
            .settled = settled_at(state, pack)};
    for (const auto& party : state.receiving) row.receiving.push_back(party.agency);
    if (!is_live(state)) row.ended = ended_at(state);
    return row;
}

class Projection {
public:
    Projection(Row common, const State& state, const Duties& duties)
        : common_(std::move(common)), state_(state), duties_(duties) {}

    std::vector<store::ViewRow> rows() && {
        add_in_whole("register", common_.partnership);
        add_in_whole("raised", state_.raising.practitioner.get());
        for (const auto& duty : duties_) {
            if (is_open(duty)) add_duty(duty);
        }
        for (const auto& post : disagreement::everyone(state_)) {
            if (!owing_.contains(post)) add_involved(post);
        }
        return std::move(rows_);
    }

private:
    /// One row for the disagreement, whoever owes what in it.
    void add_in_whole(const std::string& view, const std::string& owner) {
        Row row = common_;
        set_next(row, duties_);
        if (view == "register" || row.ended) row.counted.reset();
        const std::string sort = row.ended ? then_ended + latest_first(*row.ended) : sort_of(row);
        add(view, row.reference, owner, sort, row);
    }

    void add_duty(const Duty& duty) {
        Row row = common_;
        row.post = duty.owner;
        row.duty = duty.id;
        row.rule = duty.rule;
        row.what = duty.title;
        row.optional = duty.optional;
        set_due(row, duty);
        const std::string key = row.reference + "/" + duty.id;
        const std::string sort = sort_of(row);
        add("work", key, duty.owner.get(), sort, row);
        for (const auto& other : duty.or_by) add("work", key + "/" + other.get(), other.get(), sort, row);
        if (duty.optional) return;
        row.counted.reset();
        if (row.due && disagreement::is_recorded_when_late(duty) && !is_recorded_late(duty)) add("due", key, "due", sortable(row.due), row);
        owing_.insert(duty.owner);
        owing_.insert(duty.or_by.begin(), duty.or_by.end());
    }

    /// Late is one thing, that it was written down another: only then is there nothing left to record.
    bool is_recorded_late(const Duty& duty) const {
        return std::ranges::any_of(state_.history, [&](const disagreement::Recorded& recorded) {
            const auto& fact = recorded.event.fact;
            return fact.happening == disagreement::Happening::Breached && fact.key == duty.id;
        });
    }

    void add_involved(const PostId& post) {
        Row row = common_;
        row.post = post;
        set_next(row, duties_);
        if (row.ended) row.counted.reset();
        const std::string key = row.reference + "/" + post.get();
        if (row.ended)
            add("ended", key, post.get(), latest_first(*row.ended), row);
        else
            add("waiting", key, post.get(), sort_of(row), row);
    }

    void add(const std::string& view, const std::string& key, const std::string& owner,
             const std::string& sort, const Row& row) {
        rows_.push_back({view, key, owner, sort, to_body(row)});
    }

    Row common_;
    const State& state_;
    const Duties& duties_;
    std::set<PostId> owing_;
    std::vector<store::ViewRow> rows_;
};

}  // namespace

Stretch must_be_done() {
    return {.until = std::string(1, then_optional)};
}

Stretch may_be_done() {
    return {.from = std::string(1, then_optional), .until = std::string(1, then_ended)};
}

std::vector<Stretch> overdue(const std::string& view, base::Moment now) {
    if (view == "due") return {{.until = sortable(now)}};
    std::vector<Stretch> stretches;
    for (const char rank : {first_in_danger, then_owed}) stretches.push_back({std::string(1, rank), rank + sortable(now)});
    return stretches;
}

std::vector<store::ViewRow> project(const std::string& reference, const State& state, const Duties& duties,
                                    const policy::Pack& pack, const std::string& partnership) {
    return Projection(common(reference, state, duties, pack, partnership), state, duties).rows();
}

}  // namespace app
