#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

#include "govuk/alert.h"
#include "govuk/badge.h"
#include "govuk/canonical.h"
#include "govuk/changes.h"
#include "govuk/filter.h"
#include "govuk/fixture_sets.h"

namespace {

namespace json = boost::json;
using MojTokens = std::vector<std::string>;

MojTokens tokens_in(const json::object& deviation, std::string_view key) {
    MojTokens tokens;
    const auto* list = deviation.if_contains(key);
    if (list == nullptr) return tokens;
    for (const auto& token : list->as_array()) tokens.emplace_back(token.as_string());
    return tokens;
}

/// How often it was there, once it is replaced by ours.
int replace_defect(MojTokens& tokens, const json::object& deviation) {
    const auto theirs = tokens_in(deviation, "theirs");
    const auto ours = tokens_in(deviation, "becomes");
    if (theirs.empty()) return 0;
    const auto found = std::search(tokens.begin(), tokens.end(), theirs.begin(), theirs.end());
    if (found == tokens.end()) return 0;
    const auto at = tokens.erase(found, found + static_cast<std::ptrdiff_t>(theirs.size()));
    tokens.insert(at, ours.begin(), ours.end());
    return 1;
}

void put_around(MojTokens& tokens, const json::object& deviation) {
    const auto first = tokens_in(deviation, "after_first");
    const auto last = tokens_in(deviation, "before_last");
    if (tokens.size() < 2) return;
    tokens.insert(tokens.end() - 1, last.begin(), last.end());
    tokens.insert(tokens.begin() + 1, first.begin(), first.end());
}

/// What MOJ's template makes, with the defects mended that deviations.json names.
MojTokens mended(const std::string& component, const std::string& html) {
    auto tokens = canonical::tokens(html);
    static const auto all = fixtures::read_json("deviations.json");
    const auto* deviations = all.as_object().if_contains(component);
    if (deviations == nullptr) return tokens;
    for (const auto& deviation : deviations->as_array()) {
        put_around(tokens, deviation.as_object());
        replace_defect(tokens, deviation.as_object());
    }
    return tokens;
}

/// Where we mend a defect in the words, theirs do not flow as ours.
bool has_other_words(const MojTokens& theirs, const MojTokens& ours) {
    const auto words = [](MojTokens tokens) {
        std::erase_if(tokens, [](const auto& token) { return token.starts_with('<'); });
        return tokens;
    };
    return words(theirs) != words(ours);
}

}  // namespace

TEST_CASE("our patterns say what the templates of MOJ say of our option sets, but for the defects we mend") {
    std::size_t changes = 0;
    for (const auto& [component, render] : fixtures::moj_renderers()) {
        CAPTURE(component);
        const auto sets = fixtures::golden_sets("moj", component);
        CHECK(sets.size() >= 6);
        for (const auto& set : sets) {
            CAPTURE(set.name);
            const auto made = fixtures::made_of(render, set);
            const auto wanted = mended(component, set.html);
            CHECK(canonical::text_of(made.tokens()) == canonical::text_of(wanted));
            if (!has_other_words(canonical::tokens(set.html), wanted))
                CHECK(canonical::text_of(made.lines()) == canonical::text_of(canonical::lines(set.html)));
            for (const auto& changed : fixtures::changes_of(made.html)) {
                const bool seen = canonical::tokens(made.reading.with_markup(changed)) != wanted;
                if (!seen) FAIL_CHECK("not seen: ", changed);
                ++changes;
            }
        }
    }
    std::printf("%zu changes to the patterns of MOJ, each seen\n", changes);
    CHECK(changes > 1000);
    CHECK(fixtures::golden_components("moj").size() == fixtures::moj_renderers().size());
}

TEST_CASE("each defect of MOJ that we mend is still theirs, and each has its reason") {
    const auto all = fixtures::read_json("deviations.json");
    for (const auto& [component, deviations] : all.as_object()) {
        CAPTURE(std::string(component));
        for (const auto& deviation : deviations.as_array()) {
            CHECK_FALSE(deviation.at("defect").as_string().empty());
            CHECK_FALSE(deviation.at("ours").as_string().empty());
            if (!deviation.as_object().contains("theirs")) continue;
            int found = 0;
            for (const auto& set : fixtures::golden_sets("moj", std::string(component))) {
                auto tokens = canonical::tokens(set.html);
                found += replace_defect(tokens, deviation.as_object());
            }
            CHECK(found > 0);
        }
    }
}

TEST_CASE("a badge is heard in the words given for it, which MOJ's template loses") {
    const auto badge = render(govuk::Badge{.content = "P1", .said_instead = "Priority one"}).str();
    CHECK(badge ==
          "<span class=\"moj-badge\"><span aria-hidden=\"true\">P1</span>"
          "<span class=\"govuk-visually-hidden\">Priority one</span></span>");
}

TEST_CASE("a filter is a form of its own that asks for the list again") {
    const auto filter = render(govuk::Filter{.action = "/disagreements"}).str();
    CHECK(
        filter.starts_with("<div class=\"moj-filter\" data-module=\"moj-filter\">"
                           "<form action=\"/disagreements\" method=\"get\">"));
    CHECK(filter.ends_with("</form></div>"));
}

TEST_CASE("nothing new has no badge") {
    CHECK(render(govuk::NotificationBadge{.count = 0, .said_after = "tasks"}).empty());
}
