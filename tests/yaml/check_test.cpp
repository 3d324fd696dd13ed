// Each kind of finding, shown by one change to a pack that is right: what it says, and where.
#include "minimal_pack.h"

#include <algorithm>

using namespace testing;

namespace {

struct Fault {
    const char* from;
    const char* to;
    const char* says;    // part of the finding
    const char* points;  // part of the line that it points to
};

void shows(const std::vector<Fault>& faults) {
    for (const auto& fault : faults) {
        const std::string says = fault.says;
        const auto text = with(fault.from, fault.to);
        const auto findings = findings_of(text);
        const auto said = std::ranges::find_if(findings, [&](const base::Finding& finding) {
            return finding.what.find(says) != std::string::npos &&
                   line_of(text, finding.where.line).find(fault.points) != std::string::npos;
        });
        const std::string expected =
            "expected '" + says + "' at '" + fault.points + "', got:\n" + to_text(findings);
        CHECK_MESSAGE(said != findings.end(), expected);
        if (said == findings.end()) continue;
        CHECK_MESSAGE(!said->hint.empty(), "a remedy: ", said->what);
        CHECK(said->where.column > 0);
    }
}

}  // namespace

TEST_CASE("a pack that is right has nothing to find") {
    CHECK(to_text(findings_of(minimal_pack)) == "");
}

TEST_CASE("a name that nothing carries is found where it is used") {
    shows({
        {"raising: worker", "raising: wroker", "no tier 'wroker'", "raising: wroker"},
        {"receiving: worker", "receiving: nosuch", "no tier 'nosuch'", "receiving: nosuch"},
        {"by: raising:worker", "by: raising:boss", "no tier 'boss'", "by: raising:boss"},
        {"by: role:chair, clause", "by: role:char, clause", "no role 'char'", "by: role:char"},
        {"form: notice", "form: notise", "no form 'notise'", "form: notise"},
        {"meeting: talks", "meeting: walks", "no meeting 'walks'", "meeting: walks"},
        {"meetings: [talks]", "meetings: [talk]", "no meeting 'talk'", "meetings: [talk]"},
        {"next meeting of board", "next meeting of bored", "no body 'bored'",
         "within: next meeting of bored"},
        {"- {stage: one, clause", "- {stage: won, clause", "no stage 'won'", "stage: won"},
        {"to: [three]", "to: [tree]", "no stage 'tree'", "to: [tree]"},
        {"if: {stage: one}", "if: {stage: on}", "no stage 'on'", "stage: on}"},
        {"{standing: on-plan}", "{standing: on-paln}", "no standing 'on-paln'", "standing: on-paln"},
        {"{standing: on-plan}", "{origin: dissnt}", "no origin 'dissnt'", "origin: dissnt"},
        {"{standing: on-plan}", "{topic: roles}", "no topic 'roles'", "topic: roles"},
        {"{branch: alone}", "{branch: alnoe}", "no branch 'alnoe'", "branch: alnoe"},
        {"form-submitted:notice", "form-submitted:motice", "no form 'motice'", "form-submitted:motice"},
        {"on: [decided]", "on: [\"decided:nope\"]", "no option of a decision 'nope'", "decided:nope"},
        {"on: [contacted]", "on: [\"standing-changed:nope\"]", "no standing 'nope'", "standing-changed:nope"},
        {"on: [contacted]", "on: [\"stage-opened:nope\"]", "no stage 'nope'", "stage-opened:nope"},
        {"exactly_one_of: [[a, b]]", "exactly_one_of: [[a, c]]", "no section 'c'", "[[a, c]]"},
        {"form: notice, ", "", "does not say which form", "key: notice"},
        {"meeting: talks, ", "", "does not say which meeting", "key: offer"},
    });
}

TEST_CASE("every limit, recipient, form and route cites a clause that is listed") {
    shows({
        {"convention: {name: next_working_day_is_day_one, clause: \"1\"}",
         "convention: {name: next_working_day_is_day_one}", "the convention: no clause is cited",
         "convention:"},
        {"within: 5 working days, clause: \"1\"", "within: 5 working days",
         "the clock of stage 'one': no clause is cited", "clock:"},
        {"within: 2 working days, clause: \"1\"", "within: 2 working days",
         "duty 'talk' of stage 'one': no clause is cited", "key: talk"},
        {"says: Talk first, clause: \"1\"", "says: Talk first", "need 1 of stage 'one': no clause is cited",
         "before: [escalate]"},
        {"{stage: one, clause: \"1\"}", "{stage: one}", "start at 'one': no clause is cited", "stage: one"},
        {"if: {stage: one}, clause: \"1\"", "if: {stage: one}", "jump 1: no clause is cited", "to: [three]"},
        {"times_max: 3, clause: \"1\"", "times_max: 3", "no clause is cited", "times_max"},
        {"title: Alone, clause: \"1\"", "title: Alone", "no clause is cited", "key: alone"},
        {"{ever: \"form-submitted:notice\"}, clause: \"1\"", "{ever: \"form-submitted:notice\"}",
         "the hand-over of stage 'three': no clause is cited", "hand_over:"},
        {"receiving], clause: \"1\"", "receiving]", "the rule on settling: no clause is cited", "settled_by"},
        {"to: partnership:manager, clause: \"1\"", "to: partnership:manager",
         "notice 'told': no clause is cited", "key: told"},
        {"go_to: complaints, clause: \"1\"", "go_to: complaints", "exclusion 'complaint': no clause is cited",
         "key: complaint"},
        {"must_affirm: I dissented, clause: \"1\"", "must_affirm: I dissented",
         "origin 'dissent': no clause is cited", "key: dissent"},
        {"in_scope: no, clause: \"1\", reading: day", "in_scope: no", "no clause is cited", "own_agency"},
        {"    title: Worker\n    clause: \"1\"\n", "    title: Worker\n", "tier 'worker': no clause is cited",
         "key: worker"},
        {"    title: Managers\n    clause: \"1\"\n", "    title: Managers\n",
         "stage 'two': no clause is cited", "key: two"},
        {"    child_details: no\n    clause: \"1\"\n", "    child_details: no\n",
         "form 'notice': no clause is cited", "key: notice"},
        {"widen_for_concerned: yes\n    clause: \"1\"\n", "widen_for_concerned: yes\n",
         "meeting 'talks': no clause is cited", "key: talks"},
        {"then: hands_over}]\n        clause: \"1\"\n", "then: hands_over}]\n",
         "decision 'Decide' of stage 'three': no clause is cited", "title: Decide"},
        {"within: 5 working days, clause: \"1\"", "within: 5 working days, clause: \"9\"",
         "clause '9' is not listed", "clause: \"9\""},
        {"instead: Any day, clause: \"1\"", "instead: Any day, clause: \"8\"", "clause '8' is not listed",
         "key: day"},
        {"reading: day", "reading: dya", "no reading 'dya'", "reading: dya"},
    });
}

TEST_CASE("limits can be counted, and clocks do not contradict one another") {
    shows({
        {"within: 2 working days", "within: 48 hours", "limit without a convention that counts it",
         "48 hours"},
        {"within: 5 working days,", "within: 1 month,", "limit without a convention that counts it",
         "1 month"},
        {"within: 2 working days", "within: as agreed, convention: elapsed",
         "how days are counted where none are", "convention: elapsed"},
        {"within: 2 working days", "from: contacted", "starts, and has no limit", "from: contacted"},
        {"within: 2 working days", "silence: next_stage", "never runs out", "silence: next_stage"},
        {"on: [decided],", "on: [decided], within: 2 working days, silence: next_stage,",
         "no stage above this one", "silence: next_stage"},
        {"within: 2 working days", "within: 2 working days, optional: yes", "may be left undone has a date",
         "optional: yes"},
        {"within: 2 working days", "within: 6 working days",
         "6 working days contradicts the clock of the stage, 5 working days", "6 working days"},
        {"      - {key: reply,",
         "      - {key: talk-2, what: discuss, title: Talk, by: raising, to: receiving, within: 1 working "
         "day, clause: \"1\"}\n      - {key: reply,",
         "its clock contradicts that of duty 'talk'", "key: talk-2"},
        {"      - {key: reply,",
         "      - {key: talk-2, what: discuss, title: Talk, by: raising, to: receiving, within: 2 working "
         "days, clause: \"1\"}\n      - {key: reply,",
         "it owes the same as duty 'talk'", "key: talk-2"},
        {"nag: 5 working days", "nag: set for the case", "gives no date", "nag:"},
        {"nag: 5 working days", "nag: 5 hours", "the reminder", "nag:"},
    });
}

TEST_CASE("a rule that waits for what can never happen is found") {
    shows({
        {"on: [contacted]", "on: [decided]", "'decided' can never occur: nobody decides there",
         "on: [decided]"},
        {"on: [contacted]", "on: [went-up-the-line]", "can never occur: no stage is repeated", "key: reply"},
        {"on: [contacted]", "on: [branch-chosen]", "can never occur: there is no choice", "key: reply"},
        {"on: [contacted]", "on: [handed-over]", "can never occur: there is no hand-over there",
         "key: reply"},
        {"on: [contacted]", "on: [held]", "can never occur: that meeting cannot be convened there",
         "key: reply"},
        {"within: 2 working days", "within: 2 working days, from: \"held:talks\"", "can never occur",
         "from: \"held:talks\""},
        {"what: complete_form, form: notice", "what: send_copy, form: notice", "no duty asks for that form",
         "form-submitted:notice"},
        {"    offered: yes\n", "", "not one that is offered", "what: offer"},
        {"that: {happened: discussed}", "that: {stage: two}", "another stage than its own",
         "that: {stage: two}"},
        {"that: {happened: discussed}", "that: {reached: [two, three]}", "a stage above its own",
         "reached: [two, three]"},
        {"that: {happened: discussed}", "that: {happened: \"offer-made:talks\"}",
         "no such meeting is offered there", "that:"},
    });
}

TEST_CASE("nothing is ever left with nobody to act (ALL-1)") {
    shows({
        {"    raising: worker\n    receiving: worker\n", "", "nobody acts here", "key: one"},
        {"    raising: worker\n", "", "left here with nobody to act", "key: one"},
        {"    raising: worker\n", "", "nobody stands on the raising side at this stage", "by: raising"},
        {"    receiving: worker\n", "", "nobody stands on the receiving side at this stage", "to: receiving"},
        {"by: both, on: [settled]", "by: nobody, on: [settled]", "it falls on nobody", "by: nobody"},
        {"        by: role:chair\n", "        by: nobody\n", "it falls on nobody", "by: nobody"},
        {"filled_by: raising", "filled_by: nobody", "it falls on nobody", "filled_by: nobody"},
        {"title: A, owner: raising", "title: A, owner: nobody", "it falls on nobody", "owner: nobody"},
        {"convenor: raising", "convenor: nobody", "it falls on nobody", "convenor: nobody"},
        {"to: partnership:manager", "to: nobody", "it tells nobody", "to: nobody"},
        {"who: [raiser, raising", "who: [raiser, everyone", "'everyone' cannot be asked to be satisfied",
         "everyone"},
        {"by: raising, to: receiving, within", "by: raising:manager, to: receiving, within",
         "nobody of tier 'manager' has acted", "by: raising:manager"},
    });
}

TEST_CASE("a tier that nobody can fill is found") {
    shows({
        {"    rows: [{from: own}]\n", "", "nobody can fill it: it has no rows", "key: worker"},
        {"- {kinds: [manager]}", "- {sectors: [police]}", "it names no kind of post", "sectors: [police]"},
        {"rows: [{from: own}]", "rows: [{from: own, kinds: [worker]}]", "kinds of post count for nothing",
         "kinds: [worker]"},
        {"represented_by: council, ", "", "does not say who represents", "from: represented"},
        {"from: represented, ", "", "counts only with 'from: represented'", "represented_by"},
        {"- {kinds: [manager]}", "- {kinds: [manager]}\n      - {kinds: [manager]}",
         "says what one before it says", "kinds: [manager]"},
    });
}

TEST_CASE("every stage can be reached, and routes lead upwards to an end") {
    shows({
        {"  - {stage: one, clause: \"1\"}\n", "  - {stage: three, clause: \"1\"}\n",
         "it can never be reached", "key: one"},
        {"  - {stage: one, clause: \"1\"}\n", "", "meets no condition has nowhere to begin", "stage: two"},
        {"- {stage: one, clause",
         "- {stage: two, if: {standing: on-plan}, clause: \"1\"}\n  - {stage: one, clause", "it stands twice",
         "stage: two"},
        {"to: [three], if: {stage: one}", "to: [one]", "'one' is not above the stage", "to: [one]"},
        {"to: [three], if: {stage: one}", "to: [two], if: {stage: three}", "'two' is not above the stage",
         "to: [two]"},
        {"times_max: 3", "times_max: 99", "'99' does not fit", "times_max: 99"},
        {", {key: panel, title: With a panel, clause: \"1\"}]", "]", "a choice needs two branches",
         "by: role:chair"},
        {"        options: [{key: yes-to-it, title: \"Yes\"}, {key: away, title: Away, then: hands_over}]\n",
         "", "leaves nothing to decide", "title: Decide"},
        {"    hand_over: {to: another process, by: raising, if: {ever: \"form-submitted:notice\"}, clause: "
         "\"1\"}\n",
         "", "hands over, and the stage does not say to what", "title: Decide"},
    });
}

TEST_CASE("forms can be filled in, and meetings can be held") {
    shows({
        {"what: complete_form, form: notice", "what: send_copy, form: notice",
         "nobody fills it in: no duty asks for it", "key: notice"},
        {"{name: how,", "{name: what,", "the field 'what' stands twice", "name: what, label: How"},
        {"kind: one_of, options: [{key: x, title: X}]", "kind: one_of", "nothing to choose from",
         "kind: one_of"},
        {"kind: one_of, ", "", "nothing is chosen in a field of this kind", "options:"},
        {"exactly_one_of: [[a, b]]", "exactly_one_of: [[a]]", "one of a single section is no choice",
         "[[a]]"},
        {"exactly_one_of: [[a, b]]", "exactly_one_of: [[a, b], [b, a]]", "stands in two choices", "[b, a]"},
        {"{name: what, label: What}", "{name: what, label: What, privacy: identity}",
         "refuses details of the child", "privacy: identity"},
        {"{name: what, label: What}", "{name: what, label: What, prefill: child_name}",
         "refuses details of the child", "prefill: child_name"},
        {"    meetings: [talks]\n", "", "no stage uses it", "key: talks"},
        {"    meetings: [talks]\n", "", "cannot be convened at this stage", "meeting: talks"},
        {"what: offer, meeting: talks", "what: convene, meeting: talks", "nobody owes the offer",
         "offered: yes"},
        {"at_least: 2, at_most: 3", "at_least: 4, at_most: 3", "can never be complete", "at_most: 3"},
        {", at_most: 3", "", "no 'at_most' that could give way", "widen_for_concerned"},
        {"{name: aim, label: What you want}", "{name: aim, label: What you want, kind: many_of}",
         "nothing to choose from", "name: aim"},
    });
}

TEST_CASE("dates, rulings and lists at the head of a pack make sense") {
    shows({
        {"on: 2027-01-01", "on: 2025-12-31", "not later than the day the policy takes effect",
         "on: 2025-12-31"},
        {"on: 2027-01-01", "on: 2025-11-30", "not later than the day of approval", "on: 2025-11-30"},
        {"approved_by: Its board\n", "", "a date and nobody who approved", "approved_on"},
        {"effective_from: 2026-01-01", "effective_from: 2026-02-30", "is no date", "effective_from"},
        {"instead: Any day,", "instead: Any day, ruled_on: 2026-01-01,",
         "a ruling has somebody who ruled and a date", "ruled_on"},
        {"instead: Any day,", "instead: A working day,", "says the same as what is taken", "instead:"},
        {"    words: [{key: in-need, title: In need}, {key: on-plan, title: On a plan}]\n", "",
         "nothing can be chosen from it", "clause"},
        {"calendar: england-and-wales", "calendar: england", "is not a word for this", "calendar: england"},
    });
}

TEST_CASE("findings come in the order of the text, and name their clause") {
    auto text = with("instead: Any day,", "instead: A working day,");
    text = with("receiving: worker", "receiving: nobody-such", text);
    text = with("at_least: 2, at_most: 3", "at_least: 4, at_most: 3", text);
    const auto findings = findings_of(text);
    CHECK(findings.size() == 3);
    CHECK(std::ranges::is_sorted(findings, {}, [](const base::Finding& one) { return one.where.line; }));
    CHECK(findings.back().clause == "1");
    CHECK(base::to_text(findings.front()).starts_with("p.yaml:"));
}

namespace {

/// Something more at the head of the pack.
Fault more(const char* text, const char* says, const char* points) {
    return {"scope:\n", text, says, points};
}

}  // namespace

TEST_CASE("routes lead every disagreement somewhere, and reach every stage") {
    shows({
        more("routes:\n  - {key: a, title: A, if: {standing: on-plan}, stages: [one, two, three], clause: \"1\"}\nscope:\n",
             "what meets no condition has no ladder", "key: a"),
        more("routes:\n  - {key: a, title: A, stages: [one, two, three], clause: \"1\"}\n"
             "  - {key: b, title: B, stages: [one], clause: \"1\"}\nscope:\n",
             "the routes after it are never taken", "key: a"),
        more("routes:\n  - {key: a, title: A, stages: [one, two], clause: \"1\"}\nscope:\n", "no route has it", "- key: three"),
        more("routes:\n  - {key: a, title: A, stages: [one, tow, three], clause: \"1\"}\nscope:\n", "no stage 'tow'", "key: a"),
        more("routes:\n  - {key: a, title: A, stages: [one, two, three]}\nscope:\n", "no clause is cited", "key: a"),
        {"if: {standing: on-plan}", "if: {route: b}", "no route 'b'", "route: b"},
    });
}

TEST_CASE("named dates are set by somebody or counted, and known where they are used") {
    shows({
        more("dates:\n  - {key: d, title: D, clause: \"1\"}\nscope:\n", "nobody sets it, and it is not counted", "key: d"),
        more("dates:\n  - {key: d, title: D, by: raising, counted: {limit: 1 month, from: raised, convention: corresponding_date}, clause: \"1\"}\nscope:\n",
             "both set by people and counted", "key: d"),
        more("dates:\n  - {key: d, title: D, on_raising: yes, counted: {limit: 5 working days, from: raised}, clause: \"1\"}\nscope:\n",
             "what is counted is not asked", "key: d"),
        more("dates:\n  - {key: file, title: D, by: raising, clause: \"1\"}\nscope:\n", "a duty has the same key", "key: file"),
        more("dates:\n  - {key: d, title: D, by: receiving, on_raising: yes, clause: \"1\"}\nscope:\n", "whoever raises it may not set it", "key: d"),
        more("dates:\n  - {key: d, title: D, counted: {limit: as agreed, from: raised}, clause: \"1\"}\nscope:\n", "nothing can be counted by it", "key: d"),
        more("dates:\n  - {key: d, title: D, counted: {limit: 5 working days, from: raised}, clause: \"1\"}\n"
             "  - {key: e, title: E, counted: {limit: 5 working days, from_date: d}, clause: \"1\"}\nscope:\n",
             "'d' is counted itself", "key: e"),
        {"within: 2 working days", "within: 2 working days, from_date: nope", "no date 'nope'", "from_date: nope"},
        {"within: 2 working days", "within: 2 working days, no_later_than: [nope]", "no date 'nope'", "no_later_than: [nope]"},
    });
}

TEST_CASE("clocks of several facts and several cases can be told apart") {
    shows({
        {"within: 2 working days", "within: 2 working days, from: contacted, from_date: d", "starts at a fact and at a date", "from_date: d"},
        {"within: 2 working days", "within: 2 working days, from: contacted, from_last: yes", "no last of a single fact", "from_last"},
        {"within: 2 working days", "within: 2 working days, same_as: 2 working days", "as long as itself", "same_as"},
        {"within: 2 working days", "within: 2 working days, cases: [{if: {danger: yes}, within: 1 month}]", "without a convention that counts it", "within: 1 month"},
        {"within: 2 working days",
         "within: 2 working days, cases: [{if: {danger: yes}, within: 1 working day}, {if: {danger: yes}, within: same day}]",
         "one before it asks the same", "danger: yes"},
        {"on: [contacted], clause", "on: [breached], once: no, within: 1 working day, clause", "from its own lateness, without end", "breached"},
        {"within: 2 working days", "within: 4 working hours, convention: clock_runs_in_hours", "does not say when offices are open", "working hours"},
    });
}

TEST_CASE("steps, priorities and needs can come about") {
    shows({
        more("steps:\n  - {key: s, title: S, by: raising, says: not yet, clause: \"1\"}\nscope:\n", "it says why not, and is always possible", "key: s"),
        more("steps:\n  - {key: s, title: S, by: raising, asks: [{name: a, label: A}, {name: a, label: B}], clause: \"1\"}\nscope:\n", "stands twice", "key: s"),
        more("steps:\n  - {key: s, title: S, by: raising, stages: [nope], clause: \"1\"}\nscope:\n", "no stage 'nope'", "key: s"),
        {"on: [contacted]", "on: [\"step-taken:nope\"]", "no step 'nope'", "step-taken:nope"},
        {"on: [contacted]", "on: [step-taken]", "the pack has no steps", "step-taken"},
        {"on: [contacted]", "on: [step-ended]", "no such step runs beside", "step-ended"},
        {"on: [contacted]", "on: [priority-set]", "the pack has no priorities", "priority-set"},
        {"on: [contacted]", "on: [returned]", "nothing that is handed over comes back", "returned"},
        {"if: {standing: on-plan}", "if: {priority: high}", "no priority 'high'", "priority: high"},
        {"that: {happened: discussed}, ", "", "it asks for nothing", "before: [escalate]"},
        {"that: {happened: discussed}, ", "no_sooner_than: {limit: 1 working day}, ", "does not say from when", "no_sooner_than"},
        {"before: [escalate]", "before: [raise]", "at a stage it has been raised already", "before: [raise]"},
        {"before: [escalate]", "before: [\"take_step:nope\"]", "no step 'nope'", "take_step:nope"},
        {"by: raising, to: receiving, within", "by: [raising, both], to: receiving, within", "cannot be nobody, both or everyone", "by: [raising, both]"},
    });
}

TEST_CASE("notices, settling, agreeing to differ and languages fit the policy") {
    shows({
        {"to: partnership:manager,", "to: partnership:manager, leaves_out: [view],", "only a full notice", "leaves_out"},
        {"to: partnership:manager,", "to: partnership:manager, profile: full, leaves_out: [wiew],", "no answer 'wiew'", "leaves_out"},
        {"who: [raiser, raising, receiving]", "who: [raiser, raising, receiving], at_least: 4", "so many can never be satisfied", "at_least: 4"},
        more("agree_to_differ: {form: nope, clause: \"1\"}\nscope:\n", "no form 'nope'", "form: nope"),
        more("languages:\n  - {code: cy, stages: {nope: Rhywbeth}}\nscope:\n", "no stage 'nope'", "nope"),
        more("languages:\n  - {code: cy, process: A}\n  - {code: cy, process: B}\nscope:\n", "it stands twice", "process: B"),
    });
}

TEST_CASE("a need that nobody can ever meet is found") {
    const auto everywhere = [](const char* need, const char* says, const char* points) {
        return Fault{"settled_by: {", need, says, points};
    };
    shows({
        everywhere("needs:\n  - {before: [raise], that: {ever: discussed}, says: x, clause: \"1\"}\nsettled_by: {", "before it is raised that can never be so", "before: [raise]"),
        everywhere("needs:\n  - {before: [raise], that: {settled: yes}, says: x, clause: \"1\"}\nsettled_by: {", "before it is raised that can never be so", "before: [raise]"),
        everywhere("needs:\n  - {before: [raise], no_sooner_than: {limit: 2 working days, from: raised}, says: x, clause: \"1\"}\nsettled_by: {",
                   "before it is raised that can never be so", "before: [raise]"),
        {"that: {happened: discussed}", "that: {happened: escalated}", "it can never be met: what it waits for cannot come before 'escalate'", "that:"},
        {"that: {happened: discussed}", "that: {all: [{danger: yes}, {danger: no}]}", "it contradicts itself", "that:"},
        {"that: {happened: discussed}", "that: {at_least: 2, of: [{danger: yes}, {danger: no}]}", "it contradicts itself", "that:"},
        {"- {before: [escalate], that: {happened: discussed}, says: Talk first, clause: \"1\"}",
         "- {before: [escalate], that: {danger: yes}, says: x, clause: \"1\"}\n      - {before: [withdraw, escalate], that: {danger: no}, says: y, clause: \"1\"}",
         "it contradicts need 1 of stage 'one' before the same action", "before: [withdraw, escalate]"},
        {"that: {happened: discussed}", "no_sooner_than: {limit: 10 working days, from: contacted}, no_later_than: {limit: 2 calendar days, from: contacted, convention: day_after_start_is_day_one}",
         "there is no time between", "no_sooner_than"},
        {"that: {happened: discussed}", "no_sooner_than: {limit: 10 working days, from: raised}, no_later_than: {limit: 10 working days, from: raised}",
         "there is no time between", "no_sooner_than"},
        {"that: {happened: discussed}", "no_sooner_than: {limit: 6 working days, from: stage-opened}", "6 working days is longer than stage 'one' may take, 5 working days",
         "no_sooner_than"},
        {"that: {happened: discussed}", "no_sooner_than: {limit: 1 month, from: stage-opened, convention: corresponding_date}", "1 month is longer than stage 'one' may take",
         "no_sooner_than"},
        everywhere("needs:\n  - {before: [escalate], no_sooner_than: {limit: 3 weeks, from: \"stage-opened:one\", convention: day_after_start_is_day_one}, says: x, clause: \"1\"}\nsettled_by: {",
                   "3 weeks is longer than stage 'one' may take", "no_sooner_than"),
        everywhere("needs:\n  - {before: [escalate, jump, propose_outcome, withdraw], that: {reached: two}, says: x, clause: \"1\"}\nsettled_by: {",
                   "nothing leads on from stage 'one'", "before: [escalate, jump"),
        {"if: {standing: on-plan}", "if: {all: [{standing: on-plan}, {standing: in-need}]}", "it contradicts itself", "on-plan"},
    });
}

TEST_CASE("a need that is met later, elsewhere, or only where it is asked for, is no fault") {
    const auto right = [](const std::string& from, const std::string& to) {
        INFO(to);
        CHECK(to_text(findings_of(with(from, to))) == "");
    };
    right("that: {happened: discussed}", "that: {any: [{happened: escalated}, {answered: yes}]}");
    right("that: {happened: discussed}", "if: {danger: yes}, that: {danger: no}");
    // At the top it stays, and that it is not settled there is recorded.
    right("    branches:\n", "    needs:\n      - {before: [decide], that: {happened: escalated}, says: Say first that it is not settled, clause: \"1\"}\n    branches:\n");
    right("that: {happened: discussed}", "no_sooner_than: {limit: 1 week, from: stage-opened, convention: day_after_start_is_day_one}");
    right("that: {happened: discussed}", "no_sooner_than: {limit: 9 working days, from: raised}, no_later_than: {limit: 10 working days, from: contacted}");
    right("- {before: [escalate], that: {happened: discussed}, says: Talk first, clause: \"1\"}",
          "- {before: [escalate], if: {standing: on-plan}, that: {danger: yes}, says: x, clause: \"1\"}\n"
          "      - {before: [escalate], if: {standing: in-need}, that: {danger: no}, says: y, clause: \"1\"}");
    right("settled_by: {", "needs:\n  - {before: [escalate, jump, propose_outcome], that: {reached: two}, says: x, clause: \"1\"}\nsettled_by: {");
    right("settled_by: {", "needs:\n  - {before: [close], that: {ever: family-told}, says: x, clause: \"1\"}\nsettled_by: {");
}

TEST_CASE("duties, limits and decisions that come to nothing are found") {
    shows({
        {"on: [contacted], clause", "on: [raised], done_by: [raised], clause", "'raised' has happened when the duty begins", "done_by"},
        {"on: [contacted], clause", "done_by: [stage-opened], clause", "'stage-opened' has happened when the duty begins", "done_by"},
        {"on: [contacted]", "on: [\"discharged:reply\"]", "'discharged:reply' is never recorded", "discharged:reply"},
        {"within: 2 working days", "within: 2 working days, same_as: 12 working days", "2 working days is never as long as 12 working days", "same_as"},
        {"within: 2 working days", "within: 48 hours, convention: elapsed, same_as: 10 working days", "48 hours is never as long as 10 working days", "same_as"},
        {"within: 2 working days", "within: 2 working days, cases: [{if: {danger: yes}, within: 1 working day}, {if: {danger: no}, within: 3 working days}]",
         "2 working days never counts: one of the cases always does", "within: 2"},
        {"within: 2 working days", "within: 2 working days, cases: [{if: {danger: yes}, within: 1 working day}, {if: {all: [{danger: yes}, {formal: no}]}, within: same day}]",
         "this case can never count: those before it leave nothing over", "danger: yes"},
        {"within: 2 working days", "within: 2 working days, cases: [{if: {danger: yes}, within: 2 working days}]", "it says what holds without it", "danger: yes"},
        {"    raising: manager\n    receiving: manager\n    branches:\n      by: role:chair\n      options: [{key: alone, title: Alone, clause: \"1\"}, {key: panel, title: With a panel, clause: \"1\"}]\n"
         "    decisions:\n      - title: Decide\n        by: role:chair\n        if: {branch: alone}\n"
         "        options: [{key: yes-to-it, title: \"Yes\"}, {key: away, title: Away, then: hands_over}]\n        clause: \"1\"\n"
         "    hand_over: {to: another process, by: raising, if: {ever: \"form-submitted:notice\"}, clause: \"1\"}\n",
         "    decisions:\n      - {title: Decide, by: role:chair, options: [{key: on, title: On, then: stays}], clause: \"1\"}\n",
         "no decision settles it, and nobody else can", "title: Decide"},
        {"{standing: on-plan}", "{raising_sector: scool}", "nothing else in the policy speaks of the sector 'scool'", "scool"},
    });
}

TEST_CASE("a policy has no more stages than people can climb") {
    std::string stages;
    for (int i = 0; i < 60; ++i) stages += "  - {key: s" + std::to_string(i) + ", label: S, title: S, raising: worker, receiving: worker, clause: \"1\"}\n";
    const auto findings = findings_of(with("  - key: one\n    label: Stage 1\n", stages + "  - key: one\n    label: Stage 1\n"));
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().what == "the ladder: it has 63 stages");
    CHECK(findings.front().hint == "a policy has at most 60");
}

TEST_CASE("a question that would be taken for one of the product's own is found where it stands") {
    const std::string aim = "- {name: aim, label: What you want}";
    shows({
        {aim.c_str(), "- {name: reason, label: Why, kind: long_text}", "under the name 'reason'", "name: reason"},
        {aim.c_str(), "- {name: why, label: Why, kind: date}", "under the name 'why'", "name: why"},
        {aim.c_str(), "- {name: view, label: View, kind: yes_no}", "under the name 'view'", "name: view"},
        {aim.c_str(), "- {name: about, label: About}", "under the name 'about'", "name: about"},
        {aim.c_str(), "- {name: excluded_complaint, label: X}", "under the name 'excluded_complaint'", "name: excluded_complaint"},
        {"options: [{key: yes-to-it", "asks: [{name: reasons, label: R, kind: yes_no}]\n        options: [{key: yes-to-it",
         "under the name 'reasons'", "name: reasons"},
        {"options: [{key: yes-to-it", "asks: [{name: option, label: O, kind: date}]\n        options: [{key: yes-to-it",
         "under the name 'option'", "name: option"},
        {"{name: what, label: What}", "{name: said_how, label: How}", "under the name 'said_how'", "name: said_how"},
    });
    // The same question in the same way is asked once, on purpose.
    CHECK(to_text(findings_of(with(aim, "- {name: outcome_wanted, label: What you want, kind: long_text}"))) == "");
    CHECK(to_text(findings_of(with(aim, "- {name: protection, label: What protects the child, kind: long_text}"))) == "");
    CHECK(to_text(findings_of(with(aim, "- {name: reasons, label: Reasons, kind: date}"))) == "");
}

TEST_CASE("what is settled must be able to be closed, wherever it is settled") {
    const auto with_need = [](const std::string& that) {
        return with("settled_by:", "steps:\n  - {key: last, title: Last, by: raising, stages: [three], clause: \"1\"}\n"
                                   "  - {key: any, title: Any, by: raising, clause: \"1\"}\n"
                                   "needs:\n  - {before: [close], that: " + that + ", says: First, clause: \"1\"}\nsettled_by:");
    };
    for (const std::string never : {"{ever: \"step-taken:last\"}", "{ever: withdrawn}"}) {
        const auto said = to_text(findings_of(with_need(never)));
        CHECK_MESSAGE(said.find("it could never be closed") != std::string::npos, never, said);
    }
    CHECK(to_text(findings_of(with_need("{ever: \"step-taken:any\"}"))) == "");
    CHECK(to_text(findings_of(with_need("{ever: lesson-drawn}"))) == "");
}

TEST_CASE("a meeting that needs more members than can be named is found") {
    shows({{"at_least: 2, at_most: 3}]", "at_least: 20, at_most: 23}, {key: more, title: More, at_least: 20}]", "each of whom counts once", "members:"}});
}
