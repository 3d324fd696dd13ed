#include "store/contract.h"

#include <doctest/doctest.h>

#include "sqlite/sqlite_store.h"
#include "store/temporary_folder.h"

TEST_CASE("the SQLite store keeps the contract of every store") {
    for (const contract::Promise& promise : contract::promises()) {
        INFO(promise.sentence);
        const testing::TemporaryFolder folder;
        const auto kept = sqlite::SqliteStore::open(folder.path() / "data");
        promise.holds({*kept, *kept, *kept});
    }
}

TEST_CASE("whatever the contract does to a store, it is the same when the folder is opened again") {
    for (const contract::Promise& promise : contract::promises()) {
        INFO(promise.sentence);
        const testing::TemporaryFolder folder;
        const auto everything = [](const store::EventStore& kept) {
            std::vector<store::Stored> entries;
            kept.each(store::Position(0), [&](const store::Stored& stored) { entries.push_back(stored); });
            return entries;
        };
        auto kept = sqlite::SqliteStore::open(folder.path());
        promise.holds({*kept, *kept, *kept});
        const auto entries = everything(*kept);
        const auto rows = kept->rows({"register", {}, {}, 1000});
        const auto notices = kept->pending_notices(1000);
        const auto verdict = kept->verify(std::nullopt);
        CHECK_FALSE(verdict.broken);
        kept.reset();
        kept = sqlite::SqliteStore::open(folder.path());
        CHECK(everything(*kept) == entries);
        CHECK(kept->rows({"register", {}, {}, 1000}) == rows);
        CHECK(kept->pending_notices(1000) == notices);
        CHECK(kept->verify(verdict.head) == verdict);
    }
}
