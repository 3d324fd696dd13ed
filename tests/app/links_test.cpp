// Disagreements that are linked: nobody learns of one through another.
#include <algorithm>

#include "app/world.h"

using namespace app;
using namespace app::testing;

namespace {

using disagreement::Action;
using policy::Happening;

bool has_link(const View& view) {
    return std::ranges::any_of(view.timeline, [](const Entry& entry) { return entry.event.fact.happening == Happening::Linked; });
}

}  // namespace

TEST_CASE("a link leads to another disagreement that one can see, as its reference is kept") {
    World w;
    const auto one = w.raise(), other = w.raise();
    std::string typed = other;
    std::erase(typed, '-');
    const auto linking = [&](const std::string& reference) { return w.command(Action::Link, {{"reference", reference}}); };
    w.act("teacher", one, linking(typed));
    const auto view = w.reading.open_disagreement(PersonId("teacher"), one);
    REQUIRE(view);
    CHECK(view->timeline.back().event.open.text("reference") == other);

    CHECK(w.refused("teacher", one, linking("ABC")).rule == "reference_unknown");
    CHECK(w.refused("teacher", one, linking("ZZZZ-ZZZZ-ZZ")).rule == "reference_unknown");
    CHECK(w.refused("teacher", one, linking("Zephyrine")).rule == "reference_unknown");
    CHECK(w.refused("teacher", one, linking(one)).rule == "links_itself");
}

TEST_CASE("whoever is excluded from a disagreement does not meet its reference in another") {
    World w;
    const auto one = w.raise(), hidden = w.raise();
    REQUIRE(w.guardian.set_exclusion(PersonId("guardian"), hidden, PersonId("teacher"), "related", "e1"));
    CHECK(w.refused("teacher", one, w.command(Action::Link, {{"reference", hidden}})).rule == "reference_unknown");

    w.act("worker", one, w.command(Action::Link, {{"reference", hidden}, {"why", "the same family"}}));
    w.act("worker", one, w.command(Action::AddNote, {{"note", "After the link"}}));
    const auto seen = w.reading.open_disagreement(PersonId("worker"), one);
    const auto kept_from = w.reading.open_disagreement(PersonId("teacher"), one);
    REQUIRE(seen);
    REQUIRE(kept_from);
    CHECK(has_link(*seen));
    CHECK_FALSE(has_link(*kept_from));
    // What came after it is found under its own number.
    CHECK(kept_from->revision() == seen->revision());
    const auto last = static_cast<std::size_t>(seen->revision().get());
    CHECK(kept_from->find_text(last, "note") != nullptr);
    CHECK(kept_from->find_entry(last - 1) == nullptr);
}
