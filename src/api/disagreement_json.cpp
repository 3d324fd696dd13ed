#include "api/disagreement_json.h"

#include <set>

#include "api/duties_json.h"
#include "api/words_json.h"
#include "app/citations.h"
#include "app/json_forms.h"
#include "policy/describe.h"

namespace api {
namespace {

using disagreement::State;
using policy::Happening;

const directory::Directory& directory_of(const app::View& view) {
    return view.dossier.partnership->directory;
}

json::Value policy_of(const app::View& view) {
    const auto& identity = view.dossier.pack->identity;
    return json::Object()
        .set("key", identity.key)
        .set("edition", identity.edition)
        .set("title", identity.title)
        .set("owner", identity.owner);
}

json::Value stage_of(const app::View& view) {
    const auto* visit = disagreement::find_last_visit(view.dossier.state);
    if (!visit) return {};
    const auto* stage = policy::find_stage(*view.dossier.pack, visit->stage);
    json::Object object;
    object.set("key", visit->stage)
        .set("label", stage ? stage->label : visit->stage)
        .set("title", stage ? stage->title : visit->stage)
        .set("opened", app::forms::moment(visit->opened))
        .set("target", visit->target ? app::forms::date(*visit->target) : json::Value())
        .set("left", visit->left);
    return object;
}

json::Value seat_of(const disagreement::Seat& seat, const app::View& view) {
    return json::Object()
        .set("post", post_json(seat.post, directory_of(view)))
        .set("why", or_null(seat.why))
        .set("stand_in", seat.stand_in);
}

json::Value side_of(const disagreement::Party& party, const disagreement::Seat* seat,
                    const app::View& view) {
    return json::Object()
        .set("agency", agency_json(party.agency, directory_of(view)))
        .set("sector", or_null(party.sector))
        .set("practitioner", post_json(party.practitioner, directory_of(view)))
        .set("acts", seat ? seat_of(*seat, view) : json::Value())
        .set("settled", party.settled);
}

json::Value sides_of(const app::View& view) {
    const auto& state = view.dossier.state;
    const auto* visit = disagreement::find_last_visit(state);
    json::Array receiving;
    for (const auto& party : state.receiving) {
        const auto seat = visit ? visit->receiving.find(party.agency) : decltype(visit->receiving.end()){};
        const bool seated = visit && seat != visit->receiving.end();
        receiving.push_back(side_of(party, seated ? &seat->second : nullptr, view));
    }
    return json::Object()
        .set("raising", side_of(state.raising, visit ? &visit->raising : nullptr, view))
        .set("receiving", std::move(receiving));
}

json::Value safety_of(const app::View& view) {
    json::Object object;
    object.set("danger", view.dossier.state.danger).set("safe_now", nullptr).set("protection", nullptr);
    for (const auto& entry : view.timeline) {
        if (entry.event.fact.happening != Happening::ProtectionRecorded) continue;
        object.set("safe_now", or_null(entry.event.open.text("safe_now")));
        const auto* words = view.find_text(entry.revision, "protection");
        object.set("protection", words ? to_json(*words) : json::Value());
        object.set("recorded_at", app::forms::moment(entry.event.recorded_at));
    }
    return object;
}

json::Array entries_of(const app::View& view, const std::set<Happening>& kinds) {
    json::Array entries;
    for (const auto& entry : view.timeline) {
        if (kinds.contains(entry.event.fact.happening)) entries.push_back(to_json(entry, view));
    }
    return entries;
}

json::Array points_of(const app::View& view) {
    json::Array points;
    for (const auto& point : view.dossier.state.points) {
        json::Array texts;
        if (const auto* entry = view.find_entry(point.event + 1))
            for (const auto& text : entry->texts) texts.push_back(to_json(text));
        points.push_back(json::Object()
                             .set("key", point.key)
                             .set("owner", post_json(point.owner, directory_of(view)))
                             .set("by", app::forms::date(point.by))
                             .set("settled_at", point.settled_at ? app::forms::moment(*point.settled_at)
                                                                 : json::Value())
                             .set("texts", std::move(texts)));
    }
    return points;
}

/// Readings behind what is owed and where it stands.
json::Array readings_of(const app::View& view) {
    const auto& pack = *view.dossier.pack;
    const auto cited = app::cited_by(view.dossier).readings;
    json::Array readings;
    for (const auto& reading : pack.readings) {
        if (!cited.contains(reading.key)) continue;
        readings.push_back(to_json(reading, pack, *view.dossier.partnership));
    }
    return readings;
}

json::Array not_permitted_of(const app::View& view) {
    json::Array array;
    for (const auto& no : view.permissions.not_permitted) {
        array.push_back(json::Object()
                            .set("action", disagreement::to_word(no.action))
                            .set("title", no.title)
                            .set("why", no.why)
                            .set("clause", or_null(no.clause)));
    }
    return array;
}

}  // namespace

json::Value to_json(const disagreement::Permitted& permitted, const app::View& view) {
    const auto word = disagreement::to_word(permitted.action);
    return json::Object()
        .set("action", word)
        .set("about", or_null(permitted.key))
        .set("title", permitted.title)
        .set("acting_for", or_null(permitted.acting_for.get()))
        .set("clause", or_null(permitted.source.clause))
        .set("fields", to_json(permitted.fields))
        .set("href", path_of(view.dossier.reference) + "/actions/" + word);
}

json::Value to_json(const app::Entry& entry, const app::View& view) {
    const auto& event = entry.event;
    json::Array texts;
    for (const auto& text : entry.texts) texts.push_back(to_json(text));
    json::Object answers;
    for (const auto& [name, values] : event.open.values) answers.set(name, app::forms::words(values));
    json::Object by;
    by.set("post", post_json(event.by.post, directory_of(view)))
        .set("side", disagreement::to_word(event.by.side))
        .set("on_behalf", event.by.on_behalf);
    return json::Object()
        .set("revision", static_cast<std::int64_t>(entry.revision))
        .set("happening", policy::to_word(event.fact.happening))
        .set("about", or_null(event.fact.key))
        .set("happened_at", app::forms::moment(event.happened_at))
        .set("recorded_at", app::forms::moment(event.recorded_at))
        .set("by", std::move(by))
        .set("agency", agency_json(event.agency, directory_of(view)))
        .set("answers", std::move(answers))
        .set("texts", std::move(texts))
        .set("corrected", app::forms::words(entry.corrected));
}

json::Value to_json(const app::View& view) {
    using H = Happening;
    const auto& state = view.dossier.state;
    json::Array permitted;
    for (const auto& one : view.permissions.permitted) permitted.push_back(to_json(one, view));
    return json::Object()
        .set("reference", view.dossier.reference)
        .set("revision", view.revision().get())
        .set("partnership", view.dossier.partnership->key)
        .set("policy", policy_of(view))
        .set("route", or_null(state.route))
        .set("stage", stage_of(view))
        .set("phase", disagreement::to_word(state.phase))
        .set("move", disagreement::to_word(disagreement::whose_move(view.dossier.duties)))
        .set("topic", or_null(state.topic))
        .set("sides", sides_of(view))
        .set("safety", safety_of(view))
        .set("positions", entries_of(view, {H::PositionStated, H::Answered, H::Dissented}))
        .set("duties", duties_json(view))
        .set("permitted", std::move(permitted))
        .set("not_permitted", not_permitted_of(view))
        .set("outcomes", entries_of(view, {H::OutcomeProposed, H::OutcomeConfirmed, H::OutcomeRejected,
                                           H::Decided, H::Settled}))
        .set("points", points_of(view))
        .set("readings", readings_of(view));
}

json::Value to_json(const app::Row& row) {
    std::vector<std::string> receiving;
    for (const auto& agency : row.receiving) receiving.push_back(agency.get());
    json::Object duty;
    duty.set("id", row.duty).set("rule", row.rule).set("title", row.what);
    return json::Object()
        .set("reference", row.reference)
        .set("partnership", row.partnership)
        .set("topic", or_null(row.topic))
        .set("stage", or_null(row.stage))
        .set("phase", disagreement::to_word(row.phase))
        .set("move", row.move)
        .set("raising", row.raising.get())
        .set("receiving", app::forms::words(receiving))
        .set("opened", app::forms::moment(row.opened))
        .set("due", row.due ? app::forms::moment(*row.due) : json::Value())
        .set("ended", row.ended ? app::forms::moment(*row.ended) : json::Value())
        .set("overdue", row.overdue)
        .set("danger", row.danger)
        .set("settled_at", or_null(row.settled))
        .set("post", or_null(row.post.get()))
        .set("duty", row.duty.empty() ? json::Value() : json::Value(std::move(duty)))
        .set("href", path_of(row.reference));
}

std::string tag_of(store::Revision revision) {
    return "\"" + std::to_string(revision.get()) + "\"";
}

}  // namespace api
