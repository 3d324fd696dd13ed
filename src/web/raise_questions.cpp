// Which questions raising shows, and what the answers come to.
#include <algorithm>

#include "disagreement/fields.h"
#include "web/directory_options.h"
#include "web/partnerships.h"
#include "web/raising.h"
#include "web/words.h"

namespace web {
namespace {

using policy::Field;
using policy::Option;

disagreement::Actor actor_for(const Raising& raising, const app::PostId& post) {
    return app::actor_in(*raising.asked.known, raising.partnership, raising.asked.person(), raising.dossier.today(),
                         post);
}

/// Posts of one's own first, then those one manages; apart from them those one may record for.
void add_posts(Raising& raising) {
    const auto own = actor_for(raising, {}).posts;
    std::vector<Option> managed;
    for (const auto& option : post_options(raising.people())) {
        const app::PostId post(option.key);
        const auto mine = own.find(post);
        if (mine != own.end())
            (mine->second == disagreement::Capacity::Manager ? managed : raising.own_posts).push_back(option);
        else if (actor_for(raising, post).records_for_others)
            raising.posts_of_others.push_back(option);
    }
    raising.own_posts.insert(raising.own_posts.end(), managed.begin(), managed.end());
}

/// One's own posts, and that it is for somebody else; without posts of one's own, those of the others.
std::vector<Option> raiser_options(const Raising& raising) {
    auto options = raising.own_posts.empty() ? raising.posts_of_others : raising.own_posts;
    if (!raising.own_posts.empty() && !raising.posts_of_others.empty())
        options.push_back({std::string(for_somebody_else), "I enter it for somebody else, who told me what to say"});
    return options;
}

std::string raising_post_in(const http::Fields& given) {
    const auto chosen = given.get("raiser_post");
    return std::string(chosen == for_somebody_else ? given.get(raised_for) : chosen);
}

std::string agency_of_post(const Raising& raising, std::string_view id) {
    const auto* post = raising.partnership.directory.find_post(app::PostId(std::string(id)));
    return post ? post->agency.get() : "";
}

/// Those that have a post; one's own only where the policy is for that as well.
std::vector<Option> other_agency_options(const Raising& raising, const http::Fields& given) {
    const auto own = agency_of_post(raising, raising_post_in(given));
    std::vector<Option> others;
    for (const auto& option : agency_options(raising.people())) {
        const bool barred = option.key == own && !raising.partnership.pack().scope.own_agency;
        const bool has_posts = !raising.partnership.directory.posts_of(app::AgencyId(option.key)).empty();
        if (!barred && has_posts) others.push_back(option);
    }
    std::ranges::sort(others, {}, &Option::title);
    return others;
}

std::vector<Option> posts_of_agency(const Raising& raising, const std::string& agency, const http::Fields& given) {
    const auto people = raising.people();
    std::vector<Option> posts;
    for (const auto* post : raising.partnership.directory.posts_of(app::AgencyId(agency))) {
        if (post->id.get() == raising_post_in(given)) continue;
        posts.push_back({post->id.get(), title_of(people.directory, post->id) + " (" +
                                             holders_in_words(people.known, post->id, people.today) + ")"});
    }
    std::ranges::sort(posts, {}, &Option::title);
    return posts;
}

void ask_agency(std::vector<Field>& fields, const Raising& raising, const http::Fields& given) {
    const auto to = std::ranges::find(fields, "to", &Field::name);
    if (to == fields.end()) return;
    const std::string agency(given.get(other_agency));
    if (!agency.empty()) to->options = posts_of_agency(raising, agency, given);
    fields.insert(to, {.name = std::string(other_agency),
                       .label = "Which agency's decision or action do you disagree with?",
                       .kind = policy::FieldKind::OneOf,
                       .required = true,
                       .options = other_agency_options(raising, given),
                       .privacy = policy::Privacy::Open});
}

void ask_for_whom(std::vector<Field>& fields, const Raising& raising, const http::Fields& given) {
    const auto own = std::ranges::find(fields, "raiser_post", &Field::name);
    if (own == fields.end()) return;
    own->label = "Which post do you raise it from?";
    own->required = true;
    own->options = raiser_options(raising);
    if (raising.own_posts.empty() || raising.posts_of_others.empty()) return;
    fields.insert(std::next(own), {.name = std::string(raised_for),
                                   .label = "Whose post is it?",
                                   .kind = policy::FieldKind::Post,
                                   .required = given.get("raiser_post") == for_somebody_else,
                                   .options = raising.posts_of_others,
                                   .privacy = policy::Privacy::Open});
}

/// As the engine asks them now, and as a page shows them.
std::vector<Field> shown(const Raising& raising, std::vector<Field> fields, const http::Fields& given) {
    for (auto& field : fields) {
        if (field.name == "start") field.required = true;
    }
    ask_for_whom(fields, raising, given);
    ask_agency(fields, raising, given);
    return fields;
}

disagreement::Command command_from(const http::Fields& given, const std::string& id) {
    disagreement::Command command{.id = id, .action = disagreement::Action::Raise, .answers = read_answers(given)};
    command.answers.values.erase("raiser_post");
    if (const auto post = raising_post_in(given); !post.empty()) command.answers.set("raiser_post", post);
    command.answers = disagreement::without_idle_words(std::move(command.answers));
    command.acting_for = app::PostId(command.answers.text("raiser_post"));
    return command;
}

/// The only post one can raise it from is not asked for; nor the agency of whoever was named already.
void add_certain(http::Fields& given, const Raising& raising) {
    const auto posts = raiser_options(raising);
    if (given.get("raiser_post").empty() && posts.size() == 1) given.set("raiser_post", posts.front().key);
    const auto& others = raising.posts_of_others;
    const std::string chosen(given.get("raiser_post"));
    if (!raising.own_posts.empty() && std::ranges::find(others, chosen, &Option::key) != others.end()) {
        given.set("raiser_post", std::string(for_somebody_else));
        given.set(raised_for, chosen);
    }
    if (chosen == for_somebody_else && others.size() == 1) given.set(raised_for, others.front().key);
    if (!given.get(other_agency).empty()) return;
    const auto agencies = other_agency_options(raising, given);
    const auto named = agency_of_post(raising, given.get("to"));
    if (agencies.size() == 1) given.set(other_agency, agencies.front().key);
    else if (!named.empty()) given.set(other_agency, named);
}

bool is_told(const Problems& problems, const std::string& field) {
    return !field.empty() && std::ranges::find(problems, field, &base::Refusal::field) != problems.end();
}

bool is_asked(const std::vector<Field>& fields, const std::string& name) {
    return std::ranges::find(fields, name, &Field::name) != fields.end();
}

/// What an older edition asked, or another choice would, is not answered with.
void keep_answers_to(const std::vector<Field>& fields, policy::Answers& answers) {
    std::erase_if(answers.values, [&](const auto& answer) { return !is_asked(fields, answer.first); });
}

/// A start that is not open to it any more was not chosen, and a reason is for leaving stages out.
void keep_start(const std::vector<disagreement::Start>& starts, policy::Answers& answers, http::Fields& given) {
    const std::string wanted = answers.text("start");
    const auto chosen = std::ranges::find(starts, wanted, [](const auto& start) { return start.stage->key; });
    if (!wanted.empty() && !starts.empty() && chosen == starts.end()) {
        answers.values.erase("start");
        given.set("start", "");
    }
    if (chosen == starts.end() || !chosen->jump) answers.values.erase("jump_reason");
}

bool says_elsewhere(const base::Refusal& no) {
    return no.rule == "not_for_this";
}

}  // namespace

People Raising::people() const {
    return {*asked.known, partnership.directory, today(asked)};
}

bool has_another_agency(const Raising& raising) {
    http::Fields given;
    if (!raising.own_posts.empty()) given.set("raiser_post", raising.own_posts.front().key);
    return !other_agency_options(raising, given).empty();
}

std::optional<Raising> find_raising(const UseCases& use, const Asked& asked, const std::string& key) {
    const auto* partnership = find_own(asked, key);
    if (!partnership) return std::nullopt;
    auto questions = use.transact.questions(asked.person(), partnership->key);
    if (!questions) return std::nullopt;
    app::Dossier dossier{.reference = {},
                         .known = asked.known,
                         .partnership = partnership,
                         .pack = &partnership->pack(),
                         .now = asked.now};
    dossier.calendar = partnership->calendar_at(asked.now);
    Raising raising{asked, *partnership, std::move(dossier), std::move(*questions), {}};
    add_posts(raising);
    return raising;
}

RaisingSoFar::RaisingSoFar(const Raising& raising, http::Fields given, const std::string& command_id)
    : raising_(raising), given_(std::move(given)) {
    const auto setting = raising.dossier.setting();
    add_certain(given_, raising);
    command_ = command_from(given_, command_id);
    actor_ = actor_for(raising, command_.acting_for);
    auto known = raising.questions;
    for (auto& field : disagreement::common_fields()) known.push_back(std::move(field));
    keep_answers_to(known, command_.answers);
    for (const auto& field : known) {
        if (has_one_answer(field)) command_.answers.set(field.name, field.options.front().key);
    }
    starts_ = disagreement::starts_on_raising(command_, setting, actor_);
    keep_start(starts_, command_.answers, given_);
    auto asked = disagreement::questions_on_raising(command_, setting, actor_);
    keep_answers_to(asked, command_.answers);
    questions_ = shown(raising, std::move(asked), given_);
    pages_ = in_pages(questions_);
    wrong_ = disagreement::check_raising(command_, setting, actor_);
    decision_ = disagreement::decide({}, command_, setting, actor_);
}

const RaisePage* RaisingSoFar::find_page(RaiseStep step) const {
    const auto page = std::ranges::find(pages_, step, &RaisePage::step);
    return page == pages_.end() ? nullptr : &*page;
}

Problems RaisingSoFar::problems_on(const RaisePage& shown_before) const {
    // What was answered on it may have changed what it asks.
    const auto* as_it_is = find_page(shown_before.step);
    const auto& page = as_it_is ? *as_it_is : shown_before;
    Problems problems = check_dates(page.questions, given_);
    const auto add = [&](const base::Refusal& no) {
        const bool here = is_asked(page.questions, no.field) && !says_elsewhere(no);
        if (here && !is_told(problems, no.field)) problems.push_back(no);
    };
    auto fields = page.questions;
    auto answers = read_answers(given_);
    keep_answers_to(fields, answers);
    // Of several agencies each has posts of its own: whether they are in the directory is for the engine to say.
    for (auto& field : fields) {
        if (field.name == "to") field.options.clear();
    }
    for (const auto& no : disagreement::check_answers(fields, answers, {}, raising_.partnership.pack())) add(no);
    for (const auto& no : wrong_) add(no);
    if (problems.empty() && !decision_) add(decision_.error());
    return problems;
}

Problems RaisingSoFar::problems() const {
    Problems all;
    for (const auto& page : pages_) std::ranges::move(problems_on(page), std::back_inserter(all));
    if (all.empty() && !decision_) all.push_back(decision_.error());
    return all;
}

std::optional<base::Refusal> RaisingSoFar::not_for_this() const {
    const auto no = std::ranges::find_if(wrong_, says_elsewhere);
    return no == wrong_.end() ? std::nullopt : std::optional(*no);
}

std::vector<Option> RaisingSoFar::posts_of_further_agencies() const {
    const auto allowed = other_agency_options(raising_, given_);
    std::vector<Option> posts;
    for (const auto& option : post_options(raising_.people())) {
        const auto agency = agency_of_post(raising_, option.key);
        const bool open = std::ranges::find(allowed, agency, &Option::key) != allowed.end();
        if (open && agency != given_.get(other_agency) && option.key != command_.acting_for.get()) posts.push_back(option);
    }
    return posts;
}

std::optional<disagreement::OppositeNumbers> RaisingSoFar::opposite_numbers() const {
    return disagreement::find_opposite_numbers(raising_.dossier.setting(), command_.acting_for,
                                               app::AgencyId(std::string(given_.get(other_agency))));
}

}  // namespace web
