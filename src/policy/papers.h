// The meetings a policy calls, and the forms it asks for.
#pragma once
#include "policy/clock.h"
#include "policy/field.h"
#include "policy/who.h"

#include <optional>
#include <string>
#include <vector>

namespace policy {

/// Of those who meet: how many of these kinds of post, from where.
struct Members {
    std::string key;
    std::string title;
    std::vector<std::string> kinds = {};  // of post; empty: any
    enum class From { Anywhere, Partnership, EachConcerned, DistinctAgencies } from = From::Anywhere;
    int at_least = 1;
    int at_most = 0;                      // 0: no limit
    Source source;
    bool operator==(const Members&) const = default;
};

struct Meeting {
    std::string key;
    std::string title;
    Who convenor;
    enum class Effect { Advises, Mediates, Decides } effect = Effect::Advises;
    bool offered = false;                 // offered to the sides, who may decline
    std::vector<Members> members = {};
    bool concerned_where_possible = false;  // each agency concerned is there, or a reason is given
    bool widen_for_concerned = false;     // at_most gives way where more agencies are concerned
    bool never_acted_before = false;      // nobody who acted on a side
    bool never_junior = false;            // nobody below a person whose decision is disputed
    Source source;
    bool operator==(const Meeting&) const = default;
};

struct Section {
    std::string key;
    std::string title;
    Who owner;
    std::vector<Field> fields;
    std::optional<Condition> when = {};
    bool operator==(const Section&) const = default;
};

struct Form {
    std::string key;
    std::string title;
    Who filled_by;
    std::vector<Who> sent_to = {};
    std::vector<Section> sections;
    std::vector<std::vector<std::string>> exactly_one_of = {};  // sections of which one applies
    bool child_details = true;            // false: refuses anything that names the child or family
    bool grows = false;                   // handed in again with more of it at later stages
    int dated_actions = 0;                // so many actions may be planned in it, each with owner and date
    Source source;
    bool operator==(const Form&) const = default;
};

}  // namespace policy
