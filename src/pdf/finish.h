// What Cairo leaves out of a tagged PDF: language, title, scopes of headings, and what is not to be read out.
#pragma once
#include <string>

#include "app/paper.h"

namespace pdf {

/// The same bytes for the same paper.
std::string finished(const std::string& drawn, const app::Paper&);

}  // namespace pdf
