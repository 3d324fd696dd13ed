#include "rehearsal/check_scenario.h"

#include "base/text.h"
#include "calendar/local_time.h"
#include "rehearsal/vocabulary.h"

#include <algorithm>
#include <array>
#include <map>

namespace rehearsal {
namespace {

using disagreement::Action;

std::string quoted(const std::string& word) {
    return "'" + word + "'";
}

/// Without it there is nothing that could be done.
bool needs_subject(Action action) {
    constexpr std::array needing{Action::SubmitForm, Action::Convene, Action::Offer, Action::AcceptOffer, Action::DeclineOffer,
                                 Action::HoldMeeting, Action::Jump, Action::NameRole, Action::TakeStep, Action::EndStep,
                                 Action::Discharge, Action::Waive};
    return std::ranges::find(needing, action) != needing.end();
}

/// As people write it: "2026-11-19 10:00".
std::string readable(std::string at) {
    if (at.size() > 10) at[10] = ' ';
    return at;
}

class Checking {
public:
    Checking(const Cast& cast, const policy::Pack& pack) : words_(cast, pack) {}

    base::Findings all_of(const Scenario& scenario) {
        const Step* before = nullptr;
        for (const auto& step : scenario.steps) {
            in_time(before, step);
            who_and_what(step);
            subject(step);
            sent_again(step);
            if (step.refused) refusal(*step.refused);
            if (step.expect) expectation(*step.expect, step);
            before = &step;
        }
        return std::move(found_);
    }

private:
    void wrong(const base::Place& place, std::string what, std::string hint) {
        found_.push_back({place, std::move(what), std::move(hint), {}});
    }

    void known(const base::Place& place, const std::string& word, const std::string& sort, const Words& all) {
        if (word.empty() || is_among(word, all)) return;
        wrong(place, quoted(word) + " is not " + sort, hint_among(word, all));
    }

    void post(const base::Place& place, const std::string& word) {
        if (word.empty() || is_among(word, words_.posts)) return;
        wrong(place, "there is no such post in cast.yaml: " + quoted(word), hint_for_post(word, words_.posts));
    }

    void in_time(const Step* before, const Step& step) {
        if (!before) return;
        const auto now = calendar::parse_moment(step.at, zone), then = calendar::parse_moment(before->at, zone);
        if (!now || !then || *now >= *then) return;
        wrong(step.written.at("at"), "time runs backwards: this step is at " + readable(step.at) + ", the one before it at " + readable(before->at),
              "put the steps in the order of their times; what happened earlier and is entered now has 'happened'");
    }

    void who_and_what(const Step& step) {
        post(step.written.at("who"), step.who);
        post(step.written.at("for"), step.acts_for);
        post(step.written.at("on_behalf_of"), step.on_behalf_of);
        if (step.does == disagreement::to_word(Action::Expire)) {
            return wrong(step.written.at("does"), "dates that pass are recorded by themselves", "leave 'who' and 'does' out, and let 'at' be later");
        }
        if (!step.does.empty()) {
            known(step.written.at("does"), step.does, "an action", words_.actions);
            if (step.who.empty()) wrong(step.written.place, quoted(step.does) + " is done by nobody", "say 'who' does it, as agency.post");
            return;
        }
        const bool asks = step.expect && step.expect->for_whom.empty() && (!step.expect->permitted.empty() || !step.expect->not_permitted.empty());
        if (!step.who.empty() && !asks) {
            wrong(step.written.at("who"), quoted(step.who) + " does nothing here", "say what it 'does'; to look on at a later time, leave 'who' out");
        }
        for (const auto* part : {"about", "for", "on_behalf_of", "happened", "id", "again", "with", "leaving_out", "refused"}) {
            if (step.written.parts.contains(part)) wrong(step.written.at(part), "'" + std::string(part) + "' belongs to something done, and this step does nothing", "say what is done with 'does'");
        }
    }

    void subject(const Step& step) {
        const auto action = disagreement::parse_action(step.does);
        const auto subjects = action ? words_.subjects(*action) : std::nullopt;
        if (subjects && step.about.empty() && !step.refused && needs_subject(*action)) {
            wrong(step.written.at("does"), quoted(step.does) + " is about " + subjects->sort + ", and none is named", "say which with 'about'; " + hint_among({}, subjects->known));
        }
        // That there is no such thing may be what the scenario shows, where it says in which words.
        const bool shown = step.refused && !step.refused->says.empty();
        if (!subjects || step.about.empty() || shown) return;
        // A duty may also be named by its id: the rule, "@", and where it arose.
        known(step.written.at("about"), step.about.substr(0, step.about.find('@')), subjects->sort, subjects->known);
    }

    /// What is sent under a known id is what was sent under it: anything else the program refuses.
    void same_again(const Step& step, const Step& first) {
        const auto differs = [&](const std::string& part, const std::string& said, const std::string& before) {
            if (said != before) wrong(step.written.at(part), "the first time " + quoted(step.id) + " was sent, " + part + " was " + quoted(before), "send the same again, or give it another id");
        };
        differs("who", step.who, first.who);
        differs("does", step.does, first.does);
        for (const auto& [part, of] : {std::pair{"about", &Step::about}, {"for", &Step::acts_for}, {"on_behalf_of", &Step::on_behalf_of}, {"happened", &Step::happened}}) {
            if (step.written.parts.contains(part)) differs(part, step.*of, first.*of);
        }
        for (const auto& [name, values] : step.with.values) {
            if (values != first.with.list(name)) differs("with/" + name, base::join(values, ", "), base::join(first.with.list(name), ", "));
        }
        if (step.refused) wrong(step.written.at("refused"), "what is sent again is answered as it was the first time", "leave 'refused' out");
    }

    void sent_again(const Step& step) {
        const auto first = step.id.empty() ? sent_.end() : sent_.try_emplace(step.id, &step).first;
        const bool known_id = first != sent_.end() && first->second != &step;
        if (step.again && known_id) same_again(step, *first->second);
        if (step.again && !known_id) {
            wrong(step.written.at("again"), "nothing has been sent before that could be sent again", "give both steps the same 'id', and 'again: yes' to the second");
        }
        if (known_id && !step.again) {
            wrong(step.written.at("id"), "the id " + quoted(step.id) + " has been used before", "say 'again: yes' where the same is sent twice; else give it another id");
        }
    }

    void clause(const base::Place& place, const std::string& word) {
        if (!word.starts_with("house")) known(place, word, "a clause of this policy", words_.clauses);
    }

    void refusal(const ExpectedRefusal& refused) {
        clause(refused.written.at("clause"), refused.clause);
    }

    /// "escalate", "submit_form notice"
    void permission(const base::Place& place, const std::string& said) {
        const auto space = said.find(' ');
        const std::string word = said.substr(0, space);
        known(place, word, "an action", words_.actions);
        const auto action = disagreement::parse_action(word);
        const auto subjects = action ? words_.subjects(*action) : std::nullopt;
        if (!subjects || space == std::string::npos) return;
        const std::string key = said.substr(space + 1);
        known(place, key.substr(0, key.find('@')), subjects->sort, subjects->known);
    }

    void permissions(const Expectation& expect, const Step& step) {
        const auto& written = expect.written;
        for (std::size_t i = 0; i < expect.permitted.size(); ++i) permission(written.at("permitted", i), expect.permitted[i]);
        for (const auto& no : expect.not_permitted) {
            permission(no.written.at("action"), no.action);
            clause(no.written.at("clause"), no.clause);
        }
        post(written.at("expect_for"), expect.for_whom);
        const bool asks = !expect.permitted.empty() || !expect.not_permitted.empty();
        if (asks && expect.for_whom.empty() && step.who.empty()) {
            wrong(written.place, "it is not said to whom it is permitted or not", "add 'expect_for' with the post");
        }
        if (!asks && !expect.for_whom.empty()) {
            wrong(written.at("expect_for"), "nothing is said that could be so for this post", "add 'permitted' or 'not_permitted', or leave 'expect_for' out");
        }
    }

    void expectation(const Expectation& expect, const Step& step) {
        const auto& written = expect.written;
        known(written.at("stage"), expect.stage, "a stage of this policy", words_.stages);
        if (expect.seats) {
            post(expect.seats->written.at("raising"), expect.seats->raising);
            for (std::size_t i = 0; i < expect.seats->receiving.size(); ++i) {
                post(expect.seats->written.at("receiving", i), expect.seats->receiving[i]);
            }
        }
        for (const auto& duty : expect.duties) {
            known(duty.written.at("rule"), duty.rule, "the rule of a duty", words_.duty_rules);
            post(duty.written.at("owner"), duty.owner);
        }
        for (std::size_t i = 0; i < expect.no_duties.size(); ++i) {
            known(written.at("no_duties", i), expect.no_duties[i], "the rule of a duty", words_.duty_rules);
        }
        for (const auto& notice : expect.notices) {
            post(notice.written.at("to"), notice.to);
            known(notice.written.at("rule"), notice.rule, "the rule of a notice or duty", words_.notice_rules);
            for (std::size_t i = 0; i < notice.leaves_out.size(); ++i) {
                known(notice.written.at("leaves_out", i), notice.leaves_out[i], "an answer that a notice leaves out", words_.left_out);
            }
        }
        permissions(expect, step);
    }

    Vocabulary words_;
    std::map<std::string, const Step*> sent_;    // first under each id
    base::Findings found_;
};

}  // namespace

base::Findings check_scenario(const Scenario& scenario, const Cast& cast, const policy::Pack& pack) {
    return Checking(cast, pack).all_of(scenario);
}

base::Findings check_cast(const Cast& cast, const policy::Pack& pack) {
    std::vector<std::string> bodies;
    for (const auto& body : pack.bodies) bodies.push_back(body.key);
    base::Findings found;
    for (const auto& [body, place] : cast.bodies) {
        if (is_among(body, bodies)) continue;
        found.push_back({place, "'" + body + "' is not a body of this policy", hint_among(body, bodies), {}});
    }
    return found;
}

}  // namespace rehearsal
