// What a form of the policy starts from: things that are known already.
#pragma once
#include "web/case.h"

namespace web {

/// The known answer of that name, as far as the person may see it; "" where there is none.
/// `author` is the post for which the form is filled in.
std::string known_answer(const Case&, const std::string& name, const app::PostId& author);

}  // namespace web
