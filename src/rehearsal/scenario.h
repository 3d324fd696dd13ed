// A policy tried out on paper: who is there, what they do and when, and what should follow.
#pragma once
#include "base/finding.h"
#include "calendar/edition.h"
#include "directory/directory.h"
#include "policy/field.h"
#include "policy/source_tree.h"

#include <map>
#include <optional>
#include <tl/expected.hpp>

namespace rehearsal {

/// The people of a scenario: each post that is not vacant is held by a person of its own.
struct Cast {
    directory::Directory directory;
    std::map<std::string, std::set<calendar::Date>> meetings;
    std::map<calendar::Date, std::string> closed;
};

struct ExpectedDuty {
    base::Place place;
    std::string rule;
    std::string owner = {};
    std::string due = {};                    // ISO date, local date and time, or "none"
    std::string state = {};
    std::string overdue = {};                // "yes", "no"
};

struct ExpectedRefusal {
    base::Place place;
    std::string says = {};
    std::string clause = {};
    std::string field = {};
};

struct NotPermittedHere {
    base::Place place;
    std::string action;
    std::string why = {};
    std::string clause = {};
};

struct ExpectedNotice {
    base::Place place;
    std::string to;
    std::string rule = {};
    std::string profile = {};
    std::vector<std::string> leaves_out = {};
};

struct Seats {
    std::string raising = {};
    std::vector<std::string> receiving = {};
};

struct Expectation {
    base::Place place;
    std::string phase = {};
    std::string stage = {};
    std::string move = {};
    std::optional<Seats> seats = {};
    std::vector<ExpectedDuty> duties = {};
    std::vector<std::string> no_duties = {};
    std::string for_whom = {};               // whose permissions are meant; default: of the step
    std::vector<std::string> permitted = {};
    std::vector<NotPermittedHere> not_permitted = {};
    std::vector<ExpectedNotice> notices = {};
};

struct Step {
    base::Place place;
    std::string at;                          // local date and time
    std::string who = {};                    // post; empty: time passes
    std::string does = {};
    std::string about = {};
    std::string acts_for = {};
    std::string on_behalf_of = {};
    std::string happened = {};
    std::string id = {};
    bool again = false;
    policy::Answers with = {};
    std::vector<std::string> leaving_out = {};
    std::optional<ExpectedRefusal> refused = {};
    std::optional<Expectation> expect = {};
};

struct Scenario {
    base::Place place;
    std::string title;
    std::vector<std::string> rows = {};
    std::vector<Step> steps;
};

struct Suite {
    std::optional<Cast> cast;                // its own, where it has one
    std::vector<Scenario> scenarios;
};

/// Strict: unknown keys, missing ones and malformed times are findings, all of them.
tl::expected<Cast, base::Findings> load_cast(const policy::Node&);
tl::expected<Suite, base::Findings> load_suite(const policy::Node&);

}  // namespace rehearsal
