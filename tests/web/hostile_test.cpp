#include "html/html.h"
#include "web/browser.h"

using namespace web::testing;

namespace {

const std::vector<std::string>& hostile() {
    static const std::vector<std::string> strings{
        "<script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "<!--<script>alert(1)//-->",
        "<a href=javascript:alert(1)>x</a>",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "\" onfocus=alert(1) autofocus x=\"",
        "' onmouseover='alert(1)",
        "` onclick=alert(1) `",
        "<iframe src=//evil.example></iframe>",
        "<style>@import'//evil.example'</style>",
        "<base href=//evil.example>",
        "<form action=//evil.example>",
        "<meta http-equiv=refresh content=0>",
        "<input name=_token value=stolen>",
        "</form><form action=//evil.example>",
        "]]><script>alert(1)</script>",
        "<math><mtext></form>",
        "{{7*7}}",
        "${7*7}",
        "<%= 7*7 %>",
        "#{7*7}",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "\\u003cscript\\u003e",
        "'; DROP TABLE events; --",
        "\" OR 1=1 --",
        "../../../../etc/passwd",
        "..\\..\\windows",
        "$(reboot)",
        "`reboot`",
        "| cat /etc/passwd",
        "=HYPERLINK(\"//evil.example\")",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\xE2\x80\xAE"
        "txt.exe",
        "\xE2\x80\x8B"
        "zero width",
        "\xF0\x9F\x92\xA3 bomb",
        "\xCD\x9C"
        "combining",
        "A\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
        "null",
        "undefined",
        "true",
        "0",
    };
    return strings;
}

std::string escaped(const std::string& text) {
    return html::Html(text).str();
}

/// What the house itself writes of scripts, whatever was typed.
std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

bool is_clean(const http::Response& page) {
    return count_of(page.body, "<script") == 2 && count_of(page.body, "<iframe") == 0 &&
           count_of(page.body, "<style") == 0 && count_of(page.body, "<base") == 0 &&
           page.body.find("onerror=alert(1)>") == std::string::npos;
}

}  // namespace

TEST_CASE("fifty hostile strings come back as text from every field of raising") {
    House house;
    Browser teacher(house, "teacher");
    REQUIRE(hostile().size() >= 50);
    const auto draft = answer_pages(teacher, raising(), questions, "/questions/agency").draft();
    for (const auto& text : hostile()) {
        for (const std::string page : {"danger", "agency", "other-side", "child", "topic", "decision", "view", "outcome",
                                       "safety"}) {
            Form form{{"_save", "yes"}};
            for (const auto& [name, value] : raising()) form.emplace_back(name, text);
            REQUIRE(teacher.post(draft + "/questions/" + page, form).status == 303);
            CHECK_MESSAGE(is_clean(teacher.get(draft + "/questions/" + page)), text);
        }
        const auto child = teacher.get(draft + "/questions/child");
        CHECK(child.status == 200);
        CHECK(shows(child, escaped(text)));
        const auto check = teacher.get(draft + "/check");
        CHECK(shows(check, escaped(text)));
        CHECK_MESSAGE(is_clean(check), text);
    }
    CHECK(house.world.rows("register").empty());
}

TEST_CASE("fifty hostile strings are recorded, shown and offered again as text") {
    House house;
    Browser teacher(house, "teacher");
    const std::string reference = house.world.raise();
    const std::string path = "/disagreements/" + reference;
    for (const auto& text : hostile()) {
        CHECK(teacher.fill_in(path + "/act/add_note", {{"note", text}}).status == 303);
        const auto page = teacher.get(path + "?done=" + http::percent_encoded(text));
        CHECK(shows(page, escaped(text)));
        CHECK_MESSAGE(is_clean(page), text);
    }
}

TEST_CASE("hostile strings in addresses and queries are not found, or shown as text") {
    House house;
    Browser teacher(house, "teacher");
    const std::string reference = house.world.raise();
    for (const auto& text : hostile()) {
        const auto word = http::percent_encoded(text);
        for (const std::string& path :
             {"/find?reference=" + word, "/work/your-move?sort=" + word + "&after=" + word,
              "/disagreements/" + reference + "/act/add_note?about=" + word,
              "/disagreements/" + reference + "/act/add_note?for=" + word,
              "/policies/riverside?from-day=" + word, "/sign-in?then=" + word}) {
            const auto page = teacher.get(path);
            CHECK(page.status < 500);
            CHECK_MESSAGE((page.status == 303 || is_clean(page)), path);
        }
        Browser nobody(house);
        const auto sign_in =
            nobody.send(nobody.posting("/sign-in", {{"email", text}, {"password", text}, {"then", text}}));
        CHECK(is_clean(sign_in));
    }
}
