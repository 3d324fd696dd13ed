// Plausible answers to whatever is asked: those of the story first, then words for every occasion.
#pragma once
#include "app/snapshot.h"
#include "main/demo_data.h"
#include "main/demo_days.h"

namespace program::demo {

/// "care.tm" in a file is "headland.care.tm" in the directory; "office.x" is "headland.x".
app::PostId post_id(const std::string& partnership, const std::string& key);
app::AgencyId agency_id(const std::string& partnership, const std::string& key);

/// One set of questions.
struct Asked {
    std::string action;
    const std::vector<policy::Field>& fields;
    const policy::Answers& given;  // by the story
    const policy::Answers& known;  // what a form starts from, by the name of its prefill
    const app::Partnership& partnership;
    calendar::Date today;
};

class Answering {
public:
    Answering(const Words& words, const Days& days) : words_(words), days_(days) {}

    policy::Answers answers(const Asked&);

private:
    std::vector<std::string> values(const policy::Field&, const Asked&);
    std::vector<std::string> as_given(const policy::Field&, const Asked&) const;
    std::vector<std::string> made_up(const policy::Field&, const Asked&);
    std::vector<std::string> posts(const policy::Field&, const Asked&);
    std::string next_text(const std::string& name);
    std::string date_in(int working_days, const Asked&) const;
    bool has_text(const std::string& name) const { return words_.texts.contains(name); }

    const Words& words_;
    const Days& days_;
    std::map<std::string, std::size_t> told_;  // how often each was used: the next one is another
};

}  // namespace program::demo
