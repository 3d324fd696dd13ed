// Agencies and the posts in them. Duties fall on posts, never on people; people hold posts.
#pragma once
#include "base/strong.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace directory {

using AgencyId = base::Strong<struct AgencyIdTag>;
using PostId = base::Strong<struct PostIdTag>;
using PersonId = base::Strong<struct PersonIdTag>;
using Date = std::chrono::sys_days;

/// Days on which nobody is in, both included: a school's summer. They call the deputies, and no clock waits.
struct Closing {
    Date from;
    Date until;
    std::string why;
    bool operator==(const Closing&) const = default;
};

struct Agency {
    AgencyId id;
    std::string name;
    std::string sector;                   // "social-care", "police", "partnership"
    std::vector<Closing> closings = {};
    bool operator==(const Agency&) const = default;
};

/// A person in a post between two days, both included; a deputy acts when the holder cannot.
struct Holding {
    PersonId person;
    bool deputy = false;
    std::optional<Date> from = {};
    std::optional<Date> until = {};
    bool operator==(const Holding&) const = default;
};

struct Post {
    PostId id;
    AgencyId agency;
    std::string kind;                     // "named-nurse"
    std::string title;                    // as its agency calls it
    std::string team = {};                // team or locality, where several posts share a kind
    std::optional<PostId> reports_to = {};
    std::vector<Holding> holders = {};
    std::string contact = {};             // e-mail, telephone or "ask at reception"
    std::optional<Date> verified_on = {};
    bool operator==(const Post&) const = default;
};

/// A value: what was known when somebody looked. Looking things up never changes it.
class Directory {
public:
    /// Replaces an agency or post of the same id.
    void put(Agency);
    void put(Post);
    void remove(const PostId&);

    const Agency* find_agency(const AgencyId&) const;
    const Post* find_post(const PostId&) const;
    /// The posts of an agency, in order of id.
    std::vector<const Post*> posts_of(const AgencyId&) const;
    /// Whom the post reports to; null at the end of the line.
    const Post* find_above(const PostId&) const;
    /// The partnership's own office: the agency of sector "partnership" with the lowest id.
    const Agency* find_partnership() const;

    const std::map<AgencyId, Agency>& agencies() const { return agencies_; }
    const std::map<PostId, Post>& posts() const { return posts_; }

    bool operator==(const Directory&) const = default;

private:
    std::map<AgencyId, Agency> agencies_;
    std::map<PostId, Post> posts_;
    std::map<AgencyId, std::vector<PostId>> posts_of_;
};

/// People who hold the post (or deputise in it) on that day.
std::vector<PersonId> holders_on(const Post&, Date);
bool is_vacant(const Post&, Date);
/// Those of them who deputise.
std::vector<PersonId> deputies_on(const Post&, Date);

/// Why the agency is closed on that day, and until when; null where it is not. Of several the longest.
const Closing* find_closing(const Agency&, Date);

/// Everyone below `manager` in the line of reports, nearest first; cycles are cut.
std::vector<PostId> line_below(const Directory&, const PostId& manager);

}  // namespace directory
