#include "http/cookie.h"

#include <doctest/doctest.h>

#include "base/ensure.h"

using namespace http;

TEST_CASE("cookies are read in order, and what is no cookie is passed over") {
    CHECK(parse_cookies("session=abc; theme=\"plain\";  other=a=b") ==
          Fields{{"session", "abc"}, {"theme", "plain"}, {"other", "a=b"}});
    CHECK(parse_cookies("=x; novalue; ; sess ion=1; ok=1") == Fields{{"ok", "1"}});
    CHECK(parse_cookies("").empty());
}

TEST_CASE("off loopback a cookie is bound to this host and to TLS") {
    CHECK(set_cookie({"session", "abc-1", std::nullopt}, Exposure::Tls) ==
          "__Host-session=abc-1; Path=/; HttpOnly; SameSite=Lax; Secure");
    CHECK(cookie_name("session", Exposure::Tls) == "__Host-session");
}

TEST_CASE("on loopback a browser would drop a Secure cookie, so it is plain there") {
    CHECK(set_cookie({"session", "", std::chrono::seconds(0)}, Exposure::Loopback) ==
          "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST_CASE("a cookie cannot smuggle in a second one") {
    CHECK_THROWS_AS(set_cookie({"session", "a; Domain=evil", std::nullopt}, Exposure::Tls), base::Bug);
    CHECK_THROWS_AS(set_cookie({"session", "a\r\nX: y", std::nullopt}, Exposure::Tls), base::Bug);
    CHECK_THROWS_AS(set_cookie({"a b", "", std::nullopt}, Exposure::Tls), base::Bug);
}
