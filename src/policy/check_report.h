// What a check has found, and where in the text it stands; the checks themselves, by subject.
#pragma once
#include "policy/check_walk.h"
#include "policy/load.h"

#include <string>

namespace policy {

class Report {
public:
    explicit Report(const Places& places) : places_(places) {}

    /// The place is that of the subject, or of what it is part of.
    void wrong(const Subject& subject, const std::string& what, const std::string& hint) {
        findings.push_back({place_of(subject.path), subject.name + ": " + what, hint, subject.clause});
    }

    base::Findings findings;

private:
    base::Place place_of(std::string path) const {
        while (true) {
            if (const auto found = places_.find(path); found != places_.end()) return found->second;
            if (path.empty()) return {};
            path.resize(path.rfind('/'));
        }
    }

    const Places& places_;
};

void check_identity(const Pack&, Report&);    // dates, convention, reminder, lists of words
void check_citations(const Pack&, Report&);   // every rule has a clause or a reading, and both exist
void check_references(const Pack&, Report&);  // every key that is named exists, and fits where it is named
void check_clocks(const Pack&, Report&);      // limits, conventions, facts that start or end something
void check_ladder(const Pack&, Report&);      // reach, exits, order; never nobody to act
void check_people(const Pack&, Report&);      // tiers that can be filled, owners that can be there
void check_case(const Pack&, Report&);        // routes, named dates, steps, priorities, needs
void check_needs(const Pack&, Report&);       // needs that can be met, and leave a way on
void check_sense(const Pack&, Report&);       // duties, limits, decisions and words that come to nothing
void check_papers(const Pack&, Report&);      // forms, their fields, meetings and who must be there
void check_asks(const Pack&, Report&);        // questions that are not taken for the product's own

}  // namespace policy
