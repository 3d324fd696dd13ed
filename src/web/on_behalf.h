// Entering what somebody without an account said: for which posts, and what.
#pragma once
#include "web/case.h"

namespace web {

/// Posts that take part and for which the person does not act, but may record.
std::vector<app::PostId> posts_recorded_for(const Case&);

/// What a holder of that post could do now, and what is asked for it.
std::vector<disagreement::Permitted> permitted_for(const Case&, const app::PostId&);

struct OnBehalf {
    app::PostId post;
    std::vector<disagreement::Permitted> ways;  // without what they ask
};

/// The same for all of those posts at once.
std::vector<OnBehalf> ways_on_behalf(const Case&);

/// A link to the page for that, for those who may.
Html way_to_others(const Case&);

}  // namespace web
