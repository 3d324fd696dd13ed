// Between two steps the service goes on by itself.
#include <algorithm>

#include "rehearsal/stage.h"

using testing::raise;
using testing::wrong_with;

namespace {

/// Five stages, each of which gives way to silence.
std::string silent_ladder() {
    std::string text = testing::head + "stages:\n";
    for (const std::string key : {"one", "two", "three", "four", "five"}) {
        text += "  - {key: " + key + ", label: " + key + ", title: " + key + ", clause: \"1\", raising: p, receiving: p, clock: {within: 2 working days, " +
                (key == "five" ? "" : "silence: next_stage, ") + "clause: \"1\"}}\n";
    }
    return text;
}

}  // namespace

TEST_CASE("who looks again after a year sees a ladder at its top, and every date on the way recorded when it passed") {
    const std::vector<std::string> steps{raise, "{at: 2027-11-20 10:00, expect: {stage: five, duties: [{rule: settle, due: 2026-12-04, state: open, overdue: yes}]}}"};
    CHECK(wrong_with(steps, silent_ladder()) == "");
    const auto log = testing::played(steps, silent_ladder()).log;
    REQUIRE(log.size() == 7);
    CHECK(log[1].heading == "2026-11-25 00:00 a date has passed");
    CHECK(log[5].heading == "2026-12-05 00:00 a date has passed");
    CHECK(std::ranges::count_if(log, [](const auto& step) { return std::ranges::count(step.events, "escalated:silence") == 1; }) == 4);
}

TEST_CASE("the same year looked at day by day ends the same") {
    std::vector<std::string> steps{raise};
    for (int day = 21; day <= 30; ++day) steps.push_back("{at: 2026-11-" + std::to_string(day) + " 10:00}");
    steps.emplace_back("{at: 2027-11-20 10:00}");
    const auto daily = testing::played(steps, silent_ladder()).events;
    const auto at_once = testing::played({raise, "{at: 2027-11-20 10:00}"}, silent_ladder()).events;
    CHECK(daily == at_once);
}

TEST_CASE("who is told because a date passed is told before the next look") {
    CHECK(wrong_with({raise, "{at: 2027-11-20 10:00, expect: {notices: [{to: trust.hv, rule: settle}]}}"}, silent_ladder()) == "");
}

TEST_CASE("a step says what is owed afterwards with its dates, what it ended, who is told and what may be done") {
    const auto log = testing::played({raise, "{at: 2026-11-20 11:00, who: trust.hv, does: submit_form, about: notice}",
                                      "{at: 2026-11-20 12:00, who: trust.hv, does: escalate}"}).log;
    REQUIRE(log.size() == 3);
    CHECK(log[0].heading == "2026-11-20 10:00 trust.hv raise");
    const auto rule_of = [](const auto& duty) { return duty.rule + " " + disagreement::to_word(duty.state); };
    std::vector<std::string> owed;
    for (const auto& duty : log[1].duties) owed.push_back(rule_of(duty));
    CHECK(owed == std::vector<std::string>{"settle open", "alert done"});
    CHECK(log[1].duties.front().due->date == std::chrono::sys_days{std::chrono::year{2026} / 11 / 24});
    CHECK(std::ranges::any_of(log[2].told, [](const auto& telling) { return telling.to.get() == "office.chair" && telling.rule == "chair-told"; }));
    CHECK(log[2].whose == "trust.hv");
    CHECK_FALSE(log[2].permissions.permitted.empty());
}
