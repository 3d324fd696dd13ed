// What GOV.UK has no component for: the stages of a policy, the counting of days, the child's safety.
#pragma once
#include <string>
#include <vector>

#include "govuk/timeline.h"
#include "html/html.h"

namespace govuk {

enum class StageState { Done, Current, Ahead, Skipped };

struct LadderStage {
    Html title;
    StageState state = StageState::Ahead;
    Html note;  // "Due Thursday 10 December 2026"
};

/// The stages from the first to the last; state is said in words as well.
struct Ladder {
    std::vector<LadderStage> stages;
    std::string label = "Stages";
};

enum class DayKind { Start, Counted, NotCounted, Due };

struct StripDay {
    Time date;
    DayKind kind = DayKind::Counted;
    std::string why;  // "day 1", "weekend", "Christmas Day"
};

/// How a date was counted, day by day.
struct DayStrip {
    std::vector<StripDay> days;
    std::string label = "How this date was counted";
};

enum class Safety { Stated, Danger };

/// What protects the child now, or what to do at once.
struct SafetyBanner {
    std::string title;
    Html content;
    Safety safety = Safety::Stated;
    int heading_level = 2;
};

Html render(const Ladder& ladder);
Html render(const DayStrip& strip);
Html render(const SafetyBanner& banner);

}  // namespace govuk
