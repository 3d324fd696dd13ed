#include "ledger/audit.h"

#include <doctest/doctest.h>

namespace {

using Entries = std::vector<ledger::Audit::Entry>;

/// Streams a and b in turn, so that entry 5 is event 3 of b.
Entries six_entries() {
    Entries entries;
    for (std::int64_t i = 0; i < 6; ++i) {
        const ledger::Hash leaf = ledger::leaf_hash("entry " + std::to_string(i));
        entries.push_back({i, i % 2 == 0 ? "a" : "b", i / 2 + 1, leaf, leaf});
    }
    return entries;
}

ledger::Head head_of(const Entries& entries, std::size_t count) {
    ledger::Frontier tree;
    for (std::size_t i = 0; i < count; ++i) tree.add(entries[i].computed);
    return tree.head();
}

ledger::Verdict audit(const Entries& entries, const ledger::Head& stored,
                      std::vector<ledger::Head> kept = {}) {
    ledger::Audit audit(std::move(kept));
    for (const auto& entry : entries) audit.see(entry);
    return audit.finish(stored);
}

}  // namespace

TEST_CASE("an untouched ledger is believed, also against every older head") {
    const Entries entries = six_entries();
    for (std::size_t size = 0; size <= 6; ++size) {
        const auto verdict = audit(entries, head_of(entries, 6), {head_of(entries, size)});
        CHECK_FALSE(verdict.broken);
        CHECK(verdict.head == head_of(entries, 6));
    }
    CHECK_FALSE(audit({}, ledger::Frontier().head(), {ledger::Frontier().head()}).broken);
}

TEST_CASE("a changed, missing or swapped entry is named") {
    const Entries entries = six_entries();
    const ledger::Head head = head_of(entries, 6);
    for (std::size_t at = 0; at < 6; ++at) {
        Entries changed = entries;
        changed[at].computed = ledger::leaf_hash("something else");
        CHECK(audit(changed, head).broken->position == static_cast<std::int64_t>(at));

        Entries without_hash = entries;
        without_hash[at].recorded.reset();
        CHECK(audit(without_hash, head).broken->position == static_cast<std::int64_t>(at));

        Entries missing = entries;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(at));
        const auto verdict = audit(missing, head);
        REQUIRE(verdict.broken);
        if (at < 5) CHECK(verdict.broken->position == static_cast<std::int64_t>(at));
    }
    Entries swapped = entries;
    std::swap(swapped[1].computed, swapped[3].computed);
    CHECK(audit(swapped, head).broken->position == 1);
}

TEST_CASE("a stream whose events do not follow one another is named where it stumbles") {
    Entries entries = six_entries();
    entries[4].revision = 4;
    CHECK(audit(entries, head_of(entries, 6)).broken->position == 4);
}

TEST_CASE("a ledger cut short is found by a head kept elsewhere, and names the first entry gone") {
    const Entries entries = six_entries();
    const Entries cut(entries.begin(), entries.begin() + 4);
    CHECK_FALSE(audit(cut, head_of(entries, 4)).broken);
    const auto verdict = audit(cut, head_of(entries, 4), {head_of(entries, 6)});
    REQUIRE(verdict.broken);
    CHECK(verdict.broken->position == 4);
}

TEST_CASE("an entry rewritten together with its hash is found by a head, between the heads that agree") {
    const Entries entries = six_entries();
    Entries forged = entries;
    forged[3].computed = ledger::leaf_hash("forged");
    forged[3].recorded = forged[3].computed;
    CHECK(audit(forged, head_of(entries, 6)).broken);
    const auto verdict = audit(forged, head_of(forged, 6), {head_of(entries, 5), head_of(entries, 2)});
    REQUIRE(verdict.broken);
    CHECK(verdict.broken->position == 2);
}
