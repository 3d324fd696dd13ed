// What can be asked of a disagreement: commands, who may give them, and what they must answer.
#pragma once
#include "base/refusal.h"
#include "disagreement/cast.h"
#include "disagreement/duty.h"

namespace disagreement {

enum class Action {
    Raise, Consult, Contact, RecordDiscussion, StatePosition, Answer, AgreeMeeting, RecordMeeting, Escalate,
    GoUpTheLine, Jump, ChooseBranch, SetDate, SubmitForm, Dissent, DisagreeInternally, Convene,
    ReceiveRepresentation, Offer, AcceptOffer, DeclineOffer, HoldMeeting, Decide, ProposeOutcome,
    ConfirmOutcome, RejectOutcome, DeclareDanger, RecordReferral, RecordProtection, ChangeStanding,
    TellFamily, DrawLesson, AddPoint, SettlePoint, RecordCourse, ReferPolicyIssue, HandOver, Withdraw, Close,
    Reopen, Link, AddNote, Correct, NameRole, Reassign, Discharge, Waive, Expire,
    SetPriority, TakeStep, EndStep, ReplanPoint, TakeBack
};

std::string to_word(Action);                 // "record_discussion"
std::optional<Action> parse_action(std::string_view word);
const std::vector<Action>& all_actions();

/// How somebody comes to act for a post.
enum class Capacity { Holder, Deputy, Manager };

/// A person with the posts they can act for today. A manager of a post acts for it with a reason.
struct Actor {
    PersonId person;
    std::map<PostId, Capacity> posts;
    bool records_for_others = false;         // safeguarding lead or business manager: may enter what others say
    bool system = false;                     // the worker that records what time has brought
};

/// One thing asked for. `id` is made by the sender; the same id twice is one effect.
struct Command {
    std::string id;
    Action action = Action::AddNote;
    std::optional<Moment> happened_at = {};  // default: now
    PostId acting_for = {};                  // empty: the actor's post that fits
    policy::Answers answers = {};
};

/// In the light of what a decision is taken.
struct Setting {
    const policy::Pack& pack;                // with the house rules
    const calendar::Edition& calendar;
    const directory::Directory& directory;
    Moment now;
    std::set<PersonId> excluded = {};
    std::vector<std::string> family_words = {};  // names and dates that a form without child details must not hold
};

using Decision = base::Result<Events>;

/// Events, or the reason why not with its clause. Pure.
Decision decide(const State&, const Command&, const Setting&, const Actor&);

struct Permitted {
    Action action;
    std::string key = {};                    // form, meeting, duty, role or agency it is about
    std::string title;
    std::vector<policy::Field> fields = {};
    PostId acting_for = {};
    policy::Source source = {};
};

struct NotPermitted {
    Action action;
    std::string title;
    std::string why;
    std::string clause = {};
};

struct Permissions {
    std::vector<Permitted> permitted;
    std::vector<NotPermitted> not_permitted;
};

/// What this person may do now, with the fields it wants; and what they may not, with the reason.
Permissions permitted(const State&, const Setting&, const Actor&);

/// The questions of an action as things stand; for raising, before there is anything.
std::vector<policy::Field> fields_of(Action, const State&, const Setting&, const std::string& key = {});

/// Everything that is wrong with the answers of a raising, all at once, the weightiest first; what the ladder
/// says to them is for decide().
std::vector<base::Refusal> check_raising(const Command&, const Setting&, const Actor&);

/// Why nothing can be raised at that moment: the policy does not hold yet.
std::optional<base::Refusal> before_its_policy(const Setting&, Moment);

/// The posts to choose from on each side where this raising would start; asked only where several
/// would do. Empty while something else is wrong with it.
std::vector<policy::Field> seats_on_raising(const Command&, const Setting&, const Actor&);

/// A stage at which a raising may start, the policy's own first.
struct Start {
    const policy::Stage* stage;
    const policy::Jump* jump = nullptr;      // the rule that lets it leave others out, for a reason; null: none is left out
};

/// Those that decide() takes from this person with these answers. Empty while it is not known who is on which side.
std::vector<Start> starts_on_raising(const Command&, const Setting&, const Actor&);

/// Words for "another" say nothing where something else was chosen: they are left out.
policy::Answers without_idle_words(policy::Answers);

/// The questions of a raising as far as it has been answered: those whose condition holds, what the stage asks
/// at which it would start, what speaking for another needs, and posts to choose from where there are several.
std::vector<policy::Field> questions_on_raising(const Command&, const Setting&, const Actor&);

/// Checks answers against fields: unknown, missing, malformed, too long, not an option.
std::vector<base::Refusal> check_answers(const std::vector<policy::Field>&, const policy::Answers&,
                                         const State&, const policy::Pack&);

}  // namespace disagreement
