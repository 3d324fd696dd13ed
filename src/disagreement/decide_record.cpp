// Acts on the record itself: forms, posts, roles, answers and corrections.
#include "base/text.h"
#include "disagreement/conditions.h"
#include "disagreement/forms.h"
#include "disagreement/fulfilment.h"
#include "disagreement/owners.h"
#include "disagreement/steps.h"
#include "policy/asking.h"

#include <algorithm>
#include <cctype>

namespace disagreement {
namespace {

using H = Happening;
using No = std::optional<base::Refusal>;

bool is_filled_in(const policy::Section& section, const policy::Answers& answers) {
    return std::ranges::any_of(section.fields, [&](const auto& field) { return !answers.text(field.name).empty(); });
}

/// The answers of this form as they will stand: later questions of it may depend on earlier ones.
No incomplete(const Request& request, const policy::Form& form, const std::vector<const policy::Section*>& own) {
    const auto& answers = request.command.answers;
    for (const auto& group : form.exactly_one_of) {
        std::vector<std::string> titles, firsts;
        int filled = 0;
        for (const auto* section : own) {
            if (std::ranges::find(group, section->key) == group.end()) continue;
            titles.push_back("'" + section->title + "'");
            firsts.push_back(section->fields.empty() ? request.about : section->fields.front().name);
            if (is_filled_in(*section, answers)) ++filled;
        }
        if (titles.size() < 2 || filled == 1) continue;
        return refuse("exactly_one", "fill in exactly one of " + base::join(titles, " and "),
                      firsts.front(), form.source.clause);
    }
    for (const auto* section : own) {
        if (is_alternative(form, section->key) && !is_filled_in(*section, answers)) continue;
        for (const auto& field : section->fields) {
            const bool asked = !field.when || holds(*field.when, request.state, request.setting.pack);
            if (field.required && asked && answers.text(field.name).empty()) {
                return refuse("answer_missing", policy::asked_for(field), field.name, form.source.clause);
            }
        }
    }
    return {};
}

No not_own(const Request& request, const policy::Form& form, const std::vector<const policy::Section*>& own) {
    for (const auto& section : form.sections) {
        if (std::ranges::find(own, &section) != own.end() || !is_filled_in(section, request.command.answers)) continue;
        return refuse("not_your_section", "'" + section.title + "' is not for you to fill in", section.fields.front().name, form.source.clause);
    }
    return {};
}

/// A form marked as carrying no child details refuses them.
No names_the_family(const Request& request, const policy::Form& form) {
    if (form.child_details) return {};
    for (const auto& [name, values] : request.command.answers.values) {
        for (const auto& value : values) {
            for (const auto& word : request.setting.family_words) {
                if (word.empty() || !base::contains_word(base::lower(value), base::lower(word))) continue;
                return refuse("names_the_family", "this form carries no details of a child or family: take out what names them",
                              name, form.source.clause);
            }
        }
    }
    return {};
}

/// Actions planned in a form become outstanding points, each pursued by its owner.
No plan_actions(Events& events, const Request& request, const policy::Form& form) {
    const auto& answers = request.command.answers;
    for (int i = 1; i <= form.dated_actions; ++i) {
        const std::string name = "action_" + std::to_string(i);
        const std::string& owner = answers.text(name + "_owner");
        const std::string& by = answers.text(name + "_by");
        const std::string number = std::to_string(i);
        if (answers.text(name).empty() && owner.empty() && by.empty()) continue;
        if (answers.text(name).empty()) return refuse("answer_missing", "Enter what action " + number + " is", name, form.source.clause);
        if (owner.empty()) return refuse("answer_missing", "Select which side does action " + number, name + "_owner", form.source.clause);
        if (by.empty()) return refuse("answer_missing", "Enter by when action " + number + " is to be done", name + "_by", form.source.clause);
        add_point(events, request, owner, by, answers.text(name));
    }
    auto& submitted = events.front();
    std::erase_if(submitted.open.values, [](const auto& answer) { return answer.first.starts_with("action_"); });
    std::erase_if(submitted.sealed, [](const auto& answer) { return answer.name.starts_with("action_"); });
    return {};
}

}  // namespace

Decision decide_form(const Request& request) {
    const auto& form = *policy::find_form(request.setting.pack, request.about);
    const auto own = own_sections(form, request.state, request.setting, request.duties, request.acting);
    if (auto no = not_own(request, form, own)) return tl::unexpected(*no);
    if (auto no = incomplete(request, form, own)) return tl::unexpected(*no);
    if (auto no = names_the_family(request, form)) return tl::unexpected(*no);
    Events events{event_of(request, H::FormSubmitted, form.key)};
    if (auto no = plan_actions(events, request, form)) return tl::unexpected(*no);
    return events;
}

/// Seats that a post sits in for, of which the new post takes those of its own agency; where it is of
/// none of them, the first, for nobody sits on both sides.
std::vector<std::string> stand_in_seats(const State& state, const PostId& from, const directory::Post& to) {
    const Visit* visit = find_last_visit(state);
    if (!visit) return {};
    std::vector<std::string> all, own;
    const auto look = [&](const Seat& seat, const std::string& word, const AgencyId& agency) {
        if (!seat.stand_in || seat.post != from) return;
        all.push_back(word);
        if (agency == to.agency) own.push_back(word);
    };
    look(visit->raising, "raising", state.raising.agency);
    for (const auto& [agency, seat] : visit->receiving) look(seat, agency.get(), agency);
    if (!own.empty()) return own;
    return all.empty() ? all : std::vector{all.front()};
}

namespace {

No nobody_fills(const directory::Post& post, const Request& request, const std::string& field) {
    const auto today = calendar::local_date(request.setting.now, request.setting.calendar.zone);
    if (is_held(post, today, request.setting.excluded)) return {};
    return refuse("nobody_fills", "nobody holds '" + post.title + "' who could act: choose another post", field, "house ALL-3");
}

/// Whoever decides, or must be satisfied, is of neither side: not only on none, but of no agency concerned.
No takes_sides(const policy::CaseRole& role, const directory::Post& post, const Request& request) {
    if (!policy::has_say(request.setting.pack, role.key)) return {};
    const auto [side, agency] = side_of(request.state, post.id);
    const bool concerned = post.agency == request.state.raising.agency || find_party(request.state, post.agency);
    if (side == Side::Partnership && !concerned) return {};
    return refuse("both_sides", "the " + role.title + " has a say in how this ends: '" + post.title +
                  "' is of one side or of an agency concerned", "post", role.source.clause);
}

/// The same of whoever takes over a post that was named for roles.
No takes_sides(const PostId& from, const directory::Post& to, const Request& request) {
    for (const auto& [key, named] : request.state.roles) {
        const auto* role = named == from ? policy::find_role(request.setting.pack, key) : nullptr;
        auto no = role ? takes_sides(*role, to, request) : No{};
        if (!no) continue;
        no->field = "to";
        return no;
    }
    return {};
}

}  // namespace

Decision decide_reassign(const Request& request) {
    const PostId from(request.command.answers.text("from"));
    const PostId to(request.command.answers.text("to"));
    const auto* post = request.setting.directory.find_post(to);
    if (!post) return tl::unexpected(refuse("no_such_post", "'" + to.get() + "' is not a post in the directory", "to"));
    if (auto no = nobody_fills(*post, request, "to")) return tl::unexpected(*no);
    const auto taking_part = everyone(request.state);
    const bool office_post = std::ranges::any_of(request.state.offices, [&](const auto& office) { return office.second == from; });
    if (!office_post && std::ranges::find(taking_part, from) == taking_part.end()) {
        return tl::unexpected(refuse("no_such_post", "'" + from.get() + "' has no part in this disagreement", "from"));
    }
    const auto [side, agency] = side_of(request.state, from);
    const auto [other, theirs] = side_of(request.state, to);
    const bool crosses = other != Side::Partnership && (other != side || theirs != agency);
    if (side != Side::Partnership && crosses) {
        return tl::unexpected(refuse("both_sides", "that post is on the other side", "to", "house ALL-3"));
    }
    const bool own_side = request.acting.side == Side::Partnership || request.acting.agency == agency;
    if (!own_side) return tl::unexpected(refuse("not_yours", "only its own side or the partnership may reassign that post", "from", "house ALL-3"));
    Event event = event_of(request, H::Reassigned);
    const auto seats = stand_in_seats(request.state, from, *post);
    if (auto no = seats.empty() ? takes_sides(from, *post, request) : No{}) return tl::unexpected(*no);
    const bool to_raising = std::ranges::find(seats, std::string("raising")) != seats.end();
    const bool on_raising = raising_posts(request.state).contains(to);
    const bool on_receiving = other == Side::Receiving;
    if (!seats.empty() && (to_raising ? on_receiving : on_raising)) {
        return tl::unexpected(refuse("both_sides", "that post is on the other side", "to", "house ALL-3"));
    }
    if (!seats.empty()) event.open.values["seats"] = seats;
    return Events{std::move(event)};
}

Decision decide_role(const Request& request) {
    const auto* role = policy::find_role(request.setting.pack, request.about);
    const auto* post = request.setting.directory.find_post(PostId(request.command.answers.text("post")));
    if (!post) return tl::unexpected(refuse("no_such_post", "that is not a post in the directory", "post"));
    const bool fits = role->kinds.empty() || std::ranges::find(role->kinds, post->kind) != role->kinds.end();
    if (!fits) {
        return tl::unexpected(refuse("wrong_post", "'" + post->title + "' cannot be " + policy::in_a_sentence(role->title) + ". Choose " +
                                     policy::one_of_kinds(role->kinds), "post", role->source.clause));
    }
    if (auto no = nobody_fills(*post, request, "post")) return tl::unexpected(*no);
    if (auto no = takes_sides(*role, *post, request)) return tl::unexpected(*no);
    return Events{event_of(request, H::RoleNamed, role->key)};
}

namespace {

/// What one side has said is not put right by the other.
bool may_correct(const Request& request, const Event& wrong) {
    const Acting& acting = request.acting;
    if (is_office(request.state, acting.post) || acting.post == wrong.by.post) return true;
    const bool on_a_side = acting.side == Side::Raising || acting.side == Side::Receiving;
    return on_a_side && acting.side == wrong.by.side && acting.agency == wrong.by.agency;
}

}  // namespace

Decision decide_correction(const Request& request) {
    const auto& answers = request.command.answers;
    const std::string& number = answers.text("event");
    const bool digits = !number.empty() && number.size() < 7 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t revision = digits ? std::stoul(number) : 0;
    if (revision < 1 || revision > request.state.history.size()) {
        return tl::unexpected(refuse("no_such_entry", "there is no entry '" + number + "' to correct", "event"));
    }
    const Event& wrong = request.state.history[revision - 1].event;
    const std::string& field = answers.text("field");
    if (!may_correct(request, wrong)) {
        return tl::unexpected(refuse("not_yours", "entry " + number + " is put right by whoever made it, their own side, or the partnership",
                                     "event", "house ALL-4"));
    }
    const bool is_sealed = std::ranges::find(wrong.sealed, field, &SealedAnswer::name) != wrong.sealed.end();
    if (!is_sealed && !wrong.open.has(field)) {
        return tl::unexpected(refuse("no_such_entry", "entry " + number + " has no answer '" + field + "'", "field"));
    }
    Event event = event_of(request, H::Corrected, number);
    if (is_sealed) {
        for (auto& sealed : event.sealed) {
            const auto original = std::ranges::find(wrong.sealed, field, &SealedAnswer::name);
            if (sealed.name == "value") sealed.privacy = original->privacy;
        }
        return Events{std::move(event)};
    }
    const auto& scope = request.setting.pack.scope;
    const policy::WordList* list = field == "topic" ? &scope.topics : field == "kind" ? &scope.kinds : field == "concern" ? &scope.concerns : nullptr;
    const bool known = list && std::ranges::find(list->words, answers.text("value"), &policy::Word::key) != list->words.end();
    if (!known) return tl::unexpected(refuse("not_corrected_so", "only texts, the topic, the kind and the concern are corrected this way", "value"));
    std::erase_if(event.sealed, [](const auto& answer) { return answer.name == "value"; });
    event.open.set("value", answers.text("value"));
    return Events{std::move(event)};
}

Decision decide_answer(const Request& request) {
    if (request.about.empty()) return tl::unexpected(refuse("which_agency", "say for which receiving agency you answer", "about"));
    Event event = event_of(request, H::Answered, request.command.answers.text("answer"));
    return Events{std::move(event)};
}

}  // namespace disagreement
