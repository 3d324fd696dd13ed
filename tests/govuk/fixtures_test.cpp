#include <doctest/doctest.h>

#include <cstdio>

#include "govuk/canonical.h"
#include "govuk/changes.h"
#include "govuk/fixture_sets.h"

namespace {

using FixtureLook = std::function<void(const fixtures::Made& made, const std::string& expected)>;

/// Calls back for every fixture of every component that we have, then for the goldens of what is
/// documented but has no fixture; how many fixtures there were.
std::size_t each_fixture(const FixtureLook& look) {
    std::size_t count = 0;
    for (const auto& [component, render] : fixtures::renderers()) {
        CAPTURE(component);
        auto sets = fixtures::package_sets(component);
        count += sets.size();
        for (auto& golden : fixtures::golden_sets("govuk", component)) sets.push_back(std::move(golden));
        for (const auto& set : sets) {
            CAPTURE(set.name);
            look(fixtures::made_of(render, set), set.html);
        }
    }
    return count;
}

}  // namespace

TEST_CASE("our components say what every fixture of GOV.UK Frontend says") {
    if (fixtures::packages_are_missing()) return;
    const auto count = each_fixture([](const fixtures::Made& made, const std::string& expected) {
        CHECK(canonical::text_of(made.tokens()) == canonical::text_of(canonical::tokens(expected)));
    });
    CHECK(fixtures::renderers().size() == 36);
    CHECK(count == 681);  // of govuk-frontend 6.6.0
}

TEST_CASE("their words flow as in the fixtures of GOV.UK Frontend, with the same blanks between") {
    if (fixtures::packages_are_missing()) return;
    each_fixture([](const fixtures::Made& made, const std::string& expected) {
        CHECK(canonical::text_of(made.lines()) == canonical::text_of(canonical::lines(expected)));
    });
}

TEST_CASE("a single class or attribute that changes in any component is seen") {
    if (fixtures::packages_are_missing()) return;
    std::size_t changes = 0;
    each_fixture([&](const fixtures::Made& made, const std::string& expected) {
        const auto wanted = canonical::tokens(expected);
        for (const auto& changed : fixtures::changes_of(made.html)) {
            const bool seen = canonical::tokens(made.reading.with_markup(changed)) != wanted;
            if (!seen) FAIL_CHECK("not seen: ", changed);
            ++changes;
        }
    });
    std::printf("%zu changes to the components of GOV.UK, each seen\n", changes);
    CHECK(changes > 10000);
}
