// Text is broken before it is drawn: no line is wider than its box.
#include "diagram/letters.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace diagram;

TEST_CASE("no line is wider than it may be, and no word is lost") {
    const std::string text =
        "Complete the notification to the chair of the subgroup, and tell everybody who took part how it "
        "ended";
    for (const double width : {20.0, 35.0, 60.0, 200.0}) {
        const auto lines = wrapped(text, width, {});
        for (const auto& line : lines) CHECK(width_of(line, {}) <= width);
        CHECK(base::join(lines, " ") == text);
    }
    CHECK(wrapped(text, 200, {}).size() == 1);
}

TEST_CASE("a word that is wider than its box stands alone rather than being cut") {
    const auto lines = wrapped("a multidisciplinarily-minded approach", 10, {});
    CHECK(lines == std::vector<std::string>{"a", "multidisciplinarily-minded", "approach"});
}

TEST_CASE("bold text is wider than plain, and a letter of several bytes is one letter") {
    const Letters bold{.weight = Weight::Bold};
    CHECK(width_of("Stage 1", bold) > width_of("Stage 1", {}));
    CHECK(width_of("ŵ", {}) == width_of("ŷ", {}));
    CHECK(width_of("ŵŵ", {}) == doctest::Approx(2 * width_of("ŵ", {})));
}
