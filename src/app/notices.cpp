#include "app/notices.h"

#include <algorithm>

#include "app/json_forms.h"
#include "app/posts.h"
#include "disagreement/owners.h"
#include "disagreement/telling.h"
#include "policy/words.h"

namespace app {
namespace {

using disagreement::Telling;

/// Its agency is closed today: whoever deputises is told too, by name. No date waits for that.
std::vector<PersonId> called_in(const Dossier& dossier, const directory::Post& post) {
    const auto* agency = dossier.known->directory.find_agency(post.agency);
    if (!agency || !directory::find_closing(*agency, dossier.today())) return {};
    return directory::deputies_on(post, dossier.today());
}

/// Where a holder is excluded, nothing goes to a mailbox that they may share, and where there is none, nobody
/// reads it: it goes to the people who answer for the post instead, in the end to whoever keeps the
/// partnership's business.
std::vector<std::string> recipients(const Dossier& dossier, const PostId& id) {
    const auto& known = *dossier.known;
    const auto& excluded = dossier.excluded();
    const auto* post = known.directory.find_post(id);
    if (!post) return {};
    const auto holders = directory::holders_on(*post, dossier.today());
    const bool shared =
        std::ranges::any_of(holders, [&](const auto& person) { return excluded.contains(person); });
    if (!shared && !holders.empty()) {
        std::vector<std::string> recipients{"post/" + id.get()};
        for (const auto& deputy : called_in(dossier, *post)) recipients.push_back("person/" + deputy.get());
        return recipients;
    }
    const auto keeper = disagreement::office(dossier.state, "business-manager");
    auto people = answering_for(known, id, dossier.today(), excluded);
    if (people.empty()) people = answering_for(known, keeper, dossier.today(), excluded);
    std::vector<std::string> recipients;
    for (const auto& person : people) recipients.push_back("person/" + person.get());
    // Waits there for whoever will hold it.
    if (recipients.empty()) recipients.push_back("post/" + keeper.get());
    return recipients;
}

/// Mail is read by anyone: even a full notice says no more than the register does, and sends people here.
json::Object body_of(const Step& step, const Telling& telling) {
    json::Object body;
    body.set("reference", step.before.reference)
        .set("rule", telling.rule)
        .set("profile", policy::word_of(telling.profile));
    const auto* duty = disagreement::find_duty(step.duties, telling.cause);
    if (duty && duty->due) body.set("due", forms::moment(duty->due->at));
    const auto* known = disagreement::find_duty(step.before.duties, telling.cause);
    if (telling.rule == disagreement::date_moved && known && known->due)
        body.set("was", forms::moment(known->due->at));
    if (telling.profile == policy::Profile::ContentFree) return body;
    const auto* visit = disagreement::find_last_visit(step.after);
    json::Array receiving;
    for (const auto& party : step.after.receiving) receiving.emplace_back(party.agency.get());
    return body.set("topic", step.after.topic)
        .set("stage", visit ? visit->stage : std::string{})
        .set("raising", step.after.raising.agency.get())
        .set("receiving", std::move(receiving));
}

}  // namespace

std::vector<store::Notice> notices_of(const Step& step) {
    std::vector<store::Notice> notices;
    std::set<std::string> ids;
    const std::string cause =
        step.before.reference + "/" + std::to_string(disagreement::revision(step.after)) + "/";
    const auto told = disagreement::tellings(step.before.state, step.before.duties, step.after, step.duties, step.pack);
    for (const auto& telling : told) {
        const bool duty = disagreement::find_duty(step.duties, telling.cause) != nullptr;
        for (const auto& recipient : recipients(step.before, telling.to)) {
            const std::string id = cause + telling.cause + "/" + recipient;
            if (!ids.insert(id).second) continue;
            notices.push_back(
                {id, duty ? "duty" : "policy", recipient, json::to_text(body_of(step, telling))});
        }
    }
    return notices;
}

std::vector<store::Notice> notices_of(const Dossier& dossier, const std::vector<DutyChange>& changes,
                                      const std::string& cause) {
    std::vector<store::Notice> notices;
    for (const auto& change : changes) {
        if (change.kind != DutyChange::Kind::Date) continue;
        json::Object body;
        body.set("reference", dossier.reference)
            .set("rule", disagreement::date_moved)
            .set("profile", policy::word_of(policy::Profile::ContentFree));
        if (change.after) body.set("due", forms::moment(change.after->at));
        if (change.before) body.set("was", forms::moment(change.before->at));
        for (const auto& recipient : recipients(dossier, change.owner)) {
            notices.push_back({dossier.reference + "/" + cause + "/" + change.duty + "/" + recipient, "duty", recipient,
                               json::to_text(body)});
        }
    }
    return notices;
}

}  // namespace app
