// Which questions raising shows, and what the answers come to.
#include <algorithm>

#include "calendar/local_time.h"
#include "disagreement/fields.h"
#include "disagreement/stages.h"
#include "web/directory_options.h"
#include "web/partnerships.h"
#include "web/raise_form.h"
#include "web/words.h"

namespace web {
namespace {

using policy::Field;

disagreement::Actor actor_for(const Raising& raising, const app::PostId& post) {
    return app::actor_in(*raising.asked.known, raising.partnership, raising.asked.person(),
                         raising.dossier().today(), post);
}

/// Posts of one's own first, then those one manages, then those one may record for.
std::vector<policy::Option> own_post_options(const Raising& raising) {
    const auto own = actor_for(raising, {}).posts;
    std::vector<policy::Option> held, managed, others;
    for (const auto& option : post_options(raising.people())) {
        const app::PostId post(option.key);
        const auto mine = own.find(post);
        if (mine != own.end())
            (mine->second == disagreement::Capacity::Manager ? managed : held).push_back(option);
        else if (actor_for(raising, post).records_for_others)
            others.push_back(option);
    }
    held.insert(held.end(), managed.begin(), managed.end());
    held.insert(held.end(), others.begin(), others.end());
    return held;
}

/// Who could sit on each side where it would start: asked only where the engine wants a choice.
std::vector<Field> seat_questions(const Raising& raising, const http::Fields& given) {
    const auto command = raise_command(given);
    const auto dossier = raising.dossier();
    return disagreement::seats_on_raising(command, dossier.setting(), actor_for(raising, command.acting_for));
}

bool concerns(const Problems& problems, const http::Fields& given, const std::string& name) {
    return given.has(name) || std::ranges::find(problems, name, &base::Refusal::field) != problems.end();
}

std::string statements(const policy::Scope& scope) {
    std::string said;
    for (const auto& origin : scope.origins) {
        if (!origin.must_affirm.empty())
            said += (said.empty() ? "" : " ") + origin.title + ": " + origin.must_affirm + ".";
    }
    return said;
}

/// False where the question has one answer only, or is not for this policy.
bool is_shown(const Field& field, const Raising& raising, const Problems& problems,
              const http::Fields& given) {
    const auto setting = raising.dossier();
    const bool one_start = disagreement::start_options(setting.setting()).size() < 2;
    if (field.name == "start" || field.name == "jump_reason") return !one_start;
    if (field.name == "target_date")
        return std::ranges::any_of(setting.pack->stages, disagreement::wants_target_date);
    if (field.name == "affirm") return !statements(setting.pack->scope).empty();
    if (field.name == "raising_post" || field.name == "receiving_posts")
        return concerns(problems, given, field.name);
    return true;
}

void add_for_others(std::vector<Field>& fields) {
    for (auto& field : disagreement::common_fields()) {
        const bool wanted = field.name == "said_by" || field.name == "said_how" || field.name == "said_at" ||
                            field.name == "acting_reason";
        if (wanted) fields.push_back(std::move(field));
    }
}

}  // namespace

app::Dossier Raising::dossier() const {
    app::Dossier dossier{.reference = {},
                         .known = asked.known,
                         .partnership = &partnership,
                         .pack = &partnership.pack(),
                         .now = asked.now};
    dossier.calendar = partnership.calendar_at(asked.now);
    return dossier;
}

People Raising::people() const {
    return {*asked.known, partnership.directory, today(asked)};
}

std::vector<Field> shown_questions(const Raising& raising, const http::Fields& given,
                                   const Problems& problems) {
    std::vector<Field> shown;
    for (Field field : raising.questions) {
        if (!is_shown(field, raising, problems, given)) continue;
        if (field.name == "raiser_post") {
            field.options = own_post_options(raising);
            field.required = true;
        }
        if (field.name == "start")
            field.options.insert(field.options.begin(), {"", "Where the policy says that it starts"});
        if (field.name == "affirm") field.hint = statements(raising.partnership.pack().scope);
        if (field.name == "raising_post" || field.name == "receiving_posts") {
            const auto seats = seat_questions(raising, given);
            const auto seat = std::ranges::find(seats, field.name, &Field::name);
            if (seat == seats.end()) continue;
            field.options = seat->options;
        }
        shown.push_back(std::move(field));
    }
    add_for_others(shown);
    return shown;
}

http::Fields certain_answers(const Raising& raising) {
    const auto posts = own_post_options(raising);
    return posts.size() == 1 ? http::Fields{{"raiser_post", posts.front().key}} : http::Fields{};
}

disagreement::Command raise_command(const http::Fields& given) {
    disagreement::Command command{.id = std::string(given.get(control::command)),
                                  .action = disagreement::Action::Raise,
                                  .answers = read_answers(given)};
    command.acting_for = app::PostId(command.answers.text("raiser_post"));
    return command;
}

disagreement::Decision rehearse(const Raising& raising, const disagreement::Command& command) {
    const auto dossier = raising.dossier();
    return disagreement::decide({}, command, dossier.setting(), actor_for(raising, command.acting_for));
}

Problems problems_of(const Raising& raising, const http::Fields& given,
                     const disagreement::Command& command) {
    auto fields = raising.questions;
    for (auto& field : disagreement::common_fields()) fields.push_back(std::move(field));
    Problems problems = check_dates(fields, given);
    if (command.acting_for.get().empty()) {
        problems.push_back({"answer_missing", "Select the post from which you raise it", {}, "raiser_post"});
    }
    const auto dossier = raising.dossier();
    const auto actor = actor_for(raising, command.acting_for);
    for (auto& problem : disagreement::check_raising(command, dossier.setting(), actor)) {
        const bool told = std::ranges::find(problems, problem.field, &base::Refusal::field) != problems.end();
        if (!told) problems.push_back(std::move(problem));
    }
    if (!problems.empty()) return problems;
    const auto decision = rehearse(raising, command);
    if (!decision) problems.push_back(decision.error());
    return problems;
}

}  // namespace web
