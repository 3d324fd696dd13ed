// Part of the contract: events, commands, notices, the ledger. Included by contract.h.
#pragma once
#include <doctest/doctest.h>

#include "base/ensure.h"
#include "store/contract.h"

namespace contract {

inline std::vector<Promise> of_events() {
    using namespace store;
    return {
        {"an empty store has the head of no entries, and nothing to read",
         [](Ports ports) {
             CHECK(ports.events.head() == ledger::Frontier().head());
             CHECK(ports.events.read(StreamId("a")).empty());
             CHECK_FALSE(ports.events.verify(std::nullopt).broken);
         }},
        {"events are read back byte for byte, in order, from any revision on",
         [](Ports ports) {
             Append append = command("a", 0, "c1");
             append.events = {event("1"), event("2"), {"Bare", 7, "{}", {}}};
             append.events[1].sealed.push_back(
                 {"story", FieldClass::Narrative, "k", std::string(3000, '\0')});
             const auto landed = ports.events.append(append);
             REQUIRE(landed);
             CHECK(*landed == Appended{Revision(3), Position(0), false, append.answer});
             CHECK(ports.events.append(command("b", 0, "c2"))->position == Position(3));
             const auto events = ports.events.read(StreamId("a"));
             REQUIRE(events.size() == 3);
             for (std::int64_t i = 0; i < 3; ++i)
                 CHECK(events[static_cast<std::size_t>(i)] ==
                       Stored{Position(i), StreamId("a"), Revision(i + 1),
                              append.events[static_cast<std::size_t>(i)]});
             CHECK(ports.events.read(StreamId("a"), Revision(2)) == std::vector{events[2]});
             CHECK(ports.events.read(StreamId("a"), Revision(3)).empty());
             CHECK(ports.events.revision(StreamId("a")) == Revision(3));
             CHECK(ports.events.revision(StreamId("b")) == Revision(1));
             CHECK(ports.events.revision(StreamId("c")) == Revision(0));
         }},
        {"a stale revision is told what the revision is, and writes nothing",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             const auto head = ports.events.head();
             for (const std::int64_t wrong : {0, 2, 100}) {
                 const auto late = ports.events.append(command("a", wrong, "late"));
                 REQUIRE_FALSE(late);
                 CHECK(std::get<Conflict>(late.error()) == Conflict{Revision(1)});
             }
             CHECK(ports.events.head() == head);
             CHECK(ports.events.pending_notices(10).size() == 1);
             CHECK_FALSE(ports.keys.find_key("key-late"));
             CHECK(ports.events.append(command("a", 1, "late")));
         }},
        {"the same command twice is one effect, and is answered as the first time",
         [](Ports ports) {
             const auto first = ports.events.append(command("a", 0, "c1"));
             REQUIRE(ports.events.append(command("a", 1, "c2")));
             const auto head = ports.events.head();
             Append again = command("a", 0, "c1");
             again.answer = "another answer";
             const auto second = ports.events.append(again);
             REQUIRE(second);
             CHECK(second->repeated);
             CHECK(second->revision == first->revision);
             CHECK(second->position == first->position);
             CHECK(second->answer == first->answer);
             CHECK(ports.events.head() == head);
             CHECK(ports.events.pending_notices(10).size() == 2);
         }},
        {"a command id used for something else is refused, in whatever stream",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             for (const std::string stream : {"a", "b"}) {
                 Append other = command(stream, 0, "c1");
                 other.digest = "digest of something else";
                 const auto refused = ports.events.append(other);
                 REQUIRE_FALSE(refused);
                 CHECK(std::holds_alternative<Reused>(refused.error()));
             }
             CHECK(ports.events.head().size == 1);
         }},
        {"a command without events is remembered, and moves no revision",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             Append quiet = command("a", 1, "c2");
             quiet.events.clear();
             CHECK(*ports.events.append(quiet) == Appended{Revision(1), Position(1), false, quiet.answer});
             CHECK(ports.events.append(quiet)->repeated);
             CHECK(ports.events.head().size == 1);
         }},
        {"whatever changes what is read is counted before it is answered",
         [](Ports ports) {
             auto seen = ports.events.changes();
             const auto has_grown = [&] { return std::exchange(seen, ports.events.changes()) < ports.events.changes(); };
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             CHECK(has_grown());
             REQUIRE(ports.events.append(command("b", 0, "c2")));
             CHECK(has_grown());
             REQUIRE(ports.keys.destroy_key("key-c1"));
             CHECK(has_grown());
             REQUIRE(ports.keys.destroy_keys_of(StreamId("b"), FieldClass::Identity) == 1);
             CHECK(has_grown());
             ports.events.replace_views(StreamId("a"), {});
             CHECK(has_grown());
             ports.events.read(StreamId("a"));
             ports.events.mark_sent("notice-c1");
             CHECK_FALSE(has_grown());
         }},
        {"the whole ledger is seen in the order in which it was written, from any place on",
         [](Ports ports) {
             for (int i = 0; i < 600; ++i)
                 REQUIRE(
                     ports.events.append(command(i % 2 == 0 ? "a" : "b", i / 2, "c" + std::to_string(i))));
             std::vector<Stored> seen;
             ports.events.each(Position(0), [&](const Stored& stored) { seen.push_back(stored); });
             REQUIRE(seen.size() == 600);
             for (std::int64_t i = 0; i < 600; ++i) {
                 const Stored& stored = seen[static_cast<std::size_t>(i)];
                 CHECK(stored.position == Position(i));
                 CHECK(stored.revision == Revision(i / 2 + 1));
             }
             std::int64_t next = 597;
             ports.events.each(Position(597),
                               [&](const Stored& stored) { CHECK(stored.position == Position(next++)); });
             CHECK(next == 600);
             ports.events.each(Position(600), [](const Stored&) { FAIL("there is nothing after the end"); });
         }},
        {"who looks at the ledger may append to it, and is shown it as it was",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             int seen = 0;
             ports.events.each(Position(0), [&](const Stored&) {
                 ++seen;
                 REQUIRE(ports.events.append(command("a", seen, "again" + std::to_string(seen))));
             });
             CHECK(seen == 1);
         }},
        {"each event changes the head, and an older head is still vouched for",
         [](Ports ports) {
             std::vector<ledger::Head> heads{ports.events.head()};
             for (int i = 0; i < 9; ++i) {
                 REQUIRE(ports.events.append(command("a", i, "c" + std::to_string(i))));
                 heads.push_back(ports.events.head());
                 CHECK(heads.back().root != heads[heads.size() - 2].root);
             }
             for (const ledger::Head& kept : heads)
                 CHECK(ports.events.verify(kept) == ledger::Verdict{heads.back(), {}});
             const auto longer = ports.events.verify(ledger::Head{12, {}});
             REQUIRE(longer.broken);
             CHECK(longer.broken->position == 9);
         }},
        {"notices wait, oldest first, until they are marked as sent; one id is one notice",
         [](Ports ports) {
             for (int i = 0; i < 3; ++i)
                 REQUIRE(ports.events.append(command("a", i, "c" + std::to_string(i))));
             Append repeats = command("a", 3, "c3");
             repeats.notices = {{"notice-c0", "raised", "post-9", "{}"},
                                {"z", "late", "post-2", "{\"x\":1}"}};
             REQUIRE(ports.events.append(repeats));
             ports.events.mark_sent("notice-c1");
             ports.events.mark_sent("nobody knows this one");
             const auto pending = ports.events.pending_notices(10);
             REQUIRE(pending.size() == 3);
             CHECK(pending[0] == Notice{"notice-c0", "raised", "post-1", "{}"});
             CHECK(pending[1].id == "notice-c2");
             CHECK(pending[2] == Notice{"z", "late", "post-2", "{\"x\":1}"});
             CHECK(ports.events.pending_notices(1) == std::vector{pending[0]});
         }},
        {"an append that breaks the rules of the house is a bug, and writes nothing",
         [](Ports ports) {
             Append untyped = command("a", 0, "c1");
             untyped.events.push_back({"", 1, "{}", {}});
             CHECK_THROWS_AS(ports.events.append(untyped), base::Bug);
             Append twins = command("a", 0, "c1");
             twins.views->push_back(twins.views->front());
             CHECK_THROWS_AS(ports.events.append(twins), base::Bug);
             CHECK(ports.events.head().size == 0);
             CHECK(ports.events.append(command("a", 0, "c1")));
         }},
    };
}

}  // namespace contract
