// Part of the contract: wrapped keys. Included by contract.h.
#pragma once
#include <doctest/doctest.h>

#include "store/contract.h"

namespace contract {

inline std::vector<Promise> of_keys() {
    using namespace store;
    return {
        {"keys land with their command or beforehand, and are found by id and by stream and class",
         [](Ports ports) {
             const WrappedKey class_key{"class-a", "a", FieldClass::Identity, "", std::string("\0w", 2)};
             ports.keys.add_keys({class_key, {"other", "a", FieldClass::Narrative, "", "w"}});
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             CHECK(*ports.keys.find_key("class-a") == class_key);
             CHECK(ports.keys.find_key("key-c1")->under == "class-a");
             CHECK_FALSE(ports.keys.find_key("key-c2"));
             CHECK(ports.keys.keys_of(StreamId("a"), FieldClass::Identity).size() == 2);
             CHECK(ports.keys.keys_of(StreamId("a"), FieldClass::Narrative).size() == 1);
             CHECK(ports.keys.keys_of(StreamId("b"), FieldClass::Identity).empty());
         }},
        {"a destroyed key stays known as destroyed, and cannot come back",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             CHECK(ports.keys.destroy_key("key-c1"));
             CHECK_FALSE(ports.keys.destroy_key("key-c1"));
             CHECK_FALSE(ports.keys.destroy_key("never known"));
             ports.keys.add_keys({{"key-c1", "a", FieldClass::Identity, "class-a", "from an old backup"}});
             CHECK(ports.keys.find_key("key-c1")->destroyed());
         }},
        {"destroying a class of one stream leaves the other class and the other streams",
         [](Ports ports) {
             ports.keys.add_keys({{"1", "a", FieldClass::Identity, "", "w"},
                                  {"2", "a", FieldClass::Identity, "1", "w"},
                                  {"3", "a", FieldClass::Narrative, "", "w"},
                                  {"4", "b", FieldClass::Identity, "", "w"}});
             CHECK(ports.keys.destroy_keys_of(StreamId("a"), FieldClass::Identity) == 2);
             CHECK(ports.keys.destroy_keys_of(StreamId("a"), FieldClass::Identity) == 0);
             CHECK(ports.keys.find_key("1")->destroyed());
             CHECK(ports.keys.find_key("2")->destroyed());
             CHECK_FALSE(ports.keys.find_key("3")->destroyed());
             CHECK_FALSE(ports.keys.find_key("4")->destroyed());
         }},
        {"destroying a key changes no event, no head and no verdict",
         [](Ports ports) {
             REQUIRE(ports.events.append(command("a", 0, "c1")));
             const auto events = ports.events.read(StreamId("a"));
             const auto verdict = ports.events.verify(std::nullopt);
             REQUIRE(ports.keys.destroy_key("key-c1"));
             ports.keys.destroy_keys_of(StreamId("a"), FieldClass::Identity);
             CHECK(ports.events.read(StreamId("a")) == events);
             CHECK(ports.events.verify(verdict.head) == verdict);
             CHECK_FALSE(verdict.broken);
         }},
    };
}

}  // namespace contract
