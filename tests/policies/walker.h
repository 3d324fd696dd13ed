// Somebody who knows no policy and follows whatever is permitted, by chance.
#pragma once
#include "base/ensure.h"
#include "calendar/local_time.h"
#include "cli/packs.h"
#include "disagreement/action.h"
#include "disagreement/conditions.h"
#include "disagreement/duty.h"
#include "policy/house_rules.h"
#include "rehearsal/scenario.h"
#include "rehearsal/stage_manager.h"
#include "yaml/parse.h"

#include <algorithm>
#include <filesystem>
#include <random>

namespace walking {

/// One thread walks: where threads are watched, which takes twenty times as long, a few walks will do.
#if defined(__SANITIZE_THREAD__)
constexpr int slowness = 20;
#else
constexpr int slowness = 1;
#endif

using namespace disagreement;
namespace fs = std::filesystem;

struct Ground {
    policy::Pack pack;
    rehearsal::Cast cast;
    calendar::Edition calendar;
};

inline Ground ground(const fs::path& folder) {
    auto loaded = cli::read_pack(folder / "policy.yaml");
    base::ensure(loaded.has_value(), "the pack loads");
    const auto text = cli::read_file(folder / "examples" / "cast.yaml");
    base::ensure(text.has_value(), "the cast can be read");
    const auto tree = yaml::parse(*text, "cast.yaml");
    base::ensure(tree.has_value(), "the cast is YAML");
    auto cast = rehearsal::load_cast(*tree);
    base::ensure(cast.has_value(), "the cast loads");
    Ground made{policy::with_house_rules(loaded->pack), std::move(*cast), {}};
    made.calendar.key = made.pack.identity.calendar;
    made.calendar.meetings = made.cast.meetings;
    made.calendar = policy::with_hours_of(made.pack, std::move(made.calendar));
    return made;
}

inline std::vector<fs::path> pack_folders() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::recursive_directory_iterator("packs")) {
        if (fs::exists(entry.path() / "policy.yaml")) folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    return folders;
}

/// How far apart things happen: within days as a rule, or over years.
enum class Pace { Days, Years };

class Walker {
public:
    Walker(const Ground& ground, std::uint64_t seed, Pace pace = Pace::Days) : ground_(ground), random_(seed), pace_(pace) {
        for (const auto& [id, post] : ground.cast.directory.posts()) {
            if (!post.holders.empty()) posts_.push_back(id);
        }
    }

    /// One step: perhaps time passes, then somebody does something that they may do. False where
    /// nobody could do anything.
    bool step() {
        const int hours = pace_ == Pace::Years && chance(25) ? 24 * 60 : 40;
        if (state.phase != Phase::None) now_ += std::chrono::minutes{std::uniform_int_distribution{1, 60 * hours}(random_)};
        expire();
        for (int tries = 0; tries < 40; ++tries) {
            const Actor actor = rehearsal::actor_of(pick(posts_).get(), ground_.cast);
            const Setting setting = this->setting();
            const auto may = permitted(state, setting, actor).permitted;
            if (may.empty()) continue;
            const auto options = chance(60) ? inclined(may) : may;
            const Permitted& chosen = pick(options);
            // Ends are rare, so that walks are long.
            const bool ends = chosen.action == Action::Withdraw || chosen.action == Action::HandOver;
            if (ends && chance(80)) continue;
            const auto events = decide(state, command(chosen), setting, actor);
            last = to_word(chosen.action) + " " + chosen.key + " for " + chosen.acting_for.get();
            if (!events) {
                // Whether something may be raised at all is a matter of what is raised.
                const bool by_a_need = chosen.action == Action::Raise && events.error().rule == "needed_first";
                if (!by_a_need) refused.push_back(events.error());
                continue;
            }
            take(*events);
            return true;
        }
        return false;
    }

    Duties duties_now() const { return duties(state, ground_.pack, ground_.calendar, now_); }

    State state;
    Events events;
    std::string last;
    std::vector<base::Refusal> refused;

private:
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
    }

    /// Once it is settled, most people want to be done with it.
    std::vector<Permitted> inclined(const std::vector<Permitted>& may) const {
        std::vector<Permitted> towards_the_end;
        for (const auto& one : may) {
            const bool ends = one.action == Action::Discharge || one.action == Action::Close;
            const bool agrees = one.action == Action::ConfirmOutcome;
            if (agrees || (ends && state.phase != Phase::Open)) towards_the_end.push_back(one);
        }
        return towards_the_end.empty() ? may : towards_the_end;
    }

    bool chance(int percent) { return std::uniform_int_distribution{1, 100}(random_) <= percent; }

    Setting setting() const { return {ground_.pack, ground_.calendar, ground_.cast.directory, now_, {}, {}}; }

    void take(const Events& more) {
        for (const auto& event : more) {
            state = evolve(std::move(state), event);
            events.push_back(event);
            for (auto& sealed : events.back().sealed) sealed.plain.clear();
        }
    }

    void expire() {
        Actor worker;
        worker.system = true;
        if (state.phase == Phase::None) return;
        for (const auto& duty : duties_now()) {
            if (!duty.overdue) continue;
            Command command{.id = duty.id, .action = Action::Expire};
            command.answers.set("about", duty.id);
            if (const auto recorded = decide(state, command, setting(), worker)) take(*recorded);
        }
    }

    std::vector<std::string> answer(const policy::Field& field) {
        using policy::FieldKind;
        switch (field.kind) {
            case FieldKind::Text: return {field.name == "event" ? "1" : field.name == "field" ? "view" : "as told"};
            case FieldKind::LongText: return {"as told"};
            case FieldKind::Date: {
                const auto today = std::chrono::floor<std::chrono::days>(now_);
                return {calendar::to_iso(today + std::chrono::days{std::uniform_int_distribution{1, 9}(random_)})};
            }
            case FieldKind::DateTime: return {"2027-01-04T09:00"};
            case FieldKind::YesNo: return {chance(field.name.starts_with("excluded_") ? 2 : 50) ? "yes" : "no"};
            case FieldKind::OneOf: return field.options.empty() ? std::vector<std::string>{} : std::vector{pick(field.options).key};
            case FieldKind::ManyOf: {
                std::vector<std::string> several;
                for (const auto& option : field.options) {
                    if (chance(50)) several.push_back(option.key);
                }
                return several;
            }
            case FieldKind::Post: {
                if (!field.options.empty()) return {pick(field.options).key};
                std::vector<std::string> named{pick(posts_).get()};
                if (field.name == "members") while (named.size() < 5) named.push_back(pick(posts_).get());
                if (field.name == "to" && chance(20)) named.push_back(pick(posts_).get());
                return named;
            }
            case FieldKind::Person:
            case FieldKind::Agency: return {};
        }
        return {};
    }

    Command command(const Permitted& chosen) {
        Command command{.id = std::to_string(++sent_), .action = chosen.action, .acting_for = chosen.acting_for};
        for (const auto& field : chosen.fields) {
            // What decides the route, or whether it may be raised at all, is said more often than not.
            const bool decides = field.name == "origin" || field.name == "criteria";
            const bool asked = field.required || chance(chosen.action == Action::Raise && !decides ? 15 : 60);
            auto values = asked ? answer(field) : std::vector<std::string>{};
            if (!values.empty()) command.answers.values[field.name] = std::move(values);
        }
        if (command.action == Action::Raise) {
            command.answers.set("target_date", calendar::to_iso(std::chrono::floor<std::chrono::days>(now_) + std::chrono::days{3}));
            command.answers.set("jump_reason", "as told");
            if (command.answers.has("origin")) command.answers.set("affirm", "yes");
        }
        return command;
    }

    const Ground& ground_;
    std::mt19937_64 random_;
    Pace pace_;
    std::vector<PostId> posts_;
    base::Moment now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 19} + std::chrono::hours{10};
    int sent_ = 0;
};

}  // namespace walking
