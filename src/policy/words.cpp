#include "policy/words.h"

#include <algorithm>
#include <array>

namespace policy {
namespace {

using enum Happening;

constexpr std::array happenings{
    Named{Raised, "raised"},
    Named{StageOpened, "stage-opened"},
    Named{Escalated, "escalated"},
    Named{WentUpTheLine, "went-up-the-line"},
    Named{DangerDeclared, "danger-declared"},
    Named{ReferralMade, "referral-made"},
    Named{Consulted, "consulted"},
    Named{Contacted, "contacted"},
    Named{Discussed, "discussed"},
    Named{PositionStated, "position-stated"},
    Named{Answered, "answered"},
    Named{MeetingAgreed, "meeting-agreed"},
    Named{Met, "met"},
    Named{BranchChosen, "branch-chosen"},
    Named{DateSet, "date-set"},
    Named{FormSubmitted, "form-submitted"},
    Named{Dissented, "dissented"},
    Named{DisagreedInternally, "disagreed-internally"},
    Named{Convened, "convened"},
    Named{RepresentationReceived, "representation-received"},
    Named{OfferMade, "offer-made"},
    Named{OfferAccepted, "offer-accepted"},
    Named{OfferDeclined, "offer-declined"},
    Named{Held, "held"},
    Named{Decided, "decided"},
    Named{OutcomeProposed, "outcome-proposed"},
    Named{OutcomeConfirmed, "outcome-confirmed"},
    Named{OutcomeRejected, "outcome-rejected"},
    Named{Settled, "settled"},
    Named{ProtectionRecorded, "protection-recorded"},
    Named{StandingChanged, "standing-changed"},
    Named{FamilyTold, "family-told"},
    Named{FamilyNotTold, "family-not-told"},
    Named{LessonDrawn, "lesson-drawn"},
    Named{PointAdded, "point-added"},
    Named{PointSettled, "point-settled"},
    Named{CourseRecorded, "course-recorded"},
    Named{Withdrawn, "withdrawn"},
    Named{HandedOver, "handed-over"},
    Named{Closed, "closed"},
    Named{Reopened, "reopened"},
    Named{Linked, "linked"},
    Named{NoteAdded, "note-added"},
    Named{Corrected, "corrected"},
    Named{RoleNamed, "role-named"},
    Named{Reassigned, "reassigned"},
    Named{Discharged, "discharged"},
    Named{Waived, "waived"},
    Named{Breached, "breached"},
    Named{PrioritySet, "priority-set"},
    Named{StepTaken, "step-taken"},
    Named{StepEnded, "step-ended"},
    Named{PointReplanned, "point-replanned"},
    Named{Returned, "returned"},
    Named{Moved, "moved"},
};

constexpr std::array whats{
    Named{What::Settle, "settle"},
    Named{What::Respond, "respond"},
    Named{What::Contact, "contact"},
    Named{What::Discuss, "discuss"},
    Named{What::Consult, "consult"},
    Named{What::Refer, "refer"},
    Named{What::CompleteForm, "complete_form"},
    Named{What::SendCopy, "send_copy"},
    Named{What::Inform, "inform"},
    Named{What::TakeUp, "take_up"},
    Named{What::Convene, "convene"},
    Named{What::Offer, "offer"},
    Named{What::Decide, "decide"},
    Named{What::Confirm, "confirm"},
    Named{What::Feedback, "feedback"},
    Named{What::PutOnFile, "put_on_file"},
    Named{What::OfferDebrief, "offer_debrief"},
    Named{What::PassOnLearning, "pass_on_learning"},
    Named{What::Pursue, "pursue"},
    Named{What::NameRole, "name_role"},
    Named{What::MakeReferral, "make_referral"},
    Named{What::Protect, "protect"},
    Named{What::SetDate, "set_date"},
    Named{What::TellFamily, "tell_family"},
    Named{What::Report, "report"},
    Named{What::Consider, "consider"},
    Named{What::RecordCourse, "record_course"},
    Named{What::FindPost, "find_post"},
    Named{What::CloseRecord, "close_record"},
};

constexpr std::array asks{
    Named{Ask::Standing, "standing"},
    Named{Ask::Subject, "subject"},
    Named{Ask::Topic, "topic"},
    Named{Ask::Kind, "kind"},
    Named{Ask::Concern, "concern"},
    Named{Ask::Origin, "origin"},
    Named{Ask::RaiserKind, "raiser_kind"},
    Named{Ask::RaisingSector, "raising_sector"},
    Named{Ask::ReceivingSector, "receiving_sector"},
    Named{Ask::Stage, "stage"},
    Named{Ask::Reached, "reached"},
    Named{Ask::Happened, "happened"},
    Named{Ask::Ever, "ever"},
    Named{Ask::Branch, "branch"},
    Named{Ask::Danger, "danger"},
    Named{Ask::Settled, "settled"},
    Named{Ask::Answered, "answered"},
    Named{Ask::Formal, "formal"},
    Named{Ask::LineEnds, "line_ends"},
    Named{Ask::Agencies, "agencies"},
    Named{Ask::Priority, "priority"},
    Named{Ask::Decision, "decision"},
    Named{Ask::Criterion, "criterion"},
    Named{Ask::Against, "against"},
    Named{Ask::ReceivingKind, "receiving_kind"},
    Named{Ask::Route, "route"},
};

constexpr std::array strengths{
    Named{Strength::Must, "must"},
    Named{Strength::Aim, "aim"},
    Named{Strength::Indicative, "indicative"},
};

constexpr std::array silences{
    Named{Silence::Prompt, "prompt"},
    Named{Silence::Consider, "consider"},
    Named{Silence::NextStage, "next_stage"},
};

constexpr std::array stage_kinds{
    Named{StageKind::Talk, "talk"},         Named{StageKind::Managers, "managers"},
    Named{StageKind::Adviser, "adviser"},   Named{StageKind::Meeting, "meeting"},
    Named{StageKind::Panel, "panel"},       Named{StageKind::Mediation, "mediation"},
    Named{StageKind::Decision, "decision"}, Named{StageKind::HandOver, "hand_over"},
};

constexpr std::array row_origins{
    Named{TierRow::From::Agency, "agency"},
    Named{TierRow::From::Own, "own"},
    Named{TierRow::From::Line, "line"},
    Named{TierRow::From::Partnership, "partnership"},
    Named{TierRow::From::Represented, "represented"},
};

constexpr std::array member_origins{
    Named{Members::From::Anywhere, "anywhere"},
    Named{Members::From::Partnership, "partnership"},
    Named{Members::From::EachConcerned, "each_concerned"},
    Named{Members::From::DistinctAgencies, "distinct_agencies"},
};

constexpr std::array effects{
    Named{Meeting::Effect::Advises, "advises"},
    Named{Meeting::Effect::Mediates, "mediates"},
    Named{Meeting::Effect::Decides, "decides"},
};

constexpr std::array thens{
    Named{Then::Settles, "settles"},
    Named{Then::Stays, "stays"},
    Named{Then::HandsOver, "hands_over"},
};

constexpr std::array whoms{
    Named{Whom::Child, "child"},
    Named{Whom::Adult, "adult"},
    Named{Whom::Person, "person"},
};

constexpr std::array forces{
    Named{Force::Final, "final"},
    Named{Force::Agreed, "agreed"},
    Named{Force::Advisory, "advisory"},
};

constexpr std::array channels{
    Named{Channel::FaceToFace, "face-to-face"},
    Named{Channel::Telephone, "telephone"},
    Named{Channel::Writing, "writing"},
    Named{Channel::Letter, "letter"},
};

constexpr std::array profiles{
    Named{Profile::Full, "full"},
    Named{Profile::Pseudonymous, "pseudonymous"},
    Named{Profile::ContentFree, "content_free"},
};

constexpr std::array field_kinds{
    Named{FieldKind::Text, "text"},      Named{FieldKind::LongText, "long_text"},
    Named{FieldKind::Date, "date"},      Named{FieldKind::DateTime, "datetime"},
    Named{FieldKind::YesNo, "yes_no"},   Named{FieldKind::OneOf, "one_of"},
    Named{FieldKind::ManyOf, "many_of"}, Named{FieldKind::Post, "post"},
    Named{FieldKind::Person, "person"},  Named{FieldKind::Agency, "agency"},
};

constexpr std::array privacies{
    Named{Privacy::Open, "open"},
    Named{Privacy::Identity, "identity"},
    Named{Privacy::Narrative, "narrative"},
};

// A word added to an enumeration and not to its list above would have no way into a pack.
static_assert(happenings.size() == static_cast<std::size_t>(Moved) + 1);
static_assert(whats.size() == static_cast<std::size_t>(What::CloseRecord) + 1);
static_assert(asks.size() == static_cast<std::size_t>(Ask::Route) + 1);
static_assert(stage_kinds.size() == static_cast<std::size_t>(StageKind::HandOver) + 1);
static_assert(field_kinds.size() == static_cast<std::size_t>(FieldKind::Agency) + 1);

}  // namespace

template <>
std::span<const Named<Happening>> words_of<Happening>() {
    return happenings;
}
template <>
std::span<const Named<What>> words_of<What>() {
    return whats;
}
template <>
std::span<const Named<Ask>> words_of<Ask>() {
    return asks;
}
template <>
std::span<const Named<Strength>> words_of<Strength>() {
    return strengths;
}
template <>
std::span<const Named<Silence>> words_of<Silence>() {
    return silences;
}
template <>
std::span<const Named<StageKind>> words_of<StageKind>() {
    return stage_kinds;
}
template <>
std::span<const Named<TierRow::From>> words_of<TierRow::From>() {
    return row_origins;
}
template <>
std::span<const Named<Members::From>> words_of<Members::From>() {
    return member_origins;
}
template <>
std::span<const Named<Meeting::Effect>> words_of<Meeting::Effect>() {
    return effects;
}
template <>
std::span<const Named<Then>> words_of<Then>() {
    return thens;
}
template <>
std::span<const Named<Whom>> words_of<Whom>() {
    return whoms;
}
template <>
std::span<const Named<Force>> words_of<Force>() {
    return forces;
}
template <>
std::span<const Named<Channel>> words_of<Channel>() {
    return channels;
}
template <>
std::span<const Named<Profile>> words_of<Profile>() {
    return profiles;
}
template <>
std::span<const Named<FieldKind>> words_of<FieldKind>() {
    return field_kinds;
}
template <>
std::span<const Named<Privacy>> words_of<Privacy>() {
    return privacies;
}

template <>
std::span<const Named<calendar::Convention>> words_of<calendar::Convention>() {
    using enum calendar::Convention;
    static const auto conventions = [] {
        std::array all{NextWorkingDayIsDayOne, RollStartForward,  RollStartBackward, StartIsDayOne,
                       DayAfterStartIsDayOne,  CorrespondingDate, Elapsed,           WallClock,
                       ClockRunsInHours};
        std::array<Named<calendar::Convention>, all.size()> named{};
        std::ranges::transform(all, named.begin(), [](auto one) {
            return Named{one, calendar::to_text(one)};
        });
        return named;
    }();
    return conventions;
}

const std::vector<std::string>& words_before() {
    static const std::vector<std::string> words{"raise", "take_step", "end_step", "set_priority", "dissent", "disagree_internally",
                                                "consult",        "contact",         "record_discussion",
                                                "state_position", "answer",          "agree_meeting",
                                                "record_meeting", "escalate",        "go_up_the_line",
                                                "jump",           "choose_branch",   "set_date",
                                                "submit_form",    "convene",         "offer",
                                                "accept_offer",   "decline_offer",   "hold_meeting",
                                                "decide",         "propose_outcome", "confirm_outcome",
                                                "reject_outcome", "record_course",   "refer_policy_issue",
                                                "hand_over",      "withdraw",        "close"};
    return words;
}

bool is_key(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (text.empty() || text.size() > 64 || !plain(text.front()) || !plain(text.back())) return false;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool joint = text[i] == '-' || text[i] == '_';
        if (!plain(text[i]) && !(joint && plain(text[i - 1]))) return false;
    }
    return true;
}

std::vector<std::string> closed_words(Ask ask) {
    switch (ask) {
        case Ask::Danger:
        case Ask::Settled:
        case Ask::Answered:
        case Ask::Formal: return {"yes", "no"};
        case Ask::LineEnds: return {"raising", "receiving", "both"};
        case Ask::Agencies: return {"one", "several"};
        case Ask::Against: return {"other-agency", "own-agency", "own-manager", "partnership"};
        case Ask::Standing:
        case Ask::Subject:
        case Ask::Topic:
        case Ask::Kind:
        case Ask::Concern:
        case Ask::Origin:
        case Ask::RaiserKind:
        case Ask::RaisingSector:
        case Ask::ReceivingSector:
        case Ask::Stage:
        case Ask::Reached:
        case Ask::Happened:
        case Ask::Ever:
        case Ask::Branch:
        case Ask::Priority:
        case Ask::Decision:
        case Ask::Criterion:
        case Ask::ReceivingKind:
        case Ask::Route: return {};
    }
    return {};
}

}  // namespace policy
