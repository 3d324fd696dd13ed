#include "store/memory_store.h"

#include <doctest/doctest.h>

#include "store/contract.h"
#include "store/memory_drawers.h"

TEST_CASE("the memory store keeps the contract of every store") {
    for (const contract::Promise& promise : contract::promises()) {
        INFO(promise.sentence);
        store::MemoryStore kept;
        store::MemoryDrawers drawers;
        promise.holds({kept, kept, drawers});
    }
}
