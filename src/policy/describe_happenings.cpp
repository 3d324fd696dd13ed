// What happened as a clause: "the form 'Notice' is sent", after "once", "each time" or "when".
#include "policy/describe.h"
#include "policy/wording.h"

namespace policy {
namespace {

/// `'title'` of what it is about where the policy gives one; else what it is about in general.
std::string happening_as_clause(Happening happening, const std::string& title) {
    const auto about = [&](const char* noun) { return "the " + std::string(noun) + (title.empty() ? "" : " '" + title + "'"); };
    switch (happening) {
        case Happening::Raised: return "it is raised";
        case Happening::StageOpened: return about("stage") + " opens";
        case Happening::Escalated: return "it is taken up";
        case Happening::WentUpTheLine: return "it is taken up the management line";
        case Happening::DangerDeclared: return "immediate danger is declared";
        case Happening::ReferralMade: return "a referral is made";
        case Happening::Consulted: return "somebody's own manager is consulted";
        case Happening::Contacted: return "the other side is contacted";
        case Happening::Discussed: return "it is discussed";
        case Happening::PositionStated: return "a side states its position";
        case Happening::Answered: return "the concern is answered";
        case Happening::MeetingAgreed: return "a meeting is agreed";
        case Happening::Met: return "a meeting takes place";
        case Happening::BranchChosen: return "a way on is chosen";
        case Happening::DateSet: return about("date") + " is set";
        case Happening::FormSubmitted: return about("form") + " is sent";
        case Happening::Dissented: return "dissent is recorded";
        case Happening::DisagreedInternally: return "somebody disagrees with their own manager";
        case Happening::Convened: return about("meeting") + " is called";
        case Happening::RepresentationReceived: return "a representation is received";
        case Happening::OfferMade: return "an offer is made";
        case Happening::OfferAccepted: return "the offer is accepted";
        case Happening::OfferDeclined: return "the offer is declined";
        case Happening::Held: return about("meeting") + " is held";
        case Happening::Decided: return "a decision is made";
        case Happening::OutcomeProposed: return "an outcome is proposed";
        case Happening::OutcomeConfirmed: return "the outcome is confirmed";
        case Happening::OutcomeRejected: return "the outcome is not agreed to";
        case Happening::Settled: return "it is settled";
        case Happening::ProtectionRecorded: return "it is recorded what protects the child";
        case Happening::StandingChanged: return "the child's standing changes";
        case Happening::FamilyTold: return "the family is told";
        case Happening::FamilyNotTold: return "it is recorded that the family is not told";
        case Happening::LessonDrawn: return "a lesson is drawn";
        case Happening::PointAdded: return "an outstanding point is added";
        case Happening::PointSettled: return "an outstanding point is done";
        case Happening::CourseRecorded: return "it is recorded what follows";
        case Happening::Withdrawn: return "it is withdrawn";
        case Happening::HandedOver: return "it is handed over";
        case Happening::Closed: return "it is closed";
        case Happening::Reopened: return "it is reopened";
        case Happening::Linked: return "it is linked to another";
        case Happening::NoteAdded: return "a note is added";
        case Happening::Corrected: return "the record is corrected";
        case Happening::RoleNamed: return "somebody is named for " + (title.empty() ? std::string("a role") : "the role '" + title + "'");
        case Happening::Reassigned: return "it is given to another post";
        case Happening::Discharged: return "something owed is marked as done";
        case Happening::Waived: return "something owed is waived";
        case Happening::Breached: return "a date passes";
        case Happening::PrioritySet: return "it is said how pressing it is";
        case Happening::StepTaken: return about("step") + " is taken";
        case Happening::StepEnded: return about("step") + " has ended";
        case Happening::PointReplanned: return "an outstanding point is planned anew";
        case Happening::Returned: return "it comes back from another process";
        case Happening::Moved: return "it is moved to another edition";
    }
    return {};
}

}  // namespace

std::string as_clause(const Fact& fact, const Pack& pack) {
    if (fact.key.empty()) return happening_as_clause(fact.happening, {});
    const auto title = fact_title(fact, pack);
    if (title.empty()) return in_words(fact, pack);
    const auto said = happening_as_clause(fact.happening, title);
    return said.find(title) == std::string::npos ? said + " ('" + title + "')" : said;
}

}  // namespace policy
