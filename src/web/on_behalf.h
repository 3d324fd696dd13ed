// Entering what somebody without an account said: for which posts, and what.
#pragma once
#include "web/case.h"

namespace web {

/// Posts that take part and for which the person does not act, but may record.
std::vector<app::PostId> posts_recorded_for(const Case&);

/// What a holder of that post could do now.
std::vector<disagreement::Permitted> permitted_for(const Case&, const app::PostId&);

}  // namespace web
