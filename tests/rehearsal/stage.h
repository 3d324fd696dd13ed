// A small policy, a small cast, and scenarios of a few lines, played.
#pragma once
#include <string>

#include "policy/house_rules.h"
#include "policy/load.h"
#include "rehearsal/rehearse.h"
#include "yaml/parse.h"

#include <doctest/doctest.h>

namespace testing {

inline const std::string head = R"(policy: base
edition: "1"
title: T
owner: O
source: S
calendar: england-and-wales
convention: {name: next_working_day_is_day_one, clause: "1"}
nag: 5 working days
clauses:
  "1": One
scope:
  own_agency: {in_scope: no, clause: "1"}
tiers:
  - {key: p, title: P, clause: "1", rows: [{from: own}]}
  - {key: m, title: M, clause: "1", rows: [{from: line}]}
)";

/// Two stages, a form, a notice, a body and a decision.
inline const std::string policy_text = head + R"(bodies: [{key: board, title: Board}]
stages:
  - key: one
    label: Stage 1
    title: One
    clause: "1"
    raising: p
    receiving: p
    clock: {within: 2 working days, clause: "1"}
    duties:
      - {key: alert, what: complete_form, form: notice, title: Fill in the notice, by: raising, clause: "1"}
  - key: two
    label: Stage 2
    title: Two
    clause: "1"
    raising: m
    receiving: m
    clock: {within: 3 working days, clause: "1"}
    decisions:
      - {title: D, by: "partnership:chair", options: [{key: a, title: A}, {key: b, title: B}], clause: "1"}
forms:
  - key: notice
    title: Notice
    filled_by: raising
    clause: "1"
    sections:
      - {key: about, title: About, owner: raising, fields: [{name: view, label: Your view, kind: long_text, required: yes}]}
notices:
  - {key: chair-told, on: [escalated], to: "partnership:chair", profile: pseudonymous, clause: "1"}
)";

inline const std::string cast_text = R"(agencies:
  - key: council
    sector: social-care
    posts:
      - {key: worker, kind: social-worker, reports_to: manager}
      - {key: manager, kind: team-manager}
  - key: trust
    sector: health
    posts:
      - {key: hv, kind: health-visitor, reports_to: leader}
      - {key: leader, kind: team-manager}
  - key: office
    sector: partnership
    posts:
      - {key: bm, kind: business-manager}
      - {key: chair, kind: chair}
)";

inline const std::string raise = "{at: 2026-11-20 10:00, who: trust.hv, does: raise, with: {to: [council.worker]}}";

inline policy::Node tree_of(const std::string& text) {
    auto tree = yaml::parse(text, "a.yaml");
    REQUIRE_MESSAGE(tree.has_value(), text);
    return std::move(*tree);
}

inline policy::Pack pack_of(const std::string& text) {
    auto loaded = policy::load(tree_of(text));
    if (!loaded) FAIL(base::to_text(loaded.error().front()));
    return policy::with_house_rules(std::move(loaded->pack));
}

inline rehearsal::Cast cast() {
    auto loaded = rehearsal::load_cast(tree_of(cast_text));
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
}

inline base::Findings findings_of_cast(const std::string& text) {
    auto loaded = rehearsal::load_cast(tree_of(text));
    return loaded ? base::Findings{} : loaded.error();
}

inline std::string in_one(const base::Findings& findings) {
    std::string text;
    for (const auto& finding : findings) text += (text.empty() ? "" : "\n") + base::to_text(finding);
    return text;
}

inline std::string suite_text(const std::vector<std::string>& steps) {
    std::string text = "scenarios:\n  - scenario: x\n    steps:\n";
    for (const auto& step : steps) text += "      - " + step + "\n";
    return text;
}

/// All that is wrong with a scenario of these steps, whether found on reading, checking or playing; "" where all goes well.
inline std::string wrong_with(const std::vector<std::string>& steps, const std::string& policy = policy_text) {
    const auto suite = rehearsal::load_suite(tree_of(suite_text(steps)));
    if (!suite) return in_one(suite.error());
    return in_one(rehearsal::rehearse(suite->scenarios.front(), cast(), pack_of(policy)).failures);
}

inline rehearsal::Rehearsal played(const std::vector<std::string>& steps, const std::string& policy = policy_text) {
    const auto suite = rehearsal::load_suite(tree_of(suite_text(steps)));
    REQUIRE(suite.has_value());
    return rehearsal::rehearse(suite->scenarios.front(), cast(), pack_of(policy));
}

inline bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace testing
