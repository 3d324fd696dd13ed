// Fills in questions by their kind and their options, knowing nothing of what they mean.
#pragma once
#include <random>

#include "calendar/local_time.h"
#include "json/json.h"

namespace api_client {

/// Where answers come from besides the options: the directory, and today.
struct Known {
    std::vector<std::string> posts;
    std::vector<std::string> agencies;
    base::Moment now;
};

class Filling {
public:
    /// Every other one says as much as it can, and yes; the others say what they must, and no.
    explicit Filling(std::uint64_t seed) : random_(seed), says_more_(seed % 2 == 0) {}

    /// Who says no to everything raises: questions of whether it is for something else come first.
    void agree(int percent) { yes_percent_ = percent; }

    /// At the first attempt what must be answered, with the first option; then by chance.
    json::Object answers(const json::Array& fields, const Known& known, int attempt) {
        json::Object answers;
        for (const auto& field : fields) {
            const bool must = field.at("required").get_bool();
            const bool more = attempt == 0 ? says_more_ : chance(attempt < 4 ? 30 : 60);
            if (!must && !more) continue;
            auto value = answer(field, known, attempt);
            if (!value.is_null()) answers.set(field.at("name").get_string(), std::move(value));
        }
        return answers;
    }

    json::Value answer(const json::Value& field, const Known& known, int attempt) {
        const auto& kind = field.at("kind").get_string();
        const auto& options = field.at("options").get_array();
        if (kind == "yes_no") return json::Value(attempt == 0 ? says_more_ && yes_percent_ > 20 : chance(yes_percent_));
        if (kind == "text") return json::Value(attempt % 4 == 3 ? "1" : "as told");
        if (kind == "long_text") return json::Value("as told");
        if (kind == "date") return json::Value(date(known, 1 + attempt % 9));
        if (kind == "datetime") return json::Value(date(known, 1) + "T09:00");
        if (!options.empty()) return option(kind, options, attempt);
        if (kind == "post") return several(known.posts, attempt);
        if (kind == "agency") return several(known.agencies, attempt);
        return {};
    }

    bool chance(int percent) { return std::uniform_int_distribution{1, 100}(random_) <= percent; }

    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
    }

private:
    std::string date(const Known& known, int days) {
        return calendar::to_iso(calendar::local_date(known.now, "Europe/London") + std::chrono::days{days});
    }

    json::Value option(const std::string& kind, const json::Array& options, int attempt) {
        if (kind == "one_of") return (attempt == 0 ? options.front() : pick(options)).at("key");
        json::Array chosen;
        for (const auto& one : options) {
            const bool too = kind == "many_of" && (says_more_ || chance(50));
            if (chosen.empty() || too) chosen.push_back(one.at("key"));
        }
        if (attempt > 0 && kind != "many_of") chosen = {pick(options).at("key")};
        return chosen;
    }

    json::Value several(const std::vector<std::string>& from, int attempt) {
        if (from.empty()) return {};
        const int wanted = attempt % 2 == 0 ? 1 : std::uniform_int_distribution{2, 8}(random_);
        json::Array chosen;
        for (int i = 0; i < wanted; ++i) {
            const json::Value one(pick(from));
            if (std::ranges::find(chosen, one) == chosen.end()) chosen.push_back(one);
        }
        return chosen;
    }

    std::mt19937_64 random_;
    bool says_more_;
    int yes_percent_ = 50;
};

}  // namespace api_client
