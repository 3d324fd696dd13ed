// Small pieces that several pages have.
#pragma once
#include "web/asked.h"
#include "web/sheet.h"

namespace web {

/// A form that posts to `path`, with the token that every form carries.
Html form_to(const std::string& path, const Asked&, const Html& content);
Html submit_button(const std::string& text);

/// "/disagreements/K7QM-2RXD-9F"
std::string path_of(const std::string& reference);

/// Where somebody may not know: the page that a wrong address gives.
Answer not_found();

}  // namespace web
