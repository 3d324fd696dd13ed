// What decide is made of: the command under consideration, and the events it would bring about.
#pragma once
#include "disagreement/acting.h"

namespace disagreement {

/// One command being weighed: everything a rule may look at, and nothing it may change.
struct Request {
    const State& state;
    const Command& command;
    const Setting& setting;
    const Actor& actor;
    const Duties& duties;                    // as things stand
    Acting acting;
    std::string about;                       // form, meeting, duty, role, agency, stage or point
    std::vector<policy::Field> fields;       // the questions that were asked
    Moment happened_at;
};

Author author(const Request&);

/// The event of an action, with its answers put where they belong: open ones in the open, the
/// others sealed under their class.
Event event_of(const Request&, Happening, const std::string& key = {});

base::Refusal refuse(const std::string& rule, const std::string& why, const std::string& field = {},
                     const std::string& clause = {});

/// Two times: never in the future, nor before its stage or what ended the last one; more than a working
/// day back needs a reason.
std::optional<base::Refusal> wrong_time(const State&, const Command&, const Setting&);

/// What was left blank was not answered, whatever was sent.
Command without_blanks(Command);

/// Questions that are asked only where something holds which does not are left out.
void leave_unasked(std::vector<policy::Field>&, const State&, const policy::Pack&);

/// Opens a stage after `so_far`, and records there what protects the child.
Decision then_open(const Request&, Events so_far, const policy::Stage&, bool one_up);

/// What protects the child meanwhile, where it was asked: it is shown on every page (ALL-1).
void add_protection(Events&, const Request&);

Decision decide_escalate(const Request&);
Decision decide_up_the_line(const Request&);
Decision decide_jump(const Request&);
Decision decide_policy_issue(const Request&);
Decision decide_reopen(const Request&);
Decision decide_take_back(const Request&);
Decision decide_withdraw(const Request&);

/// Where a date passed in silence and the policy says so, the next stage opens by itself.
Decision then_next_stage(const Request&, Events so_far);

Decision decide_propose(const Request&);
Decision decide_confirm(const Request&);
Decision decide_course(const Request&);      // a decision with options
Decision decide_held(const Request&);
Decision decide_convened(const Request&);
Decision decide_offer(const Request&);

Decision decide_form(const Request&);
Decision decide_date(const Request&);
Decision decide_point(const Request&);
Decision decide_meeting_agreed(const Request&);
Decision decide_replan(const Request&);
Decision decide_reassign(const Request&);
Decision decide_role(const Request&);
Decision decide_correction(const Request&);
Decision decide_answer(const Request&);

/// Before there is a disagreement: who is on which side, and where it starts.
Decision decide_raise(const Command&, const Setting&, const Actor&);

/// Events that settle it with each of these agencies; `how` is empty or "agree-to-differ".
void add_settled(Events&, const Request&, const std::vector<AgencyId>&, const std::string& how = {});

/// A point still to be pursued, by the side `owner` ("raising", "receiving") by the ISO date `by`.
void add_point(Events&, const Request&, const std::string& owner, const std::string& by, const std::string& words);
std::vector<AgencyId> unsettled(const State&);

/// Questions of raising that can be answered with "another", each with a box for the words.
const std::vector<std::string>& open_lists();
/// Where "another" was answered and not said in words.
std::vector<base::Refusal> another_without_words(const policy::Answers&, const std::vector<std::string>& lists);

}  // namespace disagreement
