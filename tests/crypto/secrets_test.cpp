#include "crypto/secrets.h"

#include <doctest/doctest.h>

#include <set>

namespace {

const crypto::PasswordCost cheap{1, 8192};

}  // namespace

TEST_CASE("a password is known again, and only that one") {
    const crypto::Argon2Passwords passwords(cheap);
    const std::string kept = passwords.hash("correct horse");
    CHECK(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
    CHECK(passwords.verify(kept, "correct horse"));
    CHECK_FALSE(passwords.verify(kept, "correct horsf"));
    CHECK_FALSE(passwords.verify(kept, ""));
    CHECK(passwords.hash("correct horse") != kept);
    CHECK_FALSE(passwords.verify("not a hash", "correct horse"));
}

TEST_CASE("without an account every password is wrong") {
    const crypto::Argon2Passwords passwords(cheap);
    CHECK_FALSE(passwords.verify(std::nullopt, "correct horse"));
    CHECK_FALSE(passwords.verify(std::nullopt, ""));
}

TEST_CASE("a hash made more cheaply than today's is outdated") {
    const crypto::Argon2Passwords before(cheap);
    const crypto::Argon2Passwords today(crypto::PasswordCost{2, 16384});
    const std::string kept = before.hash("correct horse");
    CHECK_FALSE(before.outdated(kept));
    CHECK(today.outdated(kept));
    CHECK(today.verify(kept, "correct horse"));
}

TEST_CASE("what a password costs by default is above the floor of ASVS 11.4.2") {
    CHECK(crypto::PasswordCost().memory_bytes >= std::size_t{19} << 20);
    CHECK(crypto::PasswordCost().passes >= 2);
    CHECK(crypto::Argon2Passwords().hash("x").starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
}

TEST_CASE("tokens have 256 bits, ids 128, and none comes twice") {
    crypto::SystemRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = random.token();
        const std::string id = random.id();
        REQUIRE(token.size() == 43);
        REQUIRE(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
                std::string::npos);
        REQUIRE(id.size() == 32);
        seen.insert(token);
        seen.insert(id);
    }
    CHECK(seen.size() == 2000);
    CHECK(random.bytes(20).size() == 20);
    CHECK(random.bytes(0).empty());
}

TEST_CASE("a keyed digest finds the same text again, within one purpose and one installation") {
    const crypto::KeyedDigests digests(crypto::Key::random());
    const crypto::KeyedDigests elsewhere(crypto::Key::random());
    const std::string digest = digests.keyed("child", "a name");
    CHECK(digest.size() == 64);
    CHECK(digests.keyed("child", "a name") == digest);
    CHECK(digests.keyed("child", "a nam") != digest);
    CHECK(digests.keyed("childa", " name") != digest);
    CHECK(elsewhere.keyed("child", "a name") != digest);
    CHECK(digests.of_token("token") == elsewhere.of_token("token"));
    CHECK(digests.of_token("token") != digests.of_token("tokem"));
}

TEST_CASE("texts are equal or not, wherever they differ") {
    const crypto::KeyedDigests digests(crypto::Key::random());
    CHECK(digests.equal("", ""));
    CHECK(digests.equal("abc", "abc"));
    for (const char* other : {"", "ab", "abcd", "xbc", "abx"}) CHECK_FALSE(digests.equal("abc", other));
}
