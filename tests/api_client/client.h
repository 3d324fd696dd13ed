// A client that knows the words of the API and no policy: it raises, follows `permitted` and the duties up as
// far as it goes, and then back until the record is closed.
#pragma once
#include "api_client/filling.h"
#include "api_client/pack_house.h"

namespace api_client {

class Client {
public:
    Client(PackHouse& house, std::uint64_t seed) : house_(house), filling_(seed) { learn(); }

    bool raise() {
        const auto questions = as(house_.anybody).get("/api/v1/partnerships/" + house_.partnership + "/raise");
        REQUIRE_MESSAGE(questions.status == 200, questions.body);
        filling_.agree(8);
        for (int attempt = 0; attempt < attempts_max * 5; ++attempt) {
            const auto& raiser = filling_.pick(holders_);
            auto answers = filling_.answers(questions.at("fields").get_array(), known(), attempt);
            if (try_raise(raiser.second, answers)) return true;
        }
        return false;
    }

    /// Takes it up whenever somebody may; else does what is owed. True at the top.
    bool climb(int steps) {
        filling_.agree(50);
        for (int i = 0; i < steps; ++i) {
            if (over()) return true;
            if (take_up()) continue;
            if (at_top_) return true;
            if (do_a_duty(Which::Owed, {"settle"}) || do_a_duty(Which::Optional, {}) || look_around()) continue;
            house_.pass(std::chrono::hours{24});
        }
        return at_top_;
    }

    /// Settles it, does what is still owed, and closes the record.
    bool close(int steps) {
        for (int i = 0; i < steps && !over(); ++i) {
            const bool open = phase() == "open";
            if (open && do_any({"confirm_outcome", "propose_outcome", "decide"})) continue;
            if (do_any({"close"}) || do_a_duty(Which::Owed, {}) || do_any({"record_course", "waive"})) continue;
            if (do_a_duty(Which::Optional, {}) || look_around()) continue;
            house_.pass(std::chrono::hours{24});
        }
        return phase() == "closed";
    }

    std::string phase() const { return document_.text("phase"); }
    /// What is still owed, and what the raiser may not do and why.
    std::string describe() {
        look(raiser_);
        std::string text;
        for (const auto& duty : document_.at("duties").get_array()) {
            if (duty.at("state").get_string() == "open")
                text += duty.at("rule").get_string() + " by " + json::to_text(duty.at("owner").at("id")) + "; ";
        }
        for (const auto& no : document_.at("not_permitted").get_array()) {
            const auto& action = no.at("action").get_string();
            if (action == "escalate" || action == "close" || action == "propose_outcome")
                text += action + ": " + no.at("why").get_string() + "; ";
        }
        return text;
    }
    const std::vector<std::string>& stages() const { return stages_; }
    int acted = 0;
    std::string last_refusal;

private:
    static constexpr int attempts_max = 40;

    const api::testing::Caller& as(const std::string& person) { return house_.caller(person); }
    std::string path() const { return "/api/v1/disagreements/" + reference_; }
    Known known() const { return {posts_, agencies_, house_.clock.now()}; }
    bool over() const {
        return phase() == "closed" || phase() == "withdrawn" || phase() == "handed-over";
    }

    /// Who holds which post, as the directory says.
    void learn() {
        std::string cursor;
        do {
            const auto page = as(house_.anybody)
                                  .get("/api/v1/directory/posts?limit=200&partnership=" + house_.partnership +
                                       (cursor.empty() ? "" : "&cursor=" + cursor));
            REQUIRE_MESSAGE(page.status == 200, page.body);
            for (const auto& post : page.at("items").get_array()) {
                posts_.push_back(post.at("id").get_string());
                for (const auto& holder : post.at("holders").get_array())
                    holders_.emplace_back(posts_.back(), holder.at("id").get_string());
            }
            cursor = page.at("next").is_null() ? "" : page.text("next");
        } while (!cursor.empty());
        const auto agencies =
            as(house_.anybody).get("/api/v1/directory/agencies?limit=200&partnership=" + house_.partnership);
        for (const auto& agency : agencies.at("items").get_array())
            agencies_.push_back(agency.at("id").get_string());
    }

    bool try_raise(const std::string& person, json::Object answers) {
        for (int more = 0; more < 4; ++more) {
            const auto body = json::Object().set("partnership", house_.partnership).set("answers", answers);
            const auto raised =
                as(person).post("/api/v1/disagreements", body, api::testing::with_key(next_key()));
            if (raised.status == 201) {
                reference_ = raised.text("reference");
                raiser_ = person;
                look(person);
                return true;
            }
            last_refusal = raised.body;
            const auto* fields = raised.value.find("fields");
            if (!fields) return false;
            for (const auto& [name, value] : filling_.answers(fields->get_array(), known(), more + 1))
                answers.set(name, value);
            for (const auto& field : fields->get_array())
                answers.set(field.at("name").get_string(), filling_.answer(field, known(), more));
        }
        return false;
    }

    void look(const std::string& person) {
        auto seen = as(person).get(path());
        if (seen.status != 200) return;
        document_ = std::move(seen);
        viewer_ = person;
        if (document_.at("stage").is_null()) return;
        const auto stage = document_.at("stage").at("key").get_string();
        if (stages_.empty() || stages_.back() != stage) stages_.push_back(stage);
    }

    std::vector<std::string> holders_of(const std::string& post) const {
        std::vector<std::string> people;
        for (const auto& [id, person] : holders_) {
            if (id == post) people.push_back(person);
        }
        return people;
    }

    /// Everybody who owes something now, and who raised it.
    std::vector<std::string> involved() const {
        std::vector<std::string> people{raiser_, house_.anybody};
        const auto add = [&](const json::Value& post) {
            if (post.is_null()) return;
            for (const auto& person : holders_of(post.at("id").get_string())) {
                if (std::ranges::find(people, person) == people.end()) people.push_back(person);
            }
        };
        for (const auto& duty : document_.at("duties").get_array()) {
            if (duty.at("state").get_string() == "open") add(duty.at("owner"));
        }
        const auto& sides = document_.at("sides");
        const auto add_side = [&](const json::Value& side) {
            if (!side.at("acts").is_null()) add(side.at("acts").at("post"));
            add(side.at("practitioner"));
        };
        add_side(sides.at("raising"));
        for (const auto& side : sides.at("receiving").get_array()) add_side(side);
        return people;
    }

    bool take_up() {
        const auto before = stages_.size();
        for (const auto* action : {"escalate", "go_up_the_line", "jump"}) {
            for (const auto& person : involved()) {
                look(person);
                if (!send_first(person, action)) continue;
                at_top_ = stages_.size() == before && std::string(action) == "escalate";
                return !at_top_;
            }
        }
        return false;
    }

    bool do_any(const std::vector<std::string>& actions) {
        for (const auto& action : actions) {
            for (const auto& person : involved()) {
                look(person);
                if (send_first(person, action)) return true;
            }
        }
        return false;
    }

    bool send_first(const std::string& person, const std::string& action) {
        if (viewer_ != person) return false;
        const auto permitted = document_.at("permitted").get_array();
        return std::ranges::any_of(permitted, [&](const json::Value& one) {
            return one.at("action").get_string() == action && send(person, one);
        });
    }

    /// Something may have to come first: whatever has not been done yet at this stage, and ends nothing.
    bool look_around() {
        static const std::set<std::string> left_alone{"withdraw", "hand_over", "reassign", "correct", "link",
                                                      "reopen",   "waive",     "propose_outcome",
                                                      "reject_outcome", "declare_danger", "decide"};
        for (const auto& person : involved()) {
            look(person);
            const auto permitted = document_.at("permitted").get_array();
            for (const auto& one : permitted) {
                const auto& action = one.at("action").get_string();
                const auto once = stages_.back() + person + action + json::to_text(one.at("about"));
                if (left_alone.contains(action) || !tried_.insert(once).second) continue;
                if (send(person, one)) return true;
            }
        }
        return false;
    }

    enum class Which { Owed, Optional };

    /// The next duty that its owner can do something about, the earliest first.
    bool do_a_duty(Which which, const std::vector<std::string>& but) {
        auto duties = document_.at("duties").get_array();
        const auto due = [](const json::Value& duty) {
            return duty.at("due_at").is_null() ? std::string("9") : duty.at("due_at").get_string();
        };
        std::ranges::stable_sort(duties, {}, due);
        for (const auto& duty : duties) {
            const bool open = duty.at("state").get_string() == "open" &&
                              duty.at("optional").get_bool() == (which == Which::Optional);
            const bool left = std::ranges::find(but, duty.at("what").get_string()) != but.end();
            if (!open || left || duty.at("owner").is_null()) continue;
            for (const auto& person : holders_of(duty.at("owner").at("id").get_string())) {
                look(person);
                if (viewer_ == person && do_duty(person, duty.at("id").get_string())) return true;
            }
        }
        return false;
    }

    bool do_duty(const std::string& person, const std::string& id) {
        const auto duties = document_.at("duties").get_array();
        const auto duty = std::ranges::find_if(duties, [&](const auto& one) {
            return one.at("id").get_string() == id && one.at("state").get_string() == "open";
        });
        if (duty == duties.end()) return false;
        const auto permitted = document_.at("permitted").get_array();
        for (const auto& way : duty->at("ways").get_array()) {
            for (const auto& one : permitted) {
                const bool same = one.at("action") == way.at("action") && one.at("about") == way.at("about");
                if (same && !tried_.contains(id + json::to_text(way)) && send(person, one)) {
                    // Once: should it not have ended the duty, something else must.
                    tried_.insert(id + json::to_text(way));
                    return true;
                }
            }
        }
        return false;
    }

    bool send(const std::string& person, const json::Value& permitted) {
        for (int attempt = 0; attempt < attempts_max; ++attempt) {
            json::Object body;
            if (!permitted.at("acting_for").is_null()) body.set("acting_for", permitted.at("acting_for"));
            body.set("answers", filling_.answers(permitted.at("fields").get_array(), known(), attempt));
            const auto done = as(person).post(
                permitted.at("href").get_string(), body,
                api::testing::with_key(next_key(), document_.at("revision").get_int()));
            if (done.status == 200) {
                ++acted;
                look(person);
                return true;
            }
            last_refusal = permitted.at("action").get_string() + ": " + done.body;
            if (done.status != 422) return false;
        }
        return false;
    }

    std::string next_key() { return "key-" + std::to_string(++keys_); }

    PackHouse& house_;
    Filling filling_;
    std::vector<std::string> posts_, agencies_;
    std::vector<std::pair<std::string, std::string>> holders_;  // post, person
    std::string reference_, raiser_, viewer_;
    api::testing::Response document_;
    std::vector<std::string> stages_;
    std::set<std::string> tried_;
    bool at_top_ = false;
    int keys_ = 0;
};

}  // namespace api_client
