// The directory as four spreadsheets: agencies, posts, who holds them, and when agencies are closed.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "directory/directory.h"

namespace directory {

/// An agency, whose closed days stay as they are, and the partnerships it works with.
struct AgencyPut {
    Agency agency;  // without closings
    std::set<std::string> partnerships;
    bool operator==(const AgencyPut&) const = default;
};

/// A post; who holds it stays as it is.
struct PostPut {
    Post post;  // without holders
    bool operator==(const PostPut&) const = default;
};

/// Everybody who holds a post or deputises in it, from now on.
struct HoldersSet {
    PostId post;
    std::vector<Holding> holders;
    bool operator==(const HoldersSet&) const = default;
};

/// All days on which an agency is closed, from now on.
struct ClosingsSet {
    AgencyId agency;
    std::vector<Closing> closings;
    bool operator==(const ClosingsSet&) const = default;
};

using Change = std::variant<AgencyPut, PostPut, HoldersSet, ClosingsSet>;

/// What the rows of a file may speak of.
struct Known {
    const Directory& directory;
    const std::map<AgencyId, std::set<std::string>>& works_with;
    std::set<std::string> partnerships;
    std::map<std::string, PersonId> people;  // by id and by e-mail, in lower case
};

/// agencies.csv: key,name,sector,partnerships (keys, with blanks between)
/// posts.csv:    key,agency,kind,title,team,reports_to,contact,verified_on
/// holdings.csv: post,person,deputy,from,until; all holdings of each post that it names
/// closings.csv: agency,closed_from,closed_until,why; all closed days of each agency that it names, and a row
///               with an agency alone says that it has none
enum class Sheet { Agencies, Posts, Holdings, Closings };

const std::vector<std::string>& columns_of(Sheet);

/// Which of the four, its header row says. All findings by line, or the changes that it asks for.
tl::expected<std::vector<Change>, base::Findings> import_csv(std::string_view text, const std::string& file,
                                                             const Known&);

void apply(Directory&, const Change&);

}  // namespace directory
