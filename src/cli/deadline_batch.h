// Deadlines in bulk: a line of JSON in, a line of JSON out, in the same order.
#pragma once
#include <iosfwd>


namespace cli {

enum class BatchOutcome { AllAnswered, SomeRefused, CouldNotWrite };

/// Reads to the end. A line that cannot be answered gets an error line and stops nothing.
BatchOutcome run_batch(std::istream& in, std::ostream& out);

}  // namespace cli
