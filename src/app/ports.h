// What the use cases are handed by main/, beside the ports of store/: the only faces they know.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/finding.h"
#include "policy/pack.h"

namespace app {

/// From the text of a pack to a checked pack without the house rules, or all that is wrong with it.
using PackReader =
    std::function<tl::expected<policy::Pack, base::Findings>(std::string_view text, const std::string& file)>;

}  // namespace app
