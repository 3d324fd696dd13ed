#include "web/raise_flow.h"

#include <algorithm>

#include "web/draft_parts.h"

namespace web {
namespace {

constexpr std::string_view to_check = "check";

std::string with_then(std::string path, Then then) {
    return then == Then::Check ? path + "?then=" + std::string(to_check) : path;
}

bool in_danger(const RaisingSoFar& so_far) {
    return so_far.given().get("danger") == "yes";
}

/// The page that stands next to the one of this step, in either direction; null at the ends.
const RaisePage* neighbour(const RaisingSoFar& so_far, RaiseStep step, std::ptrdiff_t distance) {
    const auto& pages = so_far.pages();
    const auto here = std::ranges::find(pages, step, &RaisePage::step);
    if (here == pages.end()) return nullptr;
    const auto there = (here - pages.begin()) + distance;
    return there < 0 || there >= std::ssize(pages) ? nullptr : &pages[static_cast<std::size_t>(there)];
}

}  // namespace

Then then_of(const Asked& asked) {
    return asked.request.query.get("then") == to_check ? Then::Check : Then::Next;
}

std::string raise_path(const Raising& raising) {
    return "/raise/" + raising.partnership.key;
}

std::string question_path(const std::string& draft, RaiseStep step, Then then) {
    return with_then(draft_path(draft) + "/questions/" + to_word(step), then);
}

std::string check_path(const std::string& draft) {
    return draft_path(draft) + "/check";
}

std::string danger_path(const std::string& draft, Then then) {
    return with_then(draft_path(draft) + "/call-999", then);
}

std::string elsewhere_path(const std::string& draft) {
    return draft_path(draft) + "/another-way";
}

std::string resume_path(const RaisingSoFar& so_far, Then then) {
    const auto& draft = so_far.command().id;
    for (const auto& page : so_far.pages()) {
        if (!so_far.problems_on(page).empty()) return question_path(draft, page.step, then);
        if (page.step == RaiseStep::RightWay && so_far.not_for_this()) return elsewhere_path(draft);
    }
    return check_path(draft);
}

std::string path_after(const RaisingSoFar& so_far, RaiseStep step, Then then) {
    const auto& draft = so_far.command().id;
    if (step == RaiseStep::RightWay && so_far.not_for_this()) return elsewhere_path(draft);
    if (then == Then::Check) return resume_path(so_far, then);
    const auto* next = neighbour(so_far, step, 1);
    return next ? question_path(draft, next->step, then) : check_path(draft);
}

std::string path_before(const RaisingSoFar& so_far, RaiseStep step, Then then) {
    const auto& draft = so_far.command().id;
    if (then == Then::Check) return check_path(draft);
    const auto* before = neighbour(so_far, step, -1);
    if (!before) return draft_path(draft);
    const bool warned = before->step == RaiseStep::Danger && in_danger(so_far);
    return warned ? danger_path(draft, then) : question_path(draft, before->step, then);
}

std::set<std::string> boxes_of(const RaisePage& page) {
    using Kind = policy::FieldKind;
    std::set<std::string> boxes;
    for (const auto& field : page.questions) {
        boxes.insert(field.name);
        if (field.kind != Kind::Date && field.kind != Kind::DateTime) continue;
        for (const std::string part : {"-day", "-month", "-year", "-time"}) boxes.insert(field.name + part);
    }
    return boxes;
}

http::Fields with_page(const http::Fields& kept, const RaisePage& page, const http::Fields& form) {
    const auto boxes = boxes_of(page);
    http::Fields whole;
    for (const auto& [name, value] : kept) {
        if (!boxes.contains(name)) whole.add(name, value);
    }
    for (const auto& [name, value] : form) {
        if (boxes.contains(name)) whole.add(name, value);
    }
    return whole;
}

}  // namespace web
