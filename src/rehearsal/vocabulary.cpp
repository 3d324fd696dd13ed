#include "rehearsal/vocabulary.h"

#include "base/text.h"
#include "disagreement/telling.h"

#include <algorithm>

namespace rehearsal {
namespace {

using disagreement::Action;

template <class Things>
Words keys_of(const Things& things) {
    Words keys;
    for (const auto& thing : things) keys.push_back(thing.key);
    return keys;
}

void append(Words& words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
}

void keep_once(Words& words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Where so many are known that a list of them helps nobody.
constexpr std::size_t listed_max = 24;

std::string list_of_known(const Words& known) {
    if (known.empty()) return "there are none here";
    if (known.size() > listed_max) return "there are many; `concordat run` shows those of a scenario, docs/guides/scenarios.md all of the program's own";
    return "there are: " + base::join(known, ", ");
}

Words posts_like(const std::string& word, const Words& posts) {
    const auto dot = word.find('.');
    const std::string agency = word.substr(0, dot) + ".";
    const std::string key = "." + (dot == std::string::npos ? word : word.substr(dot + 1));
    Words like;
    for (const auto& post : posts) {
        if (post.ends_with(key)) like.push_back(post);
    }
    if (!like.empty() || dot == std::string::npos) return like;
    for (const auto& post : posts) {
        if (post.starts_with(agency)) like.push_back(post);
    }
    return like;
}

}  // namespace

const Words& engine_rules() {
    static const Words rules{"settle", "agree", "point", "course", "close", "name-role", "find-post", "consider-taking-up"};
    return rules;
}

Vocabulary::Vocabulary(const Cast& cast, const policy::Pack& pack)
    : stages(keys_of(pack.stages)), forms(keys_of(pack.forms)), meetings(keys_of(pack.meetings)), roles(keys_of(pack.roles)),
      steps(keys_of(pack.steps)), dates(keys_of(pack.dates)), clauses(keys_of(pack.clauses)), duty_rules(engine_rules()) {
    for (const auto& [id, post] : cast.directory.posts()) posts.push_back(id.get());
    for (const auto& [id, agency] : cast.directory.agencies()) agencies.push_back(id.get());
    for (const auto action : disagreement::all_actions()) {
        if (action != Action::Expire) actions.push_back(disagreement::to_word(action));
    }
    append(duty_rules, keys_of(pack.duties));
    for (const auto& stage : pack.stages) append(duty_rules, keys_of(stage.duties));
    keep_once(duty_rules);
    notice_rules = keys_of(pack.notices);
    append(notice_rules, duty_rules);
    notice_rules.push_back(disagreement::date_moved);
    for (const auto& notice : pack.notices) append(left_out, notice.leaves_out);
    keep_once(left_out);
}

std::optional<Subjects> Vocabulary::subjects(Action action) const {
    switch (action) {
        case Action::SubmitForm: return Subjects{"a form of this policy", forms};
        case Action::Convene:
        case Action::Offer:
        case Action::AcceptOffer:
        case Action::DeclineOffer:
        case Action::HoldMeeting: return Subjects{"a meeting of this policy", meetings};
        case Action::Jump: return Subjects{"a stage of this policy", stages};
        case Action::NameRole: return Subjects{"a role of this policy", roles};
        case Action::TakeStep:
        case Action::EndStep: return Subjects{"a step of this policy", steps};
        case Action::SetDate: {
            // Of a duty too: the date that both sides agree.
            Subjects subjects{"a date of this policy, or the rule of a duty", dates};
            append(subjects.known, duty_rules);
            return subjects;
        }
        case Action::Discharge:
        case Action::Waive: return Subjects{"the rule of a duty", duty_rules};
        case Action::SettlePoint:
        case Action::ReplanPoint: return std::nullopt;
        default: return Subjects{"an agency of this cast", agencies};
    }
}

std::string hint_among(const std::string& word, const Words& known) {
    const auto meant = base::nearest(word, known);
    return meant.empty() ? list_of_known(known) : "did you mean '" + meant + "'?";
}

std::string hint_for_post(const std::string& word, const Words& posts) {
    const auto meant = base::nearest(word, posts);
    if (!meant.empty()) return "did you mean '" + meant + "'?";
    const auto like = posts_like(word, posts);
    if (like.size() == 1) return "did you mean '" + like.front() + "'?";
    if (!like.empty()) return "the nearest are: " + base::join(like, ", ");
    return posts.size() > listed_max ? "write it as agency.post, as in " + posts.front() : list_of_known(posts);
}

bool is_among(const std::string& word, const Words& known) {
    return std::ranges::find(known, word) != known.end();
}

}  // namespace rehearsal
