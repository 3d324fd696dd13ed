// A small pack that is right in every respect, for tests that make one thing wrong; and how they look at it.
#pragma once
#include "policy/check.h"
#include "policy/load.h"
#include "yaml/parse.h"

#include <doctest/doctest.h>
#include <string>

namespace testing {

inline const std::string minimal_pack = R"(policy: minimal
edition: "1"
title: A small policy
owner: A partnership
approved_by: Its board
approved_on: 2025-12-01
source: A document
effective_from: 2026-01-01
calendar: england-and-wales
convention: {name: next_working_day_is_day_one, clause: "1"}
nag: 5 working days
review: {on: 2027-01-01, clause: "1"}
clauses:
  "1": All of it
readings:
  - {key: day, about: What a day is, taken: A working day, instead: Any day, clause: "1"}
scope:
  standings:
    clause: "1"
    words: [{key: in-need, title: In need}, {key: on-plan, title: On a plan}]
  origins:
    - {key: dissent, title: Dissent, must_affirm: I dissented, clause: "1"}
  exclusions:
    - {key: complaint, question: "Is it a complaint?", go_to: complaints, clause: "1"}
  own_agency: {in_scope: no, clause: "1", reading: day}
tiers:
  - key: worker
    title: Worker
    clause: "1"
    rows: [{from: own}]
  - key: manager
    title: Manager
    clause: "1"
    rows:
      - {kinds: [manager]}
      - {sectors: [school], from: represented, represented_by: council, kinds: [adviser]}
roles:
  - {key: chair, title: Chair, clause: "1"}
bodies:
  - {key: board, title: The board}
starts:
  - {stage: two, if: {standing: on-plan}, clause: "1"}
  - {stage: one, clause: "1"}
jumps:
  - {to: [three], if: {stage: one}, clause: "1"}
stages:
  - key: one
    label: Stage 1
    title: Workers
    clause: "1"
    raising: worker
    receiving: worker
    clock: {within: 5 working days, clause: "1"}
    asks:
      - {name: aim, label: What you want}
    duties:
      - {key: talk, what: discuss, title: Talk, by: raising, to: receiving, within: 2 working days, clause: "1"}
      - {key: reply, what: respond, title: Reply, by: receiving, on: [contacted], clause: "1"}
    needs:
      - {before: [escalate], that: {happened: discussed}, says: Talk first, clause: "1"}
  - key: two
    label: Stage 2
    title: Managers
    clause: "1"
    raising: manager
    receiving: manager
    clock: {within: next meeting of board, clause: "1"}
    repeats: {times_max: 3, clause: "1"}
    meetings: [talks]
    duties:
      - {key: offer, what: offer, meeting: talks, title: Offer talks, by: role:chair, clause: "1"}
      - {key: notice, what: complete_form, form: notice, title: Fill it in, by: raising, on: [went-up-the-line], clause: "1"}
  - key: three
    label: Stage 3
    title: The chair
    clause: "1"
    raising: manager
    receiving: manager
    branches:
      by: role:chair
      options: [{key: alone, title: Alone, clause: "1"}, {key: panel, title: With a panel, clause: "1"}]
    decisions:
      - title: Decide
        by: role:chair
        if: {branch: alone}
        options: [{key: yes-to-it, title: "Yes"}, {key: away, title: Away, then: hands_over}]
        clause: "1"
    hand_over: {to: another process, by: raising, if: {ever: "form-submitted:notice"}, clause: "1"}
    duties:
      - {key: tell, what: inform, title: Tell the manager, by: raising:worker, to: raising, on: [decided], clause: "1"}
settled_by: {who: [raiser, raising, receiving], clause: "1"}
duties:
  - {key: file, what: put_on_file, title: File it, by: both, on: [settled], survives: yes, clause: "1"}
notices:
  - {key: told, on: [settled], to: partnership:manager, clause: "1"}
meetings:
  - key: talks
    title: Talks
    convenor: raising
    offered: yes
    widen_for_concerned: yes
    clause: "1"
    members: [{key: three, title: Three people, at_least: 2, at_most: 3}]
forms:
  - key: notice
    title: Notice
    filled_by: raising
    sent_to: [receiving]
    child_details: no
    clause: "1"
    sections:
      - {key: a, title: A, owner: raising, fields: [{name: what, label: What}]}
      - {key: b, title: B, owner: raising, fields: [{name: how, label: How, kind: one_of, options: [{key: x, title: X}]}]}
    exactly_one_of: [[a, b]]
)";

/// The pack with the first `from` replaced; `from` must be in it.
inline std::string with(const std::string& from, const std::string& to, std::string text = minimal_pack) {
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, "not in the minimal pack: ", from);
    return text.replace(at, from.size(), to);
}

inline base::Findings findings_of(const std::string& text) {
    const auto tree = yaml::parse(text, "p.yaml");
    if (!tree) return tree.error();
    const auto loaded = policy::load(*tree);
    return loaded ? policy::check(*loaded) : loaded.error();
}

inline std::string to_text(const base::Findings& findings) {
    std::string text;
    for (const auto& finding : findings) text += base::to_text(finding) + "\n";
    return text;
}

inline std::string line_of(const std::string& text, int number) {
    std::size_t start = 0;
    for (int i = 1; i < number; ++i) start = text.find('\n', start) + 1;
    return text.substr(start, text.find('\n', start) - start);
}

}  // namespace testing
