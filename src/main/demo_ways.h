// From what is owed to what is permitted: which action does a duty, whatever the policy.
#pragma once
#include "app/dossier.h"

namespace program::demo {

/// Owed, and not now: settling it, an outstanding point, closing, what follows at the top.
bool is_for_later(const disagreement::Duty&);

/// The permitted action that would do this duty; null where none would.
const disagreement::Permitted* find_way(const disagreement::Permissions&, const disagreement::Duty&,
                                        const app::Dossier&);

/// The questions of an action; of sections that exclude each other, those of one.
std::vector<policy::Field> with_one_alternative(const disagreement::Permitted&, const app::Dossier&,
                                                const policy::Answers& given);

/// A post of a kind that can be named for this role.
std::string post_for_role(const std::string& role, const app::Dossier&);

}  // namespace program::demo
