// A policy tried out on paper: who is there, what they do and when, and what should follow.
#pragma once
#include "base/finding.h"
#include "calendar/edition.h"
#include "directory/directory.h"
#include "policy/field.h"
#include "policy/load_shape.h"
#include "policy/source_tree.h"

#include <map>
#include <optional>
#include <tl/expected.hpp>

namespace rehearsal {

/// Where something was written: the whole of it, and its parts: "no_duties", "no_duties/0", "with/how".
struct Written {
    base::Place place = {};
    std::map<std::string, base::Place> parts = {};

    const base::Place& at(const std::string& part) const {
        const auto found = parts.find(part);
        return found == parts.end() ? place : found->second;
    }
    const base::Place& at(const std::string& list, std::size_t index) const {
        const auto found = parts.find(list + "/" + std::to_string(index));
        return found == parts.end() ? at(list) : found->second;
    }
};

/// The people of a scenario: each post that is not vacant is held by a person of its own.
struct Cast {
    directory::Directory directory;
    std::map<std::string, std::set<calendar::Date>> meetings;
    std::map<calendar::Date, std::string> closed;
    std::map<std::string, base::Place> bodies = {};  // where the meetings of each body were written
};

struct ExpectedDuty {
    Written written;
    std::string rule;
    std::string owner = {};
    std::string due = {};                    // ISO date, local date and time, or "none"
    std::string state = {};
    std::string overdue = {};                // "yes", "no"
};

struct ExpectedRefusal {
    Written written;
    std::string says = {};
    std::string clause = {};
    std::string field = {};
};

struct NotPermittedHere {
    Written written;
    std::string action;
    std::string why = {};
    std::string clause = {};
};

struct ExpectedNotice {
    Written written;
    std::string to;
    std::string rule = {};
    std::string profile = {};
    std::vector<std::string> leaves_out = {};
};

struct Seats {
    Written written;
    std::string raising = {};
    std::vector<std::string> receiving = {};
};

struct Expectation {
    Written written;
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
    Written written;
    std::string at;                          // ISO date and time, local or with an offset
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
    Written written;
    std::string title;
    std::vector<std::string> rows = {};
    std::vector<Step> steps;
};

struct Suite {
    std::optional<Cast> cast;                // its own, where it has one
    std::vector<Scenario> scenarios;
};

/// The zone that scenarios are told in.
inline const std::string zone = "Europe/London";

/// Strict: unknown keys, missing ones and malformed times are findings, all of them.
tl::expected<Cast, base::Findings> load_cast(const policy::Node&);
tl::expected<Suite, base::Findings> load_suite(const policy::Node&);

/// The keys of a step, of what is expected of it and of a cast, as the loader reads them.
const policy::Shape& suite_shape();
const policy::Shape& cast_shape();

}  // namespace rehearsal
