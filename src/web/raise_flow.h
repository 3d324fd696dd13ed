// The way through the questions of raising: the addresses of its pages, and which comes before and after which.
#pragma once
#include "web/raising.h"

namespace web {

/// Where a page leads once it is answered: on to the next one, or back to the answers that are being checked.
enum class Then { Next, Check };

Then then_of(const Asked&);

/// "/raise/riverside"
std::string raise_path(const Raising&);
/// "/drafts/0123…/questions/child"
std::string question_path(const std::string& draft, RaiseStep, Then);
std::string check_path(const std::string& draft);
std::string danger_path(const std::string& draft, Then);
std::string elsewhere_path(const std::string& draft);

/// The first page on which something is missing or wrong; else the page of all answers.
std::string resume_path(const RaisingSoFar&, Then);
/// After a page that was answered.
std::string path_after(const RaisingSoFar&, RaiseStep, Then);
/// Of its back link.
std::string path_before(const RaisingSoFar&, RaiseStep, Then);

/// The names under which a page's answers are sent.
std::set<std::string> boxes_of(const RaisePage&);

/// What is kept, with what was typed on one page in place of what its boxes held.
http::Fields with_page(const http::Fields& kept, const RaisePage&, const http::Fields& form);

}  // namespace web
