// Deadlines in bulk: a line of JSON in, a line of JSON out, in the same order.
#pragma once
#include <iosfwd>

#include "cli/deadline_question.h"
#include "json/writer.h"

namespace cli {

/// Longer lines are answered by an error, without being kept.
inline constexpr std::size_t line_bytes_max = 64 * 1024;

enum class BatchOutcome { AllAnswered, SomeRefused, CouldNotWrite };

/// Reads to the end. A line that cannot be answered gets an error line and stops nothing.
BatchOutcome run_batch(std::istream& in, std::ostream& out);

/// The members that answer a question, inside an object begun by the caller: due, because, from_rules.
void write_due(json::Writer&, const calendar::Due&, const DeadlineQuestion&);

}  // namespace cli
