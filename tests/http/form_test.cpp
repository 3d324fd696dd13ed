#include "http/form.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace http;

namespace {

Request form_of(std::string body, std::string type = "application/x-www-form-urlencoded") {
    Request request;
    request.method = Method::Post;
    request.headers.add("content-type", std::move(type));
    request.body = std::move(body);
    return request;
}

std::string rule_of(const base::Result<Fields>& result) {
    return result ? "" : result.error().rule;
}

}  // namespace

TEST_CASE("the fields of a form arrive decoded, in order, a name as often as it was sent") {
    const auto fields = parse_form(form_of("who=Named+nurse&why=a%26b%3Dc&topic=1&topic=2&empty=&bare"));
    REQUIRE(fields);
    CHECK(fields->get("who") == "Named nurse");
    CHECK(fields->get("why") == "a&b=c");
    CHECK(fields->all("topic") == std::vector<std::string>{"1", "2"});
    CHECK(fields->has("empty"));
    CHECK(fields->get("bare").empty());
    CHECK_FALSE(fields->has("absent"));
}

TEST_CASE("line breaks of a text area are counted once, as people count them") {
    CHECK(parse_form(form_of("t=a%0D%0Ab%0Ac%0Dd"))->get("t") == "a\nb\nc\nd");
}

TEST_CASE("what is not text is refused") {
    CHECK(rule_of(parse_form(form_of("a=%C0%AF"))) == "not_utf8");
    CHECK(rule_of(parse_form(form_of("a=\xFF"))) == "not_utf8");
    CHECK(rule_of(parse_form(form_of("a=%00"))) == "bad_encoding");
    for (const auto* broken : {"a=%", "a=%4", "a=%zz", "%=1", "a=%u0041", "a=% 41"}) {
        CAPTURE(broken);
        CHECK(rule_of(parse_form(form_of(broken))) == "bad_encoding");
    }
}

TEST_CASE("a form has bounds, and says so in words for its user") {
    const FormLimits limits{2, 3, 5};
    CHECK(parse_form(form_of("a=1&b=2"), limits));
    CHECK(rule_of(parse_form(form_of("a=1&b=2&c=3"), limits)) == "too_many_fields");
    CHECK(parse_form(form_of("abc=12345"), limits));
    CHECK(rule_of(parse_form(form_of("abcd=1"), limits)) == "too_long");
    const auto long_answer = parse_form(form_of("why=123456"), limits);
    REQUIRE_FALSE(long_answer);
    CHECK(long_answer.error() ==
          base::Refusal{"too_long", "Your answer must be 5 characters or fewer.", "", "why"});
}

TEST_CASE("only a form is read as one") {
    CHECK(parse_form(form_of("a=1", "Application/X-WWW-Form-Urlencoded; charset=UTF-8")));
    CHECK(rule_of(parse_form(form_of("a=1", "text/plain"))) == "not_a_form");
    CHECK(rule_of(parse_form(form_of("a=1", ""))) == "not_a_form");
    CHECK(rule_of(parse_form(form_of("a=1", "multipart/form-data; boundary=x"))) == "not_a_form");
}

TEST_CASE("any text survives the way through a query") {
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
        const auto fields = parse_query("q=" + percent_encoded(text));
        RC_ASSERT(bool(fields));
        RC_ASSERT(fields->get("q") == text);
    }));
}
