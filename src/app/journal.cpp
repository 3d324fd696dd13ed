#include "app/journal.h"

namespace app {

SealedDrafts Journal::seal(const store::StreamId& stream, const std::vector<Draft>& drafts) {
    SealedDrafts made;
    for (const auto& draft : drafts) {
        store::Envelope envelope{draft.type, 1, draft.open, {}};
        for (const auto& text : draft.sealed) {
            auto sealed = sealer_.seal(stream, text.field_class, text.name, text.plain);
            envelope.sealed.push_back(std::move(sealed.field));
            for (auto& key : sealed.keys) made.keys.push_back(std::move(key));
        }
        made.events.push_back(std::move(envelope));
    }
    return made;
}

std::optional<std::string> Journal::open(const store::StreamId& stream,
                                         const store::SealedField& field) const {
    return sealer_.open(stream, field);
}

std::vector<std::optional<std::string>> Journal::open_all(
    const store::StreamId& stream, const std::vector<const store::SealedField*>& fields) const {
    return sealer_.open_all(stream, fields);
}

std::vector<Record> Journal::records(const store::StreamId& stream, store::Revision after) const {
    std::vector<Record> records;
    for (const auto& stored : store_.read(stream, after)) {
        Texts texts;
        for (const auto& field : stored.envelope.sealed) {
            if (auto plain = sealer_.open(stream, field)) texts[field.name] = std::move(*plain);
        }
        records.push_back(to_record(stored.envelope, texts));
    }
    return records;
}

base::Result<store::Appended> Journal::add(const store::StreamId& stream, const Cause& cause,
                                           const std::vector<Record>& records) {
    std::vector<Draft> drafts;
    for (const auto& record : records) drafts.push_back(draft(record));
    auto sealed = seal(stream, drafts);
    store::Append append{.stream = stream,
                         .expected = {},
                         .command = cause.id,
                         .digest = cause.digest,
                         .events = std::move(sealed.events),
                         .keys = std::move(sealed.keys)};
    append.expected = store_.revision(stream);
    while (true) {
        const auto landed = store_.append(append);
        if (landed) return *landed;
        const auto* conflict = std::get_if<store::Conflict>(&landed.error());
        if (!conflict) return tl::unexpected(command_reused());
        append.expected = conflict->actual;
    }
}

base::Refusal command_reused() {
    return {"command_reused", "something else was done under this command id before: use a new one"};
}

}  // namespace app
