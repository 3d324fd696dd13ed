// A question about a date in JSON, and its answer in JSON: the same for a batch and for the API.
#pragma once
#include "app/deadline_question.h"
#include "json/writer.h"

namespace app {

/// Longer lines are answered by an error, without being kept.
inline constexpr std::size_t line_bytes_max = 64 * 1024;

/// The members that answer a question, inside an object begun by the caller: due, because, from_rules.
void write_due(json::Writer&, const calendar::Due&, const DeadlineQuestion&);

/// One question as an object: {id, due, because, from_rules}, or {id, error}. False where it is an error.
bool write_answer(json::Writer&, const json::Value& question);

/// The same for a line that may not even be JSON.
bool write_line_answer(json::Writer&, std::string_view line);

/// For a line that was not kept.
void write_too_long(json::Writer&);

}  // namespace app
