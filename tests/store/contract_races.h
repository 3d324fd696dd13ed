// Part of the contract: several threads at once. Included by contract.h.
#pragma once
#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <latch>
#include <thread>

#include "store/contract.h"

namespace contract {

/// Runs `work(thread)` in so many threads that start together.
inline void together(int threads, const std::function<void(int)>& work) {
    std::latch start(threads);
    std::vector<std::jthread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            start.arrive_and_wait();
            work(thread);
        });
}

inline std::vector<Promise> of_races() {
    using namespace store;
    return {
        {"of several who append at the same revision one wins, and the others are told",
         [](Ports ports) {
             for (int round = 0; round < 20; ++round) {
                 std::atomic<int> won = 0;
                 std::atomic<int> told = 0;
                 together(8, [&](int thread) {
                     const auto landed = ports.events.append(
                         command("a", round, std::to_string(round) + "-" + std::to_string(thread)));
                     if (landed)
                         ++won;
                     else if (std::get<Conflict>(landed.error()).actual == Revision(round + 1))
                         ++told;
                 });
                 CHECK(won == 1);
                 CHECK(told == 7);
             }
             CHECK(ports.events.read(StreamId("a")).size() == 20);
             CHECK_FALSE(ports.events.verify(std::nullopt).broken);
         }},
        {"of several who send the same command all hear the same answer, and it is done once",
         [](Ports ports) {
             for (int round = 0; round < 20; ++round) {
                 std::atomic<int> first = 0;
                 std::atomic<int> answered = 0;
                 together(8, [&](int) {
                     const auto landed =
                         ports.events.append(command("a", round, "c" + std::to_string(round)));
                     if (landed && !landed->repeated) ++first;
                     if (landed && landed->revision == Revision(round + 1)) ++answered;
                 });
                 CHECK(first == 1);
                 CHECK(answered == 8);
             }
             CHECK(ports.events.head().size == 20);
             CHECK(ports.events.pending_notices(100).size() == 20);
         }},
        {"appends to many streams at once all land, whole, and readers see only whole ones",
         [](Ports ports) {
             std::atomic<int> torn = 0;
             together(9, [&](int thread) {
                 const std::string stream = "stream-" + std::to_string(thread);
                 for (int i = 0; i < 30; ++i) {
                     if (thread == 8) {
                         std::int64_t next = 0;
                         ports.events.each(Position(0), [&](const Stored& stored) {
                             if (stored.position != Position(next++)) ++torn;
                         });
                         if (ports.events.verify(ports.events.head()).broken) ++torn;
                         continue;
                     }
                     Append append = command(stream, 2 * i, stream + "/" + std::to_string(i));
                     append.events.push_back(event("second"));
                     if (!ports.events.append(append)) ++torn;
                     if (ports.events.read(StreamId(stream)).size() % 2 != 0) ++torn;
                 }
             });
             CHECK(torn == 0);
             CHECK(ports.events.head().size == 8 * 30 * 2);
             CHECK(ports.events.count("register", std::nullopt) == 8);
         }},
        {"a slip can be claimed once and taken out once, however many try",
         [](Ports ports) {
             std::atomic<int> claimed = 0;
             std::atomic<int> taken = 0;
             together(8, [&](int) {
                 if (ports.drawers.claim("codes", {"k", "", {}})) ++claimed;
             });
             together(8, [&](int) {
                 if (ports.drawers.erase("codes", "k")) ++taken;
             });
             CHECK(claimed == 1);
             CHECK(taken == 1);
         }},
    };
}

}  // namespace contract
