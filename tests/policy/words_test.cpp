#include "policy/words.h"

#include "policy/describe.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <set>

using namespace policy;

namespace {

/// Every word of a closed list is written once and reads back as what it means.
template <class E>
void reads_back() {
    std::set<std::string_view> words;
    for (const auto& named : words_of<E>()) {
        CHECK(find_word<E>(named.word) == named.value);
        CHECK(word_of(named.value) == named.word);
        CHECK(words.insert(named.word).second);
    }
    CHECK_FALSE(find_word<E>("no such word").has_value());
}

}  // namespace

TEST_CASE("every word of a closed list reads back as what it means") {
    reads_back<Happening>();
    reads_back<What>();
    reads_back<Ask>();
    reads_back<Strength>();
    reads_back<Silence>();
    reads_back<StageKind>();
    reads_back<TierRow::From>();
    reads_back<Members::From>();
    reads_back<Meeting::Effect>();
    reads_back<Then>();
    reads_back<Profile>();
    reads_back<FieldKind>();
    reads_back<Privacy>();
    reads_back<calendar::Convention>();
}

TEST_CASE("a fact is a happening, and perhaps which one") {
    CHECK(parse_fact("settled") == Fact{Happening::Settled});
    CHECK(parse_fact("form-submitted:stage-3-alert") == Fact{Happening::FormSubmitted, "stage-3-alert"});
    CHECK(to_word(Fact{Happening::FormSubmitted, "stage-3-alert"}) == "form-submitted:stage-3-alert");
    CHECK_FALSE(parse_fact("form-submitted:").has_value());
    CHECK_FALSE(parse_fact("").has_value());
    CHECK(parse_fact("setled").error().why == "no fact is called 'setled'; did you mean 'settled'?");
    CHECK(parse_happening("stage-opened") == Happening::StageOpened);
    CHECK(happening_words().size() == 55);
}

TEST_CASE("whom a rule means reads back as it was written") {
    for (const auto* word : {"nobody", "raising", "raising:team-manager", "receiving", "receiving:director",
                             "both", "everyone", "raiser", "role:iro", "partnership:business-manager",
                             "above:raising", "above:receiving", "above:raiser"}) {
        const auto who = parse_who(word);
        REQUIRE_MESSAGE(who.has_value(), word);
        CHECK(to_word(*who) == word);
    }
}

TEST_CASE("whom nobody could mean is refused with what could be meant") {
    CHECK(parse_who("rasing").error().why ==
          "'rasing' names nobody that the language knows; did you mean 'raising'?");
    CHECK(parse_who("both:sides").error().why.starts_with("'both' stands alone"));
    CHECK_FALSE(parse_who("role").has_value());
    CHECK_FALSE(parse_who("role:").has_value());
    CHECK_FALSE(parse_who("raising:").has_value());
    CHECK_FALSE(parse_who("raising:Team Manager").has_value());
    CHECK_FALSE(parse_who("above:director").has_value());
    CHECK_FALSE(parse_who("").has_value());
}

TEST_CASE("a key is small letters and digits in groups") {
    for (const auto* key : {"a", "stage-1", "stage_1", "2a", "a-b_c"}) CHECK_MESSAGE(is_key(key), key);
    for (const auto* text : {"", "-", "a-", "-a", "a--b", "A", "a b", "a:b", "é", "a/b"})
        CHECK_FALSE_MESSAGE(is_key(text), text);
    CHECK(is_key(std::string(64, 'a')));
    CHECK_FALSE(is_key(std::string(65, 'a')));
}

TEST_CASE("theorem: reading a who or a fact never fails badly, and what is read is written the same") {
    CHECK(rc::check([](const std::string& text) {
        if (const auto who = parse_who(text)) RC_ASSERT(to_word(*who) == text);
        if (const auto fact = parse_fact(text)) RC_ASSERT(to_word(*fact) == text);
    }));
}

TEST_CASE("a limit says by which convention it counts, and so does each of its cases") {
    Clock clock;
    clock.limit = {3, calendar::Unit::CalendarDay};
    clock.convention = calendar::Convention::DayAfterStartIsDayOne;
    Condition urgent{.op = Condition::Op::Is, .ask = Ask::Danger, .words = {"yes"}};
    clock.cases = {{.when = urgent, .limit = {24, calendar::Unit::Hour}, .convention = calendar::Convention::WallClock}};
    const auto said = in_words(clock);
    CHECK(said.starts_with("within 3 calendar days, counted by day after start is day one; 24 hours where"));
    CHECK(said.ends_with(", counted by wall clock"));
}
