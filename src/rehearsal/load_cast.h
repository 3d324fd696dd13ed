// The cast as it is written, before it is a directory.
#pragma once
#include "policy/load_table.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

struct CastPost {
    Written written;
    std::string key, kind, title, team, reports_to;
    bool vacant = false;
};

struct CastAgency {
    Written written;
    std::string key, name, sector;
    std::vector<CastPost> posts;
};

struct ClosedDay {
    std::string date, why;
};

/// When a body meets.
struct CastMeetings {
    std::map<std::string, std::set<calendar::Date>> dates;
    std::map<std::string, base::Place> places;
};

struct CastText {
    std::vector<CastAgency> agencies;
    CastMeetings meetings;
    std::vector<ClosedDay> closed;
};

const policy::Table<CastText>& cast_table();
tl::expected<Cast, base::Findings> build_cast(const CastText&, policy::Loading&);

}  // namespace rehearsal
