#include "base/text.h"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("a word stands by itself, also among letters and signs beyond ASCII") {
    CHECK(base::contains_word("tim came", "tim"));
    CHECK(base::contains_word("(tim)", "tim"));
    CHECK(base::contains_word("tim's", "tim"));
    CHECK(base::contains_word("\u2018tim\u2019", "tim"));
    CHECK(base::contains_word("then tim\u2014and", "tim"));
    CHECK(base::contains_word("time, tim", "tim"));
    CHECK_FALSE(base::contains_word("time", "tim"));
    CHECK_FALSE(base::contains_word("child_name", "nam"));
    CHECK_FALSE(base::contains_word("timéa", "tim"));
    CHECK_FALSE(base::contains_word("étim", "tim"));
    CHECK_FALSE(base::contains_word("anything", ""));
}

TEST_CASE("a mistyped word finds the one that was meant, a strange one finds none") {
    const std::vector<std::string> known{"stages", "tiers", "forms"};
    CHECK(nearest("stgaes", known) == "stages");
    CHECK(nearest("watermelon", known).empty());
    CHECK(nearest("veiw", {"view"}) == "view");
    CHECK(nearest("7", {"1", "2"}).empty());
}

TEST_CASE("text is UTF-8 only when every byte says so") {
    CHECK(is_utf8("Llŷr"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));          // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // past the last code point
    CHECK_FALSE(is_utf8("abc\xE2\x82"));       // cut short
}

TEST_CASE("text that is cut ends after a whole character, whatever it holds") {
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("Llŷr", 3) == "Ll…");
    CHECK(shortened(std::string(60, '\x80'), 40) == "…");
    CHECK(length_of("Llŷr") == 4);
}

TEST_CASE("what nobody can see, or turns the words around it, is found") {
    CHECK(find_control("a\tb\r\nŷ é") == std::string::npos);
    CHECK(find_control("a\x01") == 1);
    CHECK(find_control("ab\xC2\x85") == 2);            // next line
    CHECK(find_control("ab\xE2\x80\xAE" "c") == 2);     // right to left from here on
    CHECK(find_control("\xC2") == std::string::npos);   // cut short: not text at all
}

TEST_CASE("splitting and joining are each other's undoing") {
    CHECK(join(split("a,b,,c", ','), ",") == "a,b,,c");
    CHECK(split("", ',').size() == 1);
}
