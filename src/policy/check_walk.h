// Every rule of a pack in turn, each with the place where it stands and a name for people.
#pragma once
#include "policy/pack.h"

#include <functional>
#include <string>
#include <string_view>

namespace policy {

/// One rule, as findings speak of it.
struct Subject {
    std::string path;  // "/stages/2/duties/0"
    std::string name;  // "duty 'respond' of stage 'stage-3'"
    std::string clause = {};
    const Stage* stage = nullptr;  // whose rule it is; null for the pack's

    Subject part(std::string_view step) const {
        Subject inner = *this;
        inner.path.append("/").append(step);
        return inner;
    }
    Subject part(std::size_t index) const { return part(std::to_string(index)); }
};

enum class Cited { Must, May };

/// What somebody wants to see of a pack; what is left empty is passed by.
struct Visitor {
    std::function<void(const Subject&, const Source&, Cited)> source = [](auto&&...) {};
    std::function<void(const Subject&, const Who&)> who = [](auto&&...) {};
    std::function<void(const Subject&, const Condition&)> question = [](auto&&...) {
    };  // each `Is` of a condition
    std::function<void(const Subject&, const Condition&)> condition = [](auto&&...) {
    };  // each "if" as a whole
    std::function<void(const Subject&, const Fact&)> fact = [](auto&&...) {};
    std::function<void(const Subject&, const Clock&)> clock = [](auto&&...) {};
    std::function<void(const Subject&, const DutyRule&)> duty = [](auto&&...) {};
    std::function<void(const Subject&, const Field&)> field = [](auto&&...) {};
    std::function<void(const Subject&, const Need&)> need = [](auto&&...) {};
};

void walk(const Pack&, const Visitor&);

}  // namespace policy
