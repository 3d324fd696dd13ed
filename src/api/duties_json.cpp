#include "api/duties_json.h"

#include "api/words_json.h"
#include "app/json_forms.h"
#include "app/ways.h"
#include "policy/words.h"

namespace api {
namespace {

using disagreement::Duty;

json::Array ways_of(const Duty& duty, const app::View& view) {
    json::Array ways;
    if (!is_open(duty)) return ways;
    for (const auto* way : app::ways_to_do(duty, view.permissions.permitted, view.dossier)) {
        ways.push_back(json::Object()
                           .set("action", disagreement::to_word(way->action))
                           .set("about", or_null(way->key))
                           .set("acting_for", or_null(way->acting_for.get())));
    }
    return ways;
}

json::Array posts_json(const std::vector<app::PostId>& ids, const directory::Directory& directory) {
    json::Array posts;
    for (const auto& id : ids) posts.push_back(post_json(id, directory));
    return posts;
}

json::Value duty_json(const Duty& duty, const app::View& view) {
    const auto& directory = view.dossier.partnership->directory;
    const auto& zone = view.dossier.calendar.zone;
    json::Object object;
    object.set("id", duty.id)
        .set("rule", duty.rule)
        .set("what", policy::word_of(duty.what))
        .set("title", duty.title)
        .set("owner", post_json(duty.owner, directory))
        .set("side", disagreement::to_word(duty.side))
        .set("agency", agency_json(duty.agency, directory))
        .set("or_by", posts_json(duty.or_by, directory))
        .set("to", posts_json(duty.to, directory))
        .set("since", app::forms::moment(duty.since))
        .set("due", duty.due ? json::Value(due_text(*duty.due, zone)) : json::Value())
        .set("due_at", duty.due ? app::forms::moment(duty.due->at) : json::Value())
        .set("undated", or_null(duty.undated))
        .set("because", duty.due ? because(*duty.due) : json::Array{})
        .set("remind", duty.nag ? json::Value(due_text(*duty.nag, zone)) : json::Value())
        .set("clause", or_null(duty.source.clause))
        .set("reading", or_null(duty.source.reading))
        .set("state", disagreement::to_word(duty.state))
        .set("overdue", duty.overdue)
        .set("breached", duty.breached)
        .set("optional", duty.optional)
        .set("done_at", duty.done_at ? app::forms::moment(*duty.done_at) : json::Value());
    object.set("ways", ways_of(duty, view));
    return object;
}

}  // namespace

json::Array duties_json(const app::View& view) {
    json::Array duties;
    for (const auto& duty : view.dossier.duties) duties.push_back(duty_json(duty, view));
    return duties;
}

}  // namespace api
