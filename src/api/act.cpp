// Acting: every verb of the engine, by the name under which it is offered.
#include "api/body.h"
#include "api/disagreement_json.h"
#include "api/done.h"
#include "api/endpoints.h"
#include "api/query.h"
#include "api/refusal.h"
#include "app/reference.h"
#include "disagreement/fields.h"

namespace api {
namespace {

using disagreement::Action;
using disagreement::Command;

struct Acting {
    std::string reference;
    store::Revision seen;
    Command command;
};

/// Which disagreement and action; 404 where there can be none.
Or<Acting> read_address(const Asked& asked) {
    const auto reference = app::parse_reference(asked.parameter("reference"));
    if (!reference) return stop(problem_of(app::not_found()));
    const auto action = disagreement::parse_action(asked.parameter("action"));
    // Raising has an address of its own, and what time brings is recorded by the service.
    if (!action || *action == Action::Raise || *action == Action::Expire)
        return stop(not_there("there is no action of that name"));
    return Acting{*reference, {}, {.id = {}, .action = *action}};
}

Or<Acting> read_acting(const Asked& asked) {
    auto acting = read_address(asked);
    if (!acting) return acting;
    const auto seen = if_match(asked.request);
    if (!seen) return tl::unexpected(seen.error());
    const auto key = idempotency_key(asked.request);
    if (!key) return tl::unexpected(key.error());
    const auto body = read_json(asked.request);
    if (!body) return tl::unexpected(body.error());
    json::Faults faults;
    json::Reader reader(*body, faults);
    auto sent = read_sent(reader, faults);
    reader.finish();
    if (!faults.empty()) return stop(unfit(faults));
    acting->seen = *seen;
    acting->command.id = *key;
    acting->command.happened_at = sent.happened_at;
    acting->command.acting_for = app::PostId(sent.acting_for);
    acting->command.answers = std::move(sent.answers);
    return acting;
}

/// Every wrong answer, not the first alone.
Problem explained(const UseCases& use, const Asked& asked, const Acting& acting, const base::Refusal& no) {
    Problem problem = problem_of(no);
    if (!is_about_answers(no)) return problem;
    const auto view = use.reading.open_disagreement(asked.person(), acting.reference);
    if (!view) return problem;
    const auto& at = view->dossier;
    const auto& command = acting.command;
    auto fields =
        disagreement::fields_of(command.action, at.state, at.setting(), command.answers.text("about"));
    for (auto& field : disagreement::common_fields()) fields.push_back(std::move(field));
    name_all(problem, disagreement::check_answers(fields, command.answers, at.state, *at.pack));
    return problem;
}

}  // namespace

http::Response act(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto acting = read_acting(asked);
    if (!acting) return acting.error();
    const auto done =
        use.transact.perform(asked.person(), acting->reference, acting->command, acting->seen);
    if (!done) return reply(explained(use, asked, *acting, done.error()));
    return tell(use, asked, *done, 200);
}

http::Response release_identity(const UseCases& use, const Asked& asked) {
    if (const auto wrong = Query(asked.request).finish()) return reply(*wrong);
    const auto key = idempotency_key(asked.request);
    if (!key) return key.error();
    const auto body = read_json(asked.request);
    if (!body) return body.error();
    json::Faults faults;
    json::Reader reader(*body, faults);
    const auto reason = reader.get_string("reason");
    reader.finish();
    if (!faults.empty()) return reply(unfit(faults));
    const auto reference = app::parse_reference(asked.parameter("reference"));
    if (!reference) return reply(problem_of(app::not_found()));
    const auto released = use.reading.release_identity(asked.person(), *reference, reason, *key);
    if (!released) {
        auto problem = problem_of(released.error());
        if (released.error().field == "reason") problem.errors = {{"/reason", released.error().why}};
        return reply(problem);
    }
    const auto view = use.reading.open_disagreement(asked.person(), *reference);
    if (!view) return reply(problem_of(view.error()));
    auto response = reply(to_json(*view)).with("ETag", tag_of(view->revision()));
    if (released->repeated) response.with("Idempotent-Replayed", "true");
    return response;
}

}  // namespace api
