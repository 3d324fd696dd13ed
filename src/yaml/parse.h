// YAML text to our own tree of values, strictly: the only room that sees yaml-cpp.
#pragma once
#include "base/finding.h"
#include "policy/source_tree.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace yaml {

/// Refused with line and column: anything but one document of plain maps, lists and text. That is
/// a doubled key, an anchor, alias or tag, a second document, more than 32 levels, more than
/// 1 MiB, text that is not UTF-8, control characters, and what is no YAML. `file` is the name
/// that places carry. Lines and columns count characters from 1.
tl::expected<policy::Node, base::Findings> parse(std::string_view text, const std::string& file);

}  // namespace yaml
