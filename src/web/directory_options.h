// The posts, people and agencies of a partnership as options, ordered as one would look for them.
#pragma once
#include "web/questions.h"

namespace web {

/// By agency, then title: "Riverside Council: Team manager, North (Ann Example)".
std::vector<policy::Option> post_options(const People&);
std::vector<policy::Option> person_options(const People&);
std::vector<policy::Option> agency_options(const People&);

}  // namespace web
