#include "app/password_rules.h"

#include <doctest/doctest.h>

#include "app/base32.h"

namespace {

bool is_refused(const std::string& password) {
    return app::find_fault(password, {"Ada Larkspur-Finch", "ada.larkspur@example.org"}).has_value();
}

}  // namespace

TEST_CASE("passwords that stand in every list of guesses are refused, however they are dressed up") {
    for (const auto* guessed :
         {"password1234", "PasswordPassword", "Passw0rd!2026", "P@$$w0rd1234", "welcome12345", "changeme1234",
          "qwerty123456", "qwertyuiop12", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "q1w2e3r4t5y6",
          "123456789012", "abcdefghijkl", "987654321098", "asdfghjkl;12", "1234qwerasdf", "aaaaaaaaaaaa",
          "abcabcabcabc", "iloveyou1234", "football2026", "liverpool!!!1", "summer-winter", "September2026!",
          "administrator", "safeguarding1", "letmeinletmein", "socialworker1", "starwars1977!", "escalation123"}) {
        CAPTURE(guessed);
        CHECK(is_refused(guessed));
    }
}

TEST_CASE("a password may not be about its owner") {
    for (const auto* own : {"larkspur-finch", "adalarkspur1", "ada.larkspur1", "ada.larkspur@example.org",
                            "concordat1234", "Ada Larkspur-Finch!"}) {
        CAPTURE(own);
        CHECK(is_refused(own));
    }
}

TEST_CASE("nobody has to put in a digit, a sign or a capital, and nothing may not be put in") {
    for (const auto* fine :
         {"three quiet words", "seven green bottles standing", "correct horse battery", "83920174659203847561",
          "gjvnwqpzmdkr", "a school by the river bend", "correct\thorse\tbattery", "my cat hates mondays",
          "\xE7\x8C\xAB\xE7\x8C\xAB \xE5\x9C\xA8\xE5\xB1\x8B\xE9\xA1\xB6\xE4\xB8\x8A \xE5\x94\xB1\xE6\xAD\x8C "
          "\xE5\xBE\x88\xE5\x93\x8D \xE5\x92\x8C"}) {
        CAPTURE(fine);
        CHECK_FALSE(is_refused(fine));
    }
}

TEST_CASE("a password has 12 characters at least and 1024 bytes at most, and is text") {
    CHECK(is_refused("elevenchars"));
    CHECK_FALSE(is_refused("twelve chars"));
    std::string longest;
    for (int i = 0; longest.size() < 1024; ++i) longest += std::to_string(i * 7919) + "x";
    longest.resize(1024);
    CHECK_FALSE(is_refused(longest));
    CHECK(is_refused(longest + "y"));
    CHECK(is_refused("bad utf-8 \xC3\x28 bytes"));
}

TEST_CASE("bytes become letters as RFC 4648 has them, without padding") {
    CHECK(app::to_base32("").empty());
    CHECK(app::to_base32("f") == "MY");
    CHECK(app::to_base32("fo") == "MZXQ");
    CHECK(app::to_base32("foo") == "MZXW6");
    CHECK(app::to_base32("foob") == "MZXW6YQ");
    CHECK(app::to_base32("fooba") == "MZXW6YTB");
    CHECK(app::to_base32("foobar") == "MZXW6YTBOI");
    CHECK(app::to_base32(std::string("\xFF\x00", 2)) == "74AA");
    CHECK(app::in_groups("MZXW6YTBOI", ' ') == "MZXW 6YTB OI");
    CHECK(app::in_groups("MZXW", '-') == "MZXW");
}
