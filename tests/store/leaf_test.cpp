#include "store/leaf.h"

#include <doctest/doctest.h>

namespace {

store::Stored sample() {
    return {store::Position(7),
            store::StreamId("d-1"),
            store::Revision(3),
            {"Raised",
             2,
             "{\"a\":1}",
             {{"child", store::FieldClass::Identity, "k1", "cipher"},
              {"story", store::FieldClass::Narrative, "k2", ""}}}};
}

}  // namespace

TEST_CASE("the bytes that the ledger hashes are pinned") {
    // To change this hash is to break every head that anybody ever kept.
    CHECK(ledger::to_hex(store::leaf_of(sample())) ==
          "2cc8f3b6e9a510a819634f6496c093ecd85bdda2c683de0396126fd7cc42c8da");
    CHECK(store::canonical_bytes(sample()).starts_with("concordat-entry-1\n"));
}

TEST_CASE("whatever changes in an entry changes its leaf") {
    using Change = void (*)(store::Stored&);
    const ledger::Hash before = store::leaf_of(sample());
    const Change changes[] = {
        [](store::Stored& s) { s.position = store::Position(8); },
        [](store::Stored& s) { s.stream = store::StreamId("d-2"); },
        [](store::Stored& s) { s.revision = store::Revision(4); },
        [](store::Stored& s) { s.envelope.type = "Raisee"; },
        [](store::Stored& s) { s.envelope.type_version = 3; },
        [](store::Stored& s) { s.envelope.open += " "; },
        [](store::Stored& s) { s.envelope.sealed.pop_back(); },
        [](store::Stored& s) { std::swap(s.envelope.sealed[0], s.envelope.sealed[1]); },
        [](store::Stored& s) { s.envelope.sealed[0].name = "chile"; },
        [](store::Stored& s) { s.envelope.sealed[0].field_class = store::FieldClass::Narrative; },
        [](store::Stored& s) { s.envelope.sealed[0].key_id = "k2"; },
        [](store::Stored& s) { s.envelope.sealed[0].ciphertext[5] = 'R'; },
        // One text's end moved to the next one's beginning.
        [](store::Stored& s) {
            s.envelope.type = "Raised{";
            s.envelope.open = "\"a\":1}";
        },
    };
    for (const Change change : changes) {
        store::Stored changed = sample();
        change(changed);
        CHECK(store::leaf_of(changed) != before);
    }
}
