// Part of the contract: drawers. Included by contract.h.
#pragma once
#include <doctest/doctest.h>

#include "store/contract.h"

namespace contract {

inline std::vector<Promise> of_drawers() {
    using namespace store;
    using base::Moment;
    using std::chrono::seconds;
    return {
        {"a slip is found as it was last put, in its own drawer only",
         [](Ports ports) {
             const Slip slip{"k", std::string("body\0!", 6), Moment(seconds(100))};
             ports.drawers.put("sessions", {"k", "older", {}});
             ports.drawers.put("sessions", slip);
             CHECK(ports.drawers.find("sessions", "k") == slip);
             CHECK_FALSE(ports.drawers.find("drafts", "k"));
             CHECK(ports.drawers.erase("sessions", "k"));
             CHECK_FALSE(ports.drawers.erase("sessions", "k"));
             CHECK_FALSE(ports.drawers.find("sessions", "k"));
         }},
        {"only a free key can be claimed",
         [](Ports ports) {
             CHECK(ports.drawers.claim("codes", {"k", "first", {}}));
             CHECK_FALSE(ports.drawers.claim("codes", {"k", "second", {}}));
             CHECK(ports.drawers.find("codes", "k")->body == "first");
             CHECK(ports.drawers.claim("other", {"k", "second", {}}));
         }},
        {"slips are listed by key, from a prefix that is taken literally",
         [](Ports ports) {
             for (const std::string key : {"b/2", "a%1", "a_1", "a/2", "a/1", "a"})
                 ports.drawers.put("d", {key, "", {}});
             ports.drawers.put("e", {"a/9", "", {}});
             const auto listed = [&](const std::string& prefix) {
                 std::string keys;
                 for (const Slip& slip : ports.drawers.list("d", prefix)) keys += slip.key + " ";
                 return keys;
             };
             CHECK(listed("a/") == "a/1 a/2 ");
             CHECK(listed("a%") == "a%1 ");
             CHECK(listed("a_") == "a_1 ");
             CHECK(listed("") == "a a%1 a/1 a/2 a_1 b/2 ");
             CHECK(listed("c").empty());
         }},
        {"what has expired is swept from every drawer, the rest stays",
         [](Ports ports) {
             ports.drawers.put("d", {"past", "", Moment(seconds(99))});
             ports.drawers.put("d", {"now", "", Moment(seconds(100))});
             ports.drawers.put("e", {"later", "", Moment(seconds(101))});
             ports.drawers.put("e", {"never", "", {}});
             CHECK(ports.drawers.sweep(Moment(seconds(100))) == 2);
             CHECK(ports.drawers.sweep(Moment(seconds(100))) == 0);
             CHECK(ports.drawers.list("d", "").empty());
             CHECK(ports.drawers.list("e", "").size() == 2);
         }},
    };
}

}  // namespace contract
