// What the product asks by itself, beside the questions of a policy: an answer has one name and one kind.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "policy/field.h"

namespace policy {

/// How many posts one answer can name.
inline constexpr std::size_t posts_named_max = 30;

enum class AskedWith { Raising, Entering, Deciding, Anything };

struct HouseQuestion {
    AskedWith with;
    std::string_view name;
    FieldKind kind;
};

/// All whose names do not hang on the policy. Those that are chosen from a list have options of their own.
const std::vector<HouseQuestion>& house_questions();

}  // namespace policy
