#include "app/notices.h"

#include "app/json_forms.h"
#include "app/posts.h"
#include "disagreement/conditions.h"
#include "disagreement/fulfilment.h"
#include "disagreement/owners.h"
#include "policy/words.h"

#include <algorithm>

namespace app {
namespace {

using disagreement::Duty;

/// Where a holder is excluded, nothing goes to a mailbox that they may share.
std::vector<std::string> recipients(const Dossier& dossier, const PostId& post) {
    const auto& known = *dossier.known;
    const auto& excluded = dossier.excluded();
    const auto* known_post = known.directory.find_post(post);
    if (!known_post) return {};
    const auto holders = directory::holders_on(*known_post, dossier.today());
    const bool shared = std::ranges::any_of(holders, [&](const auto& person) { return excluded.contains(person); });
    if (!shared) return {"post/" + post.get()};
    std::vector<std::string> people;
    for (const auto& person : answering_for(known, post, dossier.today(), excluded)) {
        people.push_back("person/" + person.get());
    }
    return people;
}

class Writing {
public:
    explicit Writing(const Step& step) : step_(step) {}

    std::vector<store::Notice> notices() && {
        for (const auto& duty : step_.duties) {
            if (is_open(duty) && is_news(duty)) tell_owner(duty);
        }
        const auto first = step_.before.state.history.size();
        for (std::size_t i = first; i < step_.after.history.size(); ++i) tell_by_policy(i);
        return std::move(notices_);
    }

private:
    bool is_news(const Duty& duty) const {
        const auto* before = disagreement::find_duty(step_.before.duties, duty.id);
        return !before || !is_open(*before) || before->owner != duty.owner;
    }

    void tell_owner(const Duty& duty) {
        json::Object body;
        body.set("reference", step_.before.reference).set("profile", policy::word_of(policy::Profile::ContentFree));
        if (duty.due) body.set("due", forms::moment(duty.due->at));
        tell(duty.owner, step_.after.history.size(), duty.id, "duty", body);
    }

    void tell_by_policy(std::size_t index) {
        const auto& [event, visit] = step_.after.history[index];
        for (const auto& rule : step_.before.pack->notices) {
            const bool caused = std::ranges::any_of(rule.on, [&](const auto& fact) { return disagreement::names(fact, event); });
            if (!caused) continue;
            if (rule.when && !disagreement::holds(*rule.when, step_.after, *step_.before.pack, index + 1, visit)) continue;
            for (const auto& owner : disagreement::owners(rule.to, step_.after, *step_.before.pack, visit, event.agency)) {
                tell(owner.post, index + 1, rule.key, "policy", body_of(rule.profile));
            }
        }
    }

    /// Mail is read by anyone: even a full notice says no more than the register does, and sends people here.
    json::Object body_of(policy::Profile profile) const {
        json::Object body;
        body.set("reference", step_.before.reference).set("profile", policy::word_of(profile));
        if (profile == policy::Profile::ContentFree) return body;
        const auto* visit = disagreement::find_last_visit(step_.after);
        json::Array receiving;
        for (const auto& party : step_.after.receiving) receiving.emplace_back(party.agency.get());
        body.set("topic", step_.after.topic).set("stage", visit ? visit->stage : std::string{});
        body.set("raising", step_.after.raising.agency.get()).set("receiving", std::move(receiving));
        return body;
    }

    void tell(const PostId& post, std::size_t revision, const std::string& rule, const std::string& kind,
              const json::Object& body) {
        for (const auto& recipient : recipients(step_.before, post)) {
            const std::string id = step_.before.reference + "/" + std::to_string(revision) + "/" + rule + "/" + recipient;
            if (!ids_.insert(id).second) continue;
            json::Object whole = body;
            whole.set("rule", rule);
            notices_.push_back({id, kind, recipient, json::to_text(whole)});
        }
    }

    const Step& step_;
    std::set<std::string> ids_;
    std::vector<store::Notice> notices_;
};

}  // namespace

std::vector<store::Notice> notices_of(const Step& step) { return Writing(step).notices(); }

}  // namespace app
