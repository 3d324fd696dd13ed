#include "govuk/changes.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace fixtures {

namespace {

/// ` class="a b"`, or ` hidden` alone: as html::Element writes them.
struct Written {
    std::size_t begin;  // of the blank before it
    std::size_t value;  // of its first byte; the end where there is no value
    std::size_t end;
    std::string_view name;
};

std::vector<Written> attributes_of_tag(std::string_view html, std::size_t at) {
    std::vector<Written> all;
    while (at < html.size() && html[at] == ' ') {
        const auto begin = at;
        const auto after = html.find_first_of("= >", at + 1);
        const auto name = html.substr(begin + 1, after - begin - 1);
        const bool has_value = html[after] == '=';
        at = has_value ? html.find('"', after + 2) + 1 : after;
        const bool repeated = std::ranges::any_of(all, [&](const auto& one) { return one.name == name; });
        // A browser takes the first of a name and leaves the others.
        if (!repeated) all.push_back({begin, has_value ? after + 2 : at, at, name});
    }
    return all;
}

std::string without(std::string_view html, std::size_t begin, std::size_t end) {
    return std::string(html.substr(0, begin)).append(html.substr(end));
}

void add_changes(std::vector<std::string>& changes, std::string_view html, const Written& attribute) {
    changes.push_back(without(html, attribute.begin, attribute.end));
    if (attribute.value == attribute.end) return;
    const auto last = attribute.end - 1;
    changes.push_back(std::string(html.substr(0, last)).append("x").append(html.substr(last)));
    if (attribute.name != "class") return;
    for (auto from = attribute.value; from < last;) {
        const auto to = std::min(html.find(' ', from), last);
        changes.push_back(without(html, from, to));
        from = to + 1;
    }
}

}  // namespace

std::vector<std::string> changes_of(std::string_view html) {
    std::vector<std::string> changes;
    for (auto open = html.find('<'); open != std::string_view::npos; open = html.find('<', open + 1)) {
        if (html[open + 1] == '/') continue;
        const auto name_end = html.find_first_of(" >", open);
        for (const auto& attribute : attributes_of_tag(html, name_end)) add_changes(changes, html, attribute);
    }
    return changes;
}

}  // namespace fixtures

TEST_CASE("each attribute and each class is lost or altered in turn") {
    CHECK(fixtures::changes_of("<p class=\"a b\"><input hidden id=\"\"></p>") ==
          std::vector<std::string>{
              "<p><input hidden id=\"\"></p>",
              "<p class=\"a bx\"><input hidden id=\"\"></p>",
              "<p class=\" b\"><input hidden id=\"\"></p>",
              "<p class=\"a \"><input hidden id=\"\"></p>",
              "<p class=\"a b\"><input id=\"\"></p>",
              "<p class=\"a b\"><input hidden></p>",
              "<p class=\"a b\"><input hidden id=\"x\"></p>",
          });
}
