// Nothing that names a child or family stands in the open: open answers stay readable for ever.
#pragma once
#include "disagreement/action.h"

namespace app {

/// Whether an open question was answered in free words.
bool has_open_words(const std::vector<policy::Field>&, const policy::Answers&);

/// Identity given in these very answers, as words to look for.
std::vector<std::string> identity_in(const std::vector<policy::Field>&, const policy::Answers&);

/// An open answer in which one of the words stands ("names_the_family"), or what something is about said
/// in more than a key ("about_malformed").
std::optional<base::Refusal> find_leak(const std::vector<policy::Field>&, const policy::Answers&,
                                       const std::vector<std::string>& family_words);

/// Each answer that is not open left decide sealed: a bug of ours where it did not.
void ensure_sealed(const std::vector<policy::Field>&, const disagreement::Events&);

}  // namespace app
