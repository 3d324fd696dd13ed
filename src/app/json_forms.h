// Small values as JSON and back: moments, dates, lists of words. For stored forms of ours only.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/moment.h"
#include "calendar/edition.h"
#include "json/json.h"

namespace app::forms {

json::Value moment(base::Moment);
base::Moment to_moment(const json::Value&);

json::Value date(calendar::Date);
calendar::Date to_date(const json::Value&);

json::Value dates(const std::set<calendar::Date>&);
std::set<calendar::Date> to_dates(const json::Value&);

template <class Words>
json::Value words(const Words& all) {
    json::Array array;
    for (const auto& word : all) array.emplace_back(word);
    return array;
}
std::vector<std::string> to_words(const json::Value&);

/// What a stored open part says; ours, so its shape is certain.
json::Value parsed(const std::string& text);

/// The text of a member, or "" where it was left out.
std::string text_of(const json::Value&, std::string_view key);

/// A member that is only written where it says something.
void set_text(json::Object&, const std::string& key, const std::string& text);

json::Value edition(const calendar::Edition&);
calendar::Edition to_edition(const json::Value&);

}  // namespace app::forms
