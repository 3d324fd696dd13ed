// Raising: what it asks in a partnership, and doing it.
#include "api/body.h"
#include "api/done.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "api/refusal.h"
#include "api/words_json.h"
#include "disagreement/fields.h"

namespace api {
namespace {

using disagreement::Action;
using disagreement::Command;

struct Raising {
    std::string partnership;
    Command command;
};

Or<Raising> read_raising(const http::Request& request) {
    const auto key = idempotency_key(request);
    if (!key) return tl::unexpected(key.error());
    const auto body = read_json(request);
    if (!body) return tl::unexpected(body.error());
    json::Faults faults;
    json::Reader reader(*body, faults);
    Raising raising{reader.get_string("partnership"), {.id = *key, .action = Action::Raise}};
    auto sent = read_sent(reader, faults);
    reader.finish();
    if (!sent.about.empty()) faults.push_back({"/about", "raising is about nothing that is there already"});
    if (!faults.empty()) return stop(unfit(faults));
    raising.command.happened_at = sent.happened_at;
    raising.command.acting_for = app::PostId(sent.acting_for);
    raising.command.answers = std::move(sent.answers);
    return raising;
}

/// Every wrong answer; and where posts must be chosen, from which.
Problem explained(const UseCases& use, const Asked& asked, const Raising& raising, const base::Refusal& no) {
    if (no.rule == "not_found")
        return {.status = 422, .rule = no.rule, .why = no.why, .errors = {{"/partnership", no.why}}};
    Problem problem = problem_of(no);
    const auto* partnership = asked.known->find_partnership(raising.partnership);
    auto questions = use.transact.questions(asked.person(), raising.partnership);
    if (partnership && questions && is_about_answers(no)) {
        for (auto& field : disagreement::common_fields()) questions->push_back(std::move(field));
        name_all(problem, disagreement::check_answers(*questions, raising.command.answers, {},
                                                      partnership->pack()));
    }
    const auto seats = use.transact.seats(asked.person(), raising.partnership, raising.command);
    if (seats) problem.fields = to_json(*seats);
    return problem;
}

}  // namespace

http::Response raise_disagreement(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto raising = read_raising(asked.request);
    if (!raising) return raising.error();
    const auto done = use.transact.raise(asked.person(), raising->partnership, raising->command);
    if (!done) return reply(explained(use, asked, *raising, done.error()));
    return tell(use, asked, *done, 201).with("Location", path_of(done->reference));
}

http::Response get_questions(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto key = asked.parameter("partnership");
    const auto questions = use.transact.questions(asked.person(), key);
    if (!questions) return reply(problem_of(questions.error()));
    if (const auto no = use.transact.not_yet(key)) return reply(problem_of(*no));
    const auto& identity = asked.known->find_partnership(key)->pack().identity;
    json::Object policy;
    policy.set("key", identity.key).set("edition", identity.edition);
    policy.set("title", identity.title).set("owner", identity.owner);
    return reply(json::Object()
                     .set("partnership", key)
                     .set("policy", std::move(policy))
                     .set("action", disagreement::to_word(Action::Raise))
                     .set("fields", to_json(*questions))
                     .set("href", std::string(root) + "/disagreements"));
}

}  // namespace api
