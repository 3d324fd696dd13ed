// From a form as the browser sent it to answers as the engine takes them, and back.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "calendar/edition.h"
#include "http/fields.h"
#include "policy/field.h"

namespace web {

using Problems = std::vector<base::Refusal>;

/// All that was answered, whatever was asked: the same form reads the same when it is sent again.
/// Blanks are not answers. Dates come in three boxes, times in a fourth.
policy::Answers read_answers(const http::Fields& form);

/// The rule of a problem with the time of a question, where its date may be right.
inline constexpr std::string_view wrong_time = "time_wrong";

/// Dates and times that cannot be read: half a date, the 31st of June.
Problems check_dates(const std::vector<policy::Field>&, const http::Fields& form);

/// Puts an answer into a form that is about to be shown.
void fill_in(http::Fields& form, const policy::Field&, const std::string& value);

/// "14:30", "2.30pm" and "9am"; nothing where it is no time.
std::optional<std::string> parse_clock(const std::string& typed);

}  // namespace web
