#include "sqlite/append.h"

#include "sqlite/entries.h"
#include "sqlite/keys.h"
#include "sqlite/notices.h"
#include "sqlite/rows.h"
#include "store/leaf.h"

namespace sqlite {
namespace {

using Outcome = tl::expected<store::Appended, store::NotAppended>;

std::optional<Outcome> answer_to_known(Connection& ledger, const store::Append& append) {
    Query known = ledger.query("SELECT digest, revision, position, answer FROM commands WHERE id = ?");
    if (!known.text(append.command.get()).step()) return std::nullopt;
    if (known.bytes(0) != append.digest) return tl::unexpected<store::NotAppended>(store::Reused{});
    return store::Appended{store::Revision(known.integer(1)), store::Position(known.integer(2)), true,
                           known.bytes(3)};
}

void insert_command(Connection& ledger, const store::Append& append, const store::Appended& appended) {
    ledger.query("INSERT INTO commands (id, digest, revision, position, answer) VALUES (?, ?, ?, ?, ?)")
        .text(append.command.get())
        .text(append.digest)
        .number(appended.revision.get())
        .number(appended.position.get())
        .text(append.answer)
        .run();
}

void insert_events(Desk& desk, const store::Append& append) {
    std::int64_t revision = append.expected.get();
    for (const store::Envelope& event : append.events) {
        const store::Stored entry{store::Position(desk.tree.size()), append.stream,
                                  store::Revision(++revision), event};
        const ledger::Hash leaf = store::leaf_of(entry);
        insert_entry(desk.ledger, entry, leaf);
        desk.tree.add(leaf);
    }
}

}  // namespace

Outcome append(Desk& desk, const store::Append& append) {
    if (auto known = answer_to_known(desk.ledger, append)) return *known;
    const store::Revision actual = revision_of(desk.ledger, append.stream);
    if (actual != append.expected) return tl::unexpected<store::NotAppended>(store::Conflict{actual});

    const store::Appended appended{
        store::Revision(actual.get() + static_cast<std::int64_t>(append.events.size())),
        store::Position(desk.tree.size()), false, append.answer};
    insert_events(desk, append);
    insert_command(desk.ledger, append, appended);
    insert_notices(desk.ledger, append.notices);
    if (append.views) replace_rows(desk.ledger, append.stream, *append.views);
    // Last, because only the ledger's part is undone when the command turns out to be a bug.
    insert_keys(desk.keys, append.keys);
    return appended;
}

}  // namespace sqlite
