#include "app/landing.h"

#include <limits>

#include "app/json_forms.h"
#include "app/notices.h"
#include "app/views.h"

namespace app {
namespace {

std::string answer_of(const std::string& reference, store::Revision revision) {
    return json::to_text(json::Object().set("reference", reference).set("revision", revision.get()));
}

Done to_done(const store::Appended& appended) {
    const auto answer = forms::parsed(appended.answer);
    return {answer.at("reference").get_string(), store::Revision(answer.at("revision").get_int()),
            appended.repeated};
}

}  // namespace

Ordered Landing::ordered(const PersonId& person, const std::string& about,
                         const disagreement::Command& command) const {
    json::Object content;
    content.set("about", about)
        .set("action", disagreement::to_word(command.action))
        .set("answers", to_json(command.answers));
    forms::set_text(content, "acting_for", command.acting_for.get());
    if (command.happened_at) content.set("happened_at", forms::moment(*command.happened_at));
    const std::string id = person.get().empty() ? command.id : person.get() + "/" + command.id;
    return {store::CommandId(id), digests_.keyed("command", json::to_text(content))};
}

std::optional<base::Result<Done>> Landing::land(const Dossier& before, const Ordered& ordered,
                                                const disagreement::Events& events) {
    disagreement::State after = before.state;
    std::vector<Draft> drafts;
    for (const auto& event : events) {
        after = disagreement::evolve(std::move(after), event);
        drafts.push_back(draft(event));
    }
    // After the events: one of them may have moved it to another edition or calendar.
    const auto footing = footing_of(*before.partnership, after);
    const auto duties = disagreement::duties(after, *footing.pack, footing.calendar, before.now);
    const auto stream = streams::disagreement(before.reference);
    const store::Revision reached(static_cast<std::int64_t>(disagreement::revision(after)));
    auto sealed = journal_.seal(stream, drafts);
    store::Append append{
        .stream = stream,
        .expected = store::Revision(static_cast<std::int64_t>(disagreement::revision(before.state))),
        .command = ordered.id,
        .digest = ordered.digest,
        .answer = answer_of(before.reference, reached),
        .events = std::move(sealed.events),
        .notices = notices_of({before, after, duties, *footing.pack}),
        .views = project(before.reference, after, duties, *footing.pack, before.partnership->key),
        .keys = std::move(sealed.keys)};
    const auto landed = journal_.store().append(std::move(append));
    if (landed) return base::Result<Done>(to_done(*landed));
    if (std::holds_alternative<store::Conflict>(landed.error())) return std::nullopt;
    return base::Result<Done>(tl::unexpected(command_reused()));
}

std::optional<base::Result<Done>> Landing::find_landed(const store::StreamId& stream,
                                                       const Ordered& ordered) {
    // A known command wins over a stale revision; one that no stream can have writes nothing else.
    store::Append probe{.stream = stream,
                        .expected = store::Revision(std::numeric_limits<std::int64_t>::max()),
                        .command = ordered.id,
                        .digest = ordered.digest};
    const auto landed = journal_.store().append(std::move(probe));
    if (landed) return base::Result<Done>(to_done(*landed));
    if (std::holds_alternative<store::Conflict>(landed.error())) return std::nullopt;
    return base::Result<Done>(tl::unexpected(command_reused()));
}

}  // namespace app
