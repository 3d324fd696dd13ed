// One page of the questions of raising, and all answers read back.
#pragma once
#include "web/raise_flow.h"
#include "web/sheet.h"

namespace web {

/// An empty page of raising in that partnership.
Sheet raise_sheet(const Raising&, const std::string& title, const std::string& back);

/// A page with what was said in a private look above its form, which is sent to `action`.
struct QuestionView {
    const RaisePage& page;
    const Problems& problems;
    std::string action;
    std::string back;
    Html comments = {};
};
Sheet question_sheet(const RaisingSoFar&, const QuestionView&);

/// The answers under their sections, each with a way to its page.
Html answers_to_check(const RaisingSoFar&);
/// What somebody else has answered so far.
Html answers_to_read(const Raising&, const http::Fields& given);

}  // namespace web
