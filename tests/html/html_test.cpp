#include "html/html.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace html;

namespace {

/// What a browser would make of escaped text; only of the five entities that we write.
std::string unescaped(std::string text) {
    const std::pair<std::string, std::string> entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [from, to] : entities) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("what a person typed is text, wherever it stands") {
    const std::string typed = R"(<script>alert("1")</script> & 'more')";
    CHECK(p()(typed).str() ==
          "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;</p>");
    CHECK(div().with("title", "\"><b>")().str() == R"(<div title="&quot;&gt;&lt;b&gt;"></div>)");
}

TEST_CASE("markup is not escaped a second time") {
    CHECK(p("govuk-body")("Due ", strong()("today & tomorrow")).str() ==
          R"(<p class="govuk-body">Due <strong>today &amp; tomorrow</strong></p>)");
}

TEST_CASE("attributes keep their order; an empty optional one and an absent flag leave no trace") {
    const auto field =
        element("input").with("id", "a").with_some("value", "").flag("disabled").flag("checked", false);
    CHECK(field().str() == R"(<input id="a" disabled>)");
    CHECK(a("/x").with_all({{"rel", "next"}, {"data-n", "1"}})("x").str() ==
          R"(<a href="/x" rel="next" data-n="1">x</a>)");
}

TEST_CASE("a void element has no end and takes no children") {
    CHECK(element("br")().str() == "<br>");
    CHECK_THROWS_AS(element("br")("text"), base::Bug);
}

TEST_CASE("a link leads inside the service, to a web address or to a mailbox, never to code") {
    for (const auto* safe :
         {"/cases/1", "?page=2", "#top", "", "next", "a/b:c", "https://example.org/a?b=c#d",
          "HTTP://example.org", "mailto:post@example.org", "/a?next=javascript:x",
          "otpauth://totp/Concordat:a%40b?secret=ABC"}) {
        CAPTURE(safe);
        CHECK(is_safe_url(safe));
    }
    for (const auto* unsafe : {"javascript:alert(1)",
                               "JaVaScRiPt:alert(1)",
                               " javascript:alert(1)",
                               "java\nscript:alert(1)",
                               "java\tscript:alert(1)",
                               "\x01javascript:alert(1)",
                               "data:text/html,x",
                               "otpauth:x",
                               "vbscript:x",
                               "file:///etc/passwd",
                               "//evil.example",
                               "/\\evil.example",
                               "\\\\evil.example",
                               "https:evil",
                               "https:///evil",
                               "http:",
                               "mailto:",
                               "a b",
                               "blob:https://x/1",
                               "view-source:http://x",
                               ":x"}) {
        CAPTURE(unsafe);
        CHECK_FALSE(is_safe_url(unsafe));
    }
    CHECK(a("javascript:alert(1)")("x").str() == R"(<a href="#blocked">x</a>)");
    CHECK(element("form").with("action", "data:x")().str() == R"(<form action="#blocked"></form>)");
    CHECK(element("img").with("src", "//evil.example/x.png")().str() == R"(<img src="#blocked">)");
}

TEST_CASE("names that would carry code are refused") {
    for (const auto* refused : {"onclick", "ONLOAD", "style", "srcdoc", "srcset", "http-equiv", "a b", "a>",
                                "a=", "a\"", "", "-a"}) {
        CAPTURE(refused);
        CHECK_THROWS_AS(Name::checked(refused), base::Bug);
    }
    CHECK(Name::checked("data-once").get() == "data-once");
    CHECK(Name::checked("data-i18n.show-password").get() == "data-i18n.show-password");
}

TEST_CASE("a page is a document, and a script of ours stands in it byte for byte") {
    CHECK(document(element("html")()).str() == "<!DOCTYPE html>\n<html></html>");
    CHECK(script("a && b('c');").str() == "<script>a && b('c');</script>");
}

TEST_CASE("escaped text holds no character with a meaning, and reads back as what went in") {
    CHECK(rc::check([](const std::string& text) {
        const std::string markup = Html(text).str();
        RC_ASSERT(markup.find_first_of("<>\"'") == std::string::npos);
        RC_ASSERT(unescaped(markup) == text);
    }));
}
