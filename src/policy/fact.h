// The facts a policy can speak of. Each is the name of an event in the life of a disagreement.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policy {

/// What happened. The word in a pack is the kebab-case of the name: StageOpened is "stage-opened".
enum class Happening {
    Raised, StageOpened, Escalated, WentUpTheLine, DangerDeclared, ReferralMade, Consulted, Contacted,
    Discussed, PositionStated, Answered, MeetingAgreed, Met, BranchChosen, DateSet, FormSubmitted,
    Dissented, DisagreedInternally, Convened, RepresentationReceived, OfferMade, OfferAccepted, OfferDeclined,
    Held, Decided, OutcomeProposed, OutcomeConfirmed, OutcomeRejected, Settled, ProtectionRecorded,
    StandingChanged, FamilyTold, FamilyNotTold, LessonDrawn, PointAdded, PointSettled, CourseRecorded,
    Withdrawn, HandedOver, Closed, Reopened, Linked, NoteAdded, Corrected, RoleNamed, Reassigned,
    Discharged, Waived, Breached, PrioritySet, StepTaken, StepEnded, PointReplanned, Returned,
    Moved
};

/// "form-submitted:stage-3-alert" is {FormSubmitted, "stage-3-alert"}; an empty key means any.
struct Fact {
    Happening happening = Happening::Raised;
    std::string key = {};
    bool operator==(const Fact&) const = default;
};

std::string to_word(Happening);
std::optional<Happening> parse_happening(std::string_view word);
std::vector<std::string> happening_words();
std::string to_word(const Fact&);

}  // namespace policy
