// Packs and scenarios from files, for the commands that look at them.
#pragma once
#include "base/finding.h"
#include "cli/console.h"
#include "policy/load.h"
#include "rehearsal/scenario.h"

#include <optional>

namespace cli {

/// The bytes of a file; a finding where it cannot be read.
tl::expected<std::string, base::Findings> read_file(const std::filesystem::path&);

/// Loaded and checked, without the house rules; or every finding. What a pack extends is found in the
/// folder beside its own.
tl::expected<policy::Loaded, base::Findings> read_pack(const std::filesystem::path&);
tl::expected<policy::Loaded, base::Findings> read_pack_text(std::string_view text, const std::string& file);

/// A pack that was found right when it was adopted: what the check has learnt since does not hold it up.
tl::expected<policy::Loaded, base::Findings> read_adopted_pack(std::string_view text, const std::string& file);

/// The text of a pack together with those it is laid over, as it is adopted and kept.
tl::expected<std::string, base::Findings> read_whole_pack(const std::filesystem::path&);

/// A path as it stands, or the key of a pack in one of the folders.
tl::expected<std::filesystem::path, base::Findings> find_pack(const std::string& key_or_file, const Console&);

void print(const base::Findings&, std::ostream&);

}  // namespace cli
