#include "api/refusal.h"

#include <algorithm>
#include <array>

namespace api {
namespace {

constexpr std::size_t errors_max = 50;  // enough to mend; more would not be read

struct Status {
    std::string_view rule;
    int status;
};
constexpr std::array known{Status{"not_found", 404},         Status{"revision_mismatch", 412},
                           Status{"race_lost", 409},         Status{"command_reused", 422},
                           Status{"command_id_malformed", 400}};

int status_of(const base::Refusal& no) {
    const auto found = std::ranges::find(known, no.rule, &Status::rule);
    if (found != known.end()) return found->status;
    if (!no.field.empty()) return 422;
    return no.rule == "not_yours" ? 403 : 409;
}

/// Where in what was sent the field stands.
std::string pointer_of(const base::Refusal& no) {
    if (no.rule == "command_reused" || no.rule == "command_id_malformed") return "Idempotency-Key";
    if (no.rule == "revision_mismatch") return "If-Match";
    const bool outside = no.field == "happened_at" || no.field == "about" || no.field == "partnership";
    return json::pointer_to(outside ? "" : "/answers", no.field);
}

bool points_somewhere(const base::Refusal& no) {
    return !no.field.empty() || pointer_of(no).front() != '/';
}

}  // namespace

Problem problem_of(const base::Refusal& no) {
    Problem problem{.status = status_of(no), .rule = no.rule, .why = no.why, .clause = no.clause};
    if (points_somewhere(no)) problem.errors.push_back({pointer_of(no), no.why});
    return problem;
}

bool is_about_answers(const base::Refusal& no) {
    return no.rule.starts_with("answer_") || no.rule == "too_many_answers";
}

void name_all(Problem& problem, const std::vector<base::Refusal>& all) {
    for (const auto& no : all) {
        if (problem.errors.size() >= errors_max) return;
        const json::Fault fault{pointer_of(no), no.why};
        if (std::ranges::find(problem.errors, fault) == problem.errors.end()) problem.errors.push_back(fault);
    }
}

}  // namespace api
