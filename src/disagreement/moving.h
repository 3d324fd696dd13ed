// Moving a disagreement that is under way to another edition of its policy, or of its calendar.
#pragma once
#include "base/finding.h"
#include "disagreement/state.h"
#include "policy/pack.h"

#include <map>
#include <string>
#include <tl/expected.hpp>

namespace disagreement {

/// Which stage of the new edition each stage of the old one is; stages of the same key need no entry.
using StageMap = std::map<std::string, std::string>;

/// What has no place in the new edition: stages it has been at, its route, roles named, forms handed in,
/// meetings held, steps taken, its topic and other words from closed lists. Empty where all has one.
base::Findings no_place(const State&, const policy::Pack& to, const StageMap&);

/// The event that moves it, or what has no place. `why` is sealed.
tl::expected<Event, base::Findings> moved_to(const State&, const policy::Pack& to, const StageMap&, const Author&,
                                             Moment now, const std::string& why);

/// The event that puts it under the calendar as it is in force now.
Event moved_to_calendar(const Author&, Moment now, const std::string& why);

}  // namespace disagreement
