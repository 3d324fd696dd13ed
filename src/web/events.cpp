#include "web/events.h"

#include <algorithm>
#include <map>

#include "calendar/local_time.h"
#include "disagreement/action_rules.h"
#include "disagreement/fields.h"
#include "govuk/summary_list.h"
#include "web/words.h"

namespace web {
namespace {

using namespace html;
using disagreement::Event;
using policy::Happening;

std::string key_in_words(const Case& one, const policy::Fact& fact) {
    const auto& pack = one.pack();
    if (const auto* stage = policy::find_stage(pack, fact.key)) return stage_in_words(*stage);
    if (const auto* form = policy::find_form(pack, fact.key)) return form->title;
    if (const auto* meeting = policy::find_meeting(pack, fact.key)) return meeting->title;
    if (const auto* role = policy::find_role(pack, fact.key)) return role->title;
    if (const auto* step = policy::find_step(pack, fact.key)) return step->title;
    if (const auto* date = policy::find_date(pack, fact.key)) return date->title;
    if (const auto* duty = disagreement::find_duty(one.dossier().duties, fact.key)) return duty->title;
    return {};
}

std::string what_happened(Happening happening) {
    using H = Happening;
    switch (happening) {
        case H::Raised: return "Raised";
        case H::StageOpened: return "Stage opened";
        case H::Escalated: return "Taken up";
        case H::WentUpTheLine: return "Taken up the management line";
        case H::DangerDeclared: return "Immediate danger declared";
        case H::ReferralMade: return "Referral made under child protection procedures";
        case H::Consulted: return "Own manager consulted";
        case H::Contacted: return "Other side contacted";
        case H::Discussed: return "Discussed";
        case H::PositionStated: return "Position stated";
        case H::Answered: return "Answered";
        case H::MeetingAgreed: return "Meeting agreed";
        case H::Met: return "Met";
        case H::BranchChosen: return "Way on chosen";
        case H::DateSet: return "Date set";
        case H::FormSubmitted: return "Form completed";
        case H::Dissented: return "Dissent recorded";
        case H::DisagreedInternally: return "Disagreement with own manager recorded";
        case H::Convened: return "Convened";
        case H::RepresentationReceived: return "Representation received";
        case H::OfferMade: return "Offer made";
        case H::OfferAccepted: return "Offer accepted";
        case H::OfferDeclined: return "Offer declined";
        case H::Held: return "Held";
        case H::Decided: return "Decided";
        case H::OutcomeProposed: return "Outcome proposed";
        case H::OutcomeConfirmed: return "Outcome confirmed";
        case H::OutcomeRejected: return "Outcome not agreed to";
        case H::Settled: return "Settled";
        case H::ProtectionRecorded: return "What protects the child recorded";
        case H::StandingChanged: return "Standing of the child changed";
        case H::FamilyTold: return "Family told";
        case H::FamilyNotTold: return "Family not told";
        case H::LessonDrawn: return "Lesson drawn";
        case H::PointAdded: return "Outstanding point added";
        case H::PointSettled: return "Outstanding point done";
        case H::CourseRecorded: return "What follows recorded";
        case H::Withdrawn: return "Withdrawn";
        case H::HandedOver: return "Handed over";
        case H::Closed: return "Closed";
        case H::Reopened: return "Reopened";
        case H::Linked: return "Linked";
        case H::NoteAdded: return "Note added";
        case H::Corrected: return "Record corrected";
        case H::RoleNamed: return "Role named";
        case H::Reassigned: return "Reassigned";
        case H::Discharged: return "Done";
        case H::Waived: return "Waived";
        case H::Breached: return "Date passed";
        case H::PrioritySet: return "Priority set";
        case H::StepTaken: return "Step taken";
        case H::StepEnded: return "Process beside it ended";
        case H::PointReplanned: return "Outstanding point planned anew";
        case H::Returned: return "Taken back";
        case H::Moved: return "Moved to another edition";
    }
    return {};
}

void add(std::vector<policy::Field>& all, const std::vector<policy::Field>& more) {
    for (const auto& field : more) {
        const bool known = std::ranges::find(all, field.name, &policy::Field::name) != all.end();
        if (!known) all.push_back(field);
    }
}

std::string moved_in_words(const Event& event) {
    if (event.fact.key == "calendar") return "Moved to the calendar in force then";
    return "Moved to edition " + event.open.text("edition") + " of the policy";
}

/// Nobody was asked: the partnership decided, and said why.
policy::Field why_moved() {
    return {.name = "why", .label = "Why", .kind = policy::FieldKind::LongText};
}

/// Seats are recorded with the post, and why it was that one.
Html seats(const Case& one, const Event& event) {
    Html said;
    for (const auto& [name, words] : event.open.values) {
        const bool seat = name == "raising_post" || name.starts_with("receiving_post:");
        if (!seat || words.size() < 2) continue;
        const std::string side = name == "raising_post" ? "Raising side: " : "Receiving side: ";
        said.add(p("govuk-body")(side + in_words(one.directory(), app::PostId(words[0])) + ". " +
                                 capitalised(words[1]) + "."));
    }
    return said;
}

/// Questions speak to whoever answers them; read back, they are about what was answered.
std::string read_label(const policy::Field& field) {
    static const std::map<std::string, std::string> labels{
        {"raiser_post", "Raised from"},
        {"to", "Whose decision or action it is"},
        {"danger", "A child in immediate danger"},
        {"decision", "The decision, action or inaction"},
        {"view", "Why it leaves the child unsafe"},
        {"evidence", "The evidence"},
        {"evidence_source", "Where the evidence comes from"},
        {"outcome_wanted", "The outcome wanted"},
        {"how_settled", "How it could be settled"},
        {"answer", "The answer"},
        {"rationale", "The reasons"},
        {"reasons", "The reasons"},
        {"acting_reason", "Why somebody else acted for this post"},
        {"safe_now", "The child safe now"},
        {"protection", "What protects the child"},
    };
    const auto found = labels.find(field.name);
    return found == labels.end() ? field.label : found->second;
}

govuk::SummaryRow row_of(const std::string& key, const Html& value) {
    return {.key = key, .value = value};
}

}  // namespace

std::string headline_of(const Case& one, const Event& event) {
    const auto& fact = event.fact;
    if (fact.happening == Happening::Moved) return moved_in_words(event);
    std::string title = what_happened(fact.happening);
    const auto about = key_in_words(one, fact);
    if (!about.empty()) title += ": " + about;
    if (!event.agency.get().empty() && one.state().receiving.size() > 1)
        title += " (" + in_words(one.directory(), event.agency) + ")";
    return title;
}

std::vector<policy::Field> questions_of(const Case& one, const Event& event) {
    const auto setting = one.dossier().setting();
    std::vector<policy::Field> all;
    if (const auto* form = policy::find_form(one.pack(), event.fact.key)) {
        for (const auto& section : form->sections) add(all, section.fields);
    }
    const auto kind =
        event.fact.happening == Happening::FamilyNotTold ? Happening::FamilyTold : event.fact.happening;
    for (const auto action : disagreement::all_actions()) {
        const bool raises = action == disagreement::Action::Raise;
        if (disagreement::rule_of(action).records != kind) continue;
        add(all, disagreement::fields_of(action, raises ? disagreement::State{} : one.state(), setting,
                                         event.fact.key));
    }
    for (const auto& stage : one.pack().stages) {
        add(all, stage.asks);
        for (const auto& decision : stage.decisions) add(all, decision.asks);
    }
    if (kind == Happening::Moved) add(all, {why_moved()});
    add(all, disagreement::common_fields());
    return all;
}

Html text_in_words(const app::Text& text, policy::FieldKind kind) {
    switch (text.shown) {
        case app::Text::Shown::Plain: break;
        case app::Text::Shown::Masked: return "Hidden until you open it with a reason";
        case app::Text::Shown::Withheld: return "Withheld: the text has been destroyed";
        case app::Text::Shown::NotForYou: return "Not for you to see";
    }
    const auto date = calendar::parse_date(text.words);
    Html said =
        kind == policy::FieldKind::Date && date ? Html(calendar::in_words(*date)) : paragraphs(text.words);
    if (text.corrected_by)
        said.add(p("govuk-hint")("Corrected in entry " + std::to_string(*text.corrected_by)));
    if (!text.before.empty()) said.add(p("govuk-hint")("It said before: " + text.before));
    return said;
}

Html answers_of(const Case& one, const app::Entry& entry) {
    const auto fields = questions_of(one, entry.event);
    const auto people = one.people();
    govuk::SummaryList list{.classes = "govuk-summary-list--no-border"};
    for (const auto& field : fields) {
        const bool seat =
            entry.event.fact.happening == Happening::StageOpened && field.kind == policy::FieldKind::Post;
        if (entry.event.open.has(field.name) && !seat) {
            list.rows.push_back(row_of(read_label(field), in_words(field, entry.event.open, people)));
        }
        const auto text = std::ranges::find(entry.texts, field.name, &app::Text::name);
        if (text != entry.texts.end())
            list.rows.push_back(row_of(read_label(field), text_in_words(*text, field.kind)));
    }
    Html said = seats(one, entry.event);
    if (!list.rows.empty()) said.add(render(list));
    return said;
}

}  // namespace web
