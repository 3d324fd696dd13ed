// Which question stands on which page, for every policy that is kept here.
#include "web/raise_steps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "cli/packs.h"
#include "disagreement/action.h"
#include "disagreement/fields.h"
#include "policy/house_rules.h"

using namespace web;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> all_packs() {
    std::vector<fs::path> packs;
    for (const auto& entry : fs::recursive_directory_iterator("packs")) {
        if (entry.path().filename() == "policy.yaml") packs.push_back(entry.path());
    }
    std::ranges::sort(packs);
    return packs;
}

/// All that raising could ask under a policy, whoever raises it.
std::vector<policy::Field> all_questions(const fs::path& file) {
    const auto loaded = cli::read_pack(file);
    REQUIRE_MESSAGE(loaded, file.string());
    const auto pack = policy::with_house_rules(loaded->pack);
    const calendar::Edition calendar;
    const directory::Directory nobody;
    auto questions = disagreement::fields_of(disagreement::Action::Raise, {}, {pack, calendar, nobody, {}});
    for (auto& field : disagreement::common_fields()) {
        if (field.name == "acting_reason" || field.name.starts_with("said_")) questions.push_back(std::move(field));
    }
    return questions;
}

/// Questions of a page, the words of "another" counted with their choice.
std::ptrdiff_t things_on(const RaisePage& page) {
    return std::ranges::count_if(page.questions, [](const auto& field) { return !field.name.ends_with("_words"); });
}

}  // namespace

TEST_CASE("under every policy each question that can be answered in two ways stands on one page, and few on each") {
    const auto packs = all_packs();
    REQUIRE(packs.size() >= 12);
    for (const auto& file : packs) {
        const auto questions = all_questions(file);
        const auto pages = in_pages(questions);
        std::vector<std::string> asked, expected;
        for (const auto& page : pages) {
            INFO(file.string(), ": ", to_word(page.step));
            CHECK(things_on(page) >= 1);
            const bool of_policy = page.step == RaiseStep::Stage || page.step == RaiseStep::RightWay || page.step == RaiseStep::Dates;
            if (!of_policy) CHECK(things_on(page) <= 4);
            for (const auto& field : page.questions) asked.push_back(field.name);
        }
        for (const auto& field : questions) {
            if (!has_one_answer(field)) expected.push_back(field.name);
        }
        std::ranges::sort(asked);
        std::ranges::sort(expected);
        CHECK_MESSAGE(asked == expected, file.string());
        CHECK(pages.front().step == RaiseStep::Danger);
    }
}

TEST_CASE("a question that nobody foresaw is asked with what the first stage asks") {
    CHECK(step_of("how_the_tide_stood") == RaiseStep::Stage);
    CHECK(step_of("view") == RaiseStep::View);
    CHECK(step_of("excluded_complaint") == RaiseStep::RightWay);
    CHECK(step_of("date_hearing_source") == RaiseStep::Dates);
    const auto pages = in_pages({{.name = "how_the_tide_stood", .label = "How the tide stood"}});
    REQUIRE(pages.size() == 1);
    CHECK(to_word(pages.front().step) == "stage");
}

TEST_CASE("what must be answered and has one answer only is on no page; the other side always is") {
    policy::Field one{.name = "subject", .label = "Who it is about", .kind = policy::FieldKind::OneOf, .required = true,
                      .options = {{"child", "A child"}}};
    CHECK(has_one_answer(one));
    CHECK(in_pages({one}).empty());
    one.required = false;
    CHECK(in_pages({one}).size() == 1);
    one.required = true;
    one.name = "to";
    CHECK(in_pages({one}).size() == 1);
}

TEST_CASE("every page of raising has a word of its own for its address, and belongs to one section of the answers") {
    std::vector<RaiseStep> steps;
    for (const auto& section : raise_sections()) steps.insert(steps.end(), section.steps.begin(), section.steps.end());
    CHECK(steps.size() == static_cast<std::size_t>(RaiseStep::Seats) + 1);
    for (const auto step : steps) {
        CHECK(parse_raise_step(to_word(step)) == step);
        CHECK(std::ranges::count(steps, step) == 1);
        CHECK_FALSE(title_of(step).empty());
    }
    CHECK_FALSE(parse_raise_step("check"));
}
