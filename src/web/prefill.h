// What a form of the policy starts from: things that are known already.
#pragma once
#include "web/case.h"

namespace web {

/// Which form is filled in, and for which post.
struct FormFor {
    std::string form;
    app::PostId author;
};

/// The known answer of that name, as far as the person may see it; "" where there is none.
std::string known_answer(const Case&, const std::string& name, const FormFor&);

}  // namespace web
