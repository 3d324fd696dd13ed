#include "policy/whom.h"

#include <array>
#include <utility>

namespace policy {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

std::string worded(std::string text, Whom whom) {
    if (whom == Whom::Child) return text;
    const std::string one = whom == Whom::Adult ? "adult" : "person";
    const std::string article = whom == Whom::Adult ? "an " : "a ";
    const std::array<std::pair<std::string, std::string>, 9> words{{
        {"child protection", "safeguarding"},
        {"children's social care", whom == Whom::Adult ? "adult social care" : "social care"},
        {"Children's social care", whom == Whom::Adult ? "Adult social care" : "Social care"},
        {"parents or carers", "family or carers"},
        {"a child or family", article + one + " or family"},
        {"A child", (whom == Whom::Adult ? "An " : "A ") + one},
        {"a child", article + one},
        {"The child", "The " + one},
        {"child", one},
    }};
    for (const auto& [from, to] : words) replace_all(text, from, to);
    return text;
}

std::string worded(std::string text, const Pack& pack) {
    return worded(std::move(text), pack.scope.whom);
}

}  // namespace policy
