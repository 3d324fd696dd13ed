// A policy as data: everything the engine knows about it. No YAML, no clock, no people.
//
// Read it top-down: a Pack has tiers (who fills a rung), stages (the ladder), duty rules (what
// somebody must do after a fact), needs (what must be true before an action), meetings and forms.
// `docs/guides/pack-language.md` says how each of these is written.
#pragma once
#include "base/finding.h"
#include "calendar/limit.h"
#include "calendar/open_hours.h"
#include "policy/clock.h"
#include "policy/papers.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace policy {

/// What kind of doing is owed. Each is fulfilled by one command of the engine (see done_by).
enum class What {
    Settle, Respond, Contact, Discuss, Consult, Refer, CompleteForm, SendCopy, Inform, TakeUp, Convene, Offer,
    Decide, Confirm, Feedback, PutOnFile, OfferDebrief, PassOnLearning, Pursue, NameRole, MakeReferral,
    Protect, SetDate, TellFamily, Report, Consider, RecordCourse, FindPost, CloseRecord
};

/// When a fact is recorded and a condition holds, somebody owes something by some time.
struct DutyRule {
    std::string key;                 // unique in its stage or among the pack's
    What what = What::Discuss;
    std::string title;
    Who by;
    Who to = {};
    std::vector<Fact> on = {};       // any of these facts; empty: the opening of the stage
    std::optional<Condition> when = {};   // "if": as things stood at that fact
    bool once = true;                // in one stage visit, the first such fact counts; else each does
    Clock clock = {};
    std::vector<Fact> done_by = {};  // empty: by `what`
    bool survives = false;           // true: still owed after the stage has been left
    bool optional = false;           // may be left undone: shown, never late
    std::string form = {};           // CompleteForm, SendCopy
    std::string meeting = {};        // Convene, Offer
    std::vector<Channel> channels = {};   // any of these; empty: any way
    std::string wording = {};        // what the policy wants said, word for word
    Source source;
    bool operator==(const DutyRule&) const = default;
};

/// Before these actions, this must be true; otherwise they are refused in these words.
struct Need {
    std::vector<std::string> before;  // names of actions: "escalate", "contact"; with a key: "take_step:appeal"
    Condition that = {};
    std::optional<Clock> no_sooner_than = {};  // this long after a fact or a named date
    std::optional<Clock> no_later_than = {};   // within this of a fact or a named date
    std::optional<Condition> when = {};        // "if": only where this holds
    std::string says;
    Source source;
    bool operator==(const Need&) const = default;
};

/// Which posts fill a tier, tried in order; the first row that matches sector and profession counts.
struct TierRow {
    std::vector<std::string> sectors = {};      // of the agency; empty: any
    std::vector<std::string> professions = {};  // kind of the practitioner's own post; empty: any
    std::vector<std::string> kinds = {};        // kinds of post that fill it, all equally good
    enum class From { Agency, Own, Line, Partnership, Represented } from = From::Agency;
        // Own: the practitioner's own post. Line: whom the side's present post reports to.
        // Represented: posts of `represented_by` sector speak for the agency.
    std::string represented_by = {};            // sector of the agency that holds the representing post
    Source source;
    bool operator==(const TierRow&) const = default;
};

struct Tier {
    std::string key;
    std::string title;
    std::vector<TierRow> rows;
    Source source;
    bool operator==(const Tier&) const = default;
};

/// A post named for one disagreement: this child's reviewing officer, the conference chair.
struct CaseRole {
    std::string key;
    std::string title;
    std::vector<std::string> kinds = {};  // kinds of post that can be named; empty: any
    Source source;
    bool operator==(const CaseRole&) const = default;
};

enum class Then { Settles, Stays, HandsOver };

struct DecisionOption {
    std::string key;
    std::string title;
    Then then = Then::Settles;
    bool operator==(const DecisionOption&) const = default;
};

/// A tier, chair or panel may decide the course here. Final: it binds. Agreed: it is put to both sides,
/// and settles once they accept. Advisory: it is recorded, and both sides go on from it.
enum class Force { Final, Agreed, Advisory };

struct DecisionRule {
    std::string title;
    Who by;
    Force force = Force::Final;
    std::vector<DecisionOption> options;
    bool other = false;                   // another course, in words (it settles or not as the decider says)
    std::vector<Field> asks = {};         // what the decision must also state
    std::optional<Condition> when = {};
    Source source;
    bool operator==(const DecisionRule&) const = default;
};

struct Branch {
    std::string key;
    std::string title;
    Source source;
    bool operator==(const Branch&) const = default;
};

struct BranchRule {
    Who by;
    std::vector<Branch> options;
    bool operator==(const BranchRule&) const = default;
};

/// The same stage again, one post further up each management line.
struct Repeat {
    int times_max = 6;
    Source source;
    bool operator==(const Repeat&) const = default;
};

struct HandOver {
    std::string to;                      // the process that takes over, in words
    Who by;
    std::optional<Condition> when = {};
    std::string says = {};               // why not, where `when` does not hold
    Who back_by = {};                    // who may take it back from there; nobody: it does not return
    Source source;
    bool operator==(const HandOver&) const = default;
};

/// What a stage is called on diagrams and pages. Behaviour never depends on it.
enum class StageKind { Talk, Managers, Adviser, Meeting, Panel, Mediation, Decision, HandOver };

struct Stage {
    std::string key;
    std::string label;                    // "Stage 1", "Level 2"
    std::string title;
    StageKind kind = StageKind::Managers;
    std::string raising = {};             // tier that acts; empty: nobody on this side
    std::string receiving = {};
    bool formal = true;                   // counts as an escalation
    std::optional<Clock> clock = {};      // to settle the stage or take it up
    Source clock_source = {};
    std::vector<Field> asks = {};         // what must be stated on entering it
    std::vector<DutyRule> duties = {};
    std::vector<Need> needs = {};
    std::optional<Repeat> repeats = {};
    std::optional<BranchRule> branches = {};
    std::vector<DecisionRule> decisions = {};
    std::optional<HandOver> hand_over = {};
    std::vector<std::string> meetings = {};  // keys of meetings that can be convened here
    bool though_settled = false;          // can also be entered when the matter itself is settled
    Source though_settled_source = {};
    Source source;
    bool operator==(const Stage&) const = default;
};

/// Where a disagreement may begin. The first whose condition holds is proposed.
struct Start {
    std::string stage;
    std::optional<Condition> when = {};
    Source source;
    bool operator==(const Start&) const = default;
};

/// Leaving stages out, upwards: on starting, or later.
struct Jump {
    std::vector<std::string> to = {};     // empty: any higher stage
    std::optional<Condition> when = {};
    Who by = {Who::Kind::Raising};
    Source source;
    bool operator==(const Jump&) const = default;
};

/// Something that stated people may do or state, whose record other rules can ask for: notice given,
/// the file read, a view sought, a process begun that runs along.
struct Step {
    std::string key;
    std::string title;
    Who by;
    std::vector<std::string> stages = {}; // where it may be taken; empty: at every stage
    std::optional<Condition> when = {};
    std::string says = {};                // why not, where `when` does not hold
    std::vector<Field> asks = {};
    bool beside = false;                  // a process that neither stops nor ends the ladder; it ends by itself
    bool afterwards = false;              // may also be taken once it is settled or over
    Source source;
    bool operator==(const Step&) const = default;
};

/// Told, without owing anything: a notice goes out with so much in it.
enum class Profile { Full, Pseudonymous, ContentFree };

struct NoticeRule {
    std::string key;
    std::vector<Fact> on;
    std::optional<Condition> when = {};
    Who to;
    Profile profile = Profile::ContentFree;
    std::vector<std::string> leaves_out = {};  // names of fields that do not go out, of a full one
    Source source;
    bool operator==(const NoticeRule&) const = default;
};

/// Not for this: asked at the start, and sent to the right place.
struct Exclusion {
    std::string key;
    std::string question;
    std::string go_to;
    Source source;
    bool operator==(const Exclusion&) const = default;
};

/// Where a disagreement arose, when that carries a condition of its own.
struct Origin {
    std::string key;
    std::string title;
    std::string must_affirm = {};         // a statement the person who starts must be able to make
    Source source;
    bool operator==(const Origin&) const = default;
};

struct Word {                             // an entry of a list that the policy names
    std::string key;
    std::string title;
    Source source = {};
    bool operator==(const Word&) const = default;
};

struct WordList {
    std::vector<Word> words = {};
    bool open = false;                    // another one, in words, is allowed
    Source source = {};
    bool operator==(const WordList&) const = default;
};

/// How pressing it is, said by stated people; clocks may differ by it.
struct Priorities {
    std::vector<Word> words = {};
    Who by = {};
    Source source = {};
    bool operator==(const Priorities&) const = default;
};

/// Whom disagreements are about, for the words of the house.
enum class Whom { Child, Adult, Person };

struct Scope {
    Whom whom = Whom::Child;
    WordList subjects, standings, topics, kinds, concerns;
    WordList decisions = {};              // the decision disputed
    WordList criteria = {};               // of which several may be met
    WordList strengths = {};              // of dissent
    std::vector<Origin> origins = {};
    std::vector<Exclusion> exclusions = {};
    bool own_agency = false;              // a disagreement inside one agency may be raised
    Source own_agency_source = {};
    std::vector<Word> guidance = {};      // said where a person starts; never a bar
    bool operator==(const Scope&) const = default;
};

struct Clause {
    std::string key;
    std::string says;                     // in our own words
    bool operator==(const Clause&) const = default;
};

struct Reading {
    std::string key;
    std::string about;
    std::string taken;                    // what we take it to mean
    std::string instead;                  // what else it could mean
    std::string clause = {};
    std::string ruled_by = {};            // empty: not ruled on yet
    std::string ruled_on = {};
    bool operator==(const Reading&) const = default;
};

struct Review {
    std::string on = {};                  // ISO date of the next review
    std::string rule = {};                // "after the first quarter, then yearly"
    Source source;
    bool operator==(const Review&) const = default;
};

/// A body whose dated meetings the partnership enters.
struct Body {
    std::string key;
    std::string title;
    bool operator==(const Body&) const = default;
};

/// One of several ladders in a policy. The first whose condition holds when it is raised.
struct Route {
    std::string key;
    std::string title;
    std::optional<Condition> when = {};
    std::vector<std::string> stages;      // lowest first; a stage may stand in several routes
    bool disagreement = true;             // false: a record of another sort, such as of good practice
    Source source;
    bool operator==(const Route&) const = default;
};

/// A date with a name. People set it for the case, with where they have it from; or it is counted.
/// A clock may start at it, or may not end later.
struct NamedDate {
    std::string key;
    std::string title;
    Who by = {};                          // who may set it; nobody: it is counted
    bool on_raising = false;              // asked when it is raised
    bool with_time = false;               // a date and a time of day
    std::optional<Clock> counted = {};    // a limit from a fact
    bool holds_all = false;               // no clock of a stage may end later: the ladder fits inside
    Source source;
    bool operator==(const NamedDate&) const = default;
};

/// Both sides close it without agreement, each with a statement of its own.
struct AgreeToDiffer {
    std::string form = {};                // the addendum each side writes; empty: none
    Source source;
    bool operator==(const AgreeToDiffer&) const = default;
};

/// The names that people see in another language; what is left out stays as it is.
struct Language {
    std::string code;                     // "cy"
    std::string process = {};             // what it calls a disagreement
    std::map<std::string, std::string> stages = {}, forms = {}, topics = {}, steps = {};  // by key
    bool operator==(const Language&) const = default;
};

struct Identity {
    std::string key;                      // kebab-case: the name of its folder
    std::string edition;
    std::string title;
    std::string owner;                    // the partnership or board
    std::string adopter = {};
    std::string approved_by = {};
    std::string approved_on = {};
    std::string effective_from = {};
    std::string source_title = {};
    std::string calendar;                 // key of a calendar edition
    calendar::Convention convention = calendar::Convention::NextWorkingDayIsDayOne;
    Source convention_source;
    calendar::Limit nag;                  // for what has no date: remind after this long
    Review review;
    calendar::OpenHours hours = {};       // when offices are open; none: no limit counts open time
    std::string process = {};             // what the policy calls a disagreement; empty: that
    std::string extends = {};             // key of the policy it is laid over
    std::vector<std::string> leave_out = {};  // parts of that policy that do not hold: "stages.panel"
    bool operator==(const Identity&) const = default;
};

/// What became of one part of a policy that another is laid over.
struct Change {
    std::string part;                     // "stages.talk.clock.within"
    enum class Kind { Added, Changed, LeftOut } kind = Kind::Changed;
    bool operator==(const Change&) const = default;
};

struct Pack {
    Identity identity;
    std::vector<Clause> clauses;
    std::vector<Reading> readings = {};
    Scope scope;
    std::vector<Tier> tiers;
    std::vector<CaseRole> roles = {};
    std::vector<Body> bodies = {};
    std::vector<Stage> stages;            // the ladder, lowest first
    std::vector<Start> starts = {};       // empty: the lowest stage
    std::vector<Jump> jumps = {};
    std::vector<DutyRule> duties = {};    // at every stage, and after
    std::vector<Need> needs = {};         // at every stage
    std::vector<NoticeRule> notices = {};
    std::vector<Meeting> meetings = {};
    std::vector<Form> forms = {};
    std::vector<Route> routes = {};       // empty: one ladder of all stages
    std::vector<NamedDate> dates = {};
    std::vector<Step> steps = {};
    Priorities priorities = {};
    std::optional<AgreeToDiffer> agree_to_differ = {};
    std::vector<Language> languages = {};
    std::vector<Change> changes = {};     // by which it differs from the policy it extends
    std::vector<Who> settled_by = {};     // who must be satisfied; empty: both sides
    int settled_by_at_least = 0;          // of those; 0: all
    Source settled_by_source = {};

    bool operator==(const Pack&) const = default;
};

/// Null where there is none of that key.
const Stage* find_stage(const Pack&, const std::string& key);
/// The stages of a route, lowest first; without routes, or of an unknown one, all there are.
std::vector<const Stage*> ladder(const Pack&, const std::string& route);
const Stage* find_next(const Pack&, const std::string& route, const std::string& stage_key);
int rank_of(const Pack&, const std::string& route, const std::string& stage_key);  // 0 for the lowest; -1: none
const Route* find_route(const Pack&, const std::string& key);
const NamedDate* find_date(const Pack&, const std::string& key);
const Step* find_step(const Pack&, const std::string& key);
const Tier* find_tier(const Pack&, const std::string& key);
const Form* find_form(const Pack&, const std::string& key);
const Meeting* find_meeting(const Pack&, const std::string& key);
const CaseRole* find_role(const Pack&, const std::string& key);
/// Whoever holds that case role decides, calls a meeting, chooses the way on, hands over or must be satisfied.
bool has_say(const Pack&, const std::string& role);
const Reading* find_reading(const Pack&, const std::string& key);
const Clause* find_clause(const Pack&, const std::string& key);

/// The calendar with the office hours of the policy, where it has none of its own.
calendar::Edition with_hours_of(const Pack&, calendar::Edition);

/// What the commands of the engine fulfil, unless a rule says otherwise.
std::vector<Fact> done_by(const DutyRule&);

}  // namespace policy
