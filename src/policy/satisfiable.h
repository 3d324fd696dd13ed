// Whether conditions can hold together: tried with every answer that could tell them apart.
#pragma once
#include "policy/condition.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace policy {

/// What is known beforehand of the answers.
struct Known {
    /// Of a question with one answer at a time: the stage, whether it is settled; nothing where it is open. An
    /// empty answer is none of the words that a policy could ask for.
    std::function<std::optional<std::string>(Ask)> answer = [](Ask) { return std::nullopt; };
    /// Of a question that several words can answer yes, such as a fact: whether this word ever can.
    std::function<bool(Ask, const std::string&)> can_be = [](auto&&...) { return true; };
};

/// False only where no answers make all of them hold; true also where there are too many to try.
bool can_hold(const std::vector<Condition>& all, const Known& = {});

}  // namespace policy
