// The page of the questions of raising: shown afresh, with what is wrong, or gone on with.
#pragma once
#include "web/raise_form.h"
#include "web/sheet.h"
#include "web/use_cases.h"

namespace web {

/// Nothing where the visitor does not work in that partnership.
std::optional<Raising> find_raising(const UseCases&, const Asked&, const std::string& partnership);

/// "/raise/riverside"
std::string raise_path(const Raising&);

/// An empty page of raising in that partnership.
Sheet raise_sheet(const Raising&, const std::string& title, const std::string& back);

/// What was said about it in a private look stands above the form.
Sheet question_sheet(const UseCases&, const Raising&, const http::Fields& given, const Problems&,
                     const std::string& command_id);

}  // namespace web
