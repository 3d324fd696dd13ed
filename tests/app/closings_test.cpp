#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

void close_care(World& w, const std::string& from, const std::string& until) {
    w.import("post,person,deputy,from,until\ncare.manager,manager,,,\ncare.manager,deputy,yes,,\n");
    w.import("agency,closed_from,closed_until,why\ncare," + from + "," + until + ",Building works\n");
}

using Dates = std::vector<std::pair<std::string, std::optional<base::Moment>>>;

Dates dates(World& w, const std::string& reference) {
    Dates all;
    for (const auto& duty : w.dossier(reference).duties)
        all.emplace_back(duty.id, duty.due ? std::optional(duty.due->at) : std::nullopt);
    return all;
}

}  // namespace

TEST_CASE("what falls to a post of an agency that is closed today is told to its deputy too, by name") {
    World w;
    close_care(w, "2026-11-19", "2026-11-27");
    w.act("teacher", w.raise(), w.escalating());
    const auto everything = w.ledger.pending_notices(1000);
    CHECK(std::ranges::any_of(everything, [](const auto& n) { return n.recipient == "post/care.manager"; }));
    CHECK(std::ranges::any_of(everything, [](const auto& n) { return n.recipient == "person/deputy"; }));
    // Nobody is called in where the agency is open.
    CHECK_FALSE(std::ranges::any_of(everything, [](const auto& n) { return n.recipient == "person/teacher"; }));
}

TEST_CASE("on any other day the post alone is told") {
    World w;
    close_care(w, "2026-11-20", "2026-11-27");
    w.act("teacher", w.raise(), w.escalating());
    const auto everything = w.ledger.pending_notices(1000);
    CHECK_FALSE(std::ranges::any_of(everything, [](const auto& n) { return n.recipient.starts_with("person/"); }));
}

TEST_CASE("the closed days of an agency lengthen no clock") {
    World open;
    World closed;
    close_care(closed, "2026-11-19", "2027-01-04");
    const auto left = open.raise();
    const auto right = closed.raise();
    open.act("teacher", left, open.escalating());
    closed.act("teacher", right, closed.escalating());
    CHECK(dates(open, left) == dates(closed, right));
    CHECK_FALSE(dates(open, left).empty());
    // Nor does closing it later.
    close_care(open, "2026-11-19", "2027-01-04");
    CHECK(dates(open, left) == dates(closed, right));
}
