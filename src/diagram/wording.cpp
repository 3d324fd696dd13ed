#include "diagram/wording.h"

#include <algorithm>

#include "base/text.h"
#include "policy/describe.h"
#include "policy/wording.h"

namespace diagram {
namespace {

using policy::Happening;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What was done with a thing of the policy's own, as a sentence.
std::string as_sentences(const policy::Pack& pack, std::string text) {
    const auto done = [&](const std::string& happening, const std::string& title, const std::string& meant) {
        const auto said = happening + " ('" + title + "')", sentence = "'" + title + "' " + meant;
        text = replaced(std::move(text), said + " is recorded", sentence);
        text = replaced(std::move(text), said, sentence);
    };
    for (const auto& form : pack.forms) done("form submitted", form.title, "is handed in");
    for (const auto& step : pack.steps) {
        done("step taken", step.title, "is recorded");
        done("step ended", step.title, "has ended");
    }
    for (const auto& stage : pack.stages) {
        done("stage opened", stage.label, "opens");
        if (!stage.branches) continue;
        for (const auto& way : stage.branches->options) done("branch chosen", way.title, "is chosen");
    }
    for (const auto& meeting : pack.meetings) {
        for (const std::string how : {"convened", "held"}) done(how, meeting.title, "is " + how);
    }
    return text;
}

bool is_plain_opening(const policy::DutyRule& rule) {
    return std::ranges::all_of(
        rule.on, [](const policy::Fact& fact) { return fact.happening == Happening::StageOpened; });
}

std::string after_what(const policy::Pack& pack, const policy::DutyRule& rule) {
    if (is_plain_opening(rule)) return {};
    std::vector<std::string> facts;
    for (const auto& fact : rule.on) facts.push_back(policy::in_words(fact, pack));
    return as_sentences(pack, "once " + base::join(facts, " or "));
}

}  // namespace

std::string cited(const policy::Source& source, const policy::Source& of_the_box) {
    const bool same = source.clause == of_the_box.clause;
    if (!source.reading.empty())
        return " [" + (same || source.clause.empty() ? "" : source.clause + ", ") + "as read]";
    if (source.clause.empty() || same) return {};
    if (source.clause == "house" || source.clause.starts_with("house ")) return " [rule of the service]";
    return " [" + source.clause + "]";
}

std::string tier_title(const policy::Pack& pack, const std::string& key) {
    const auto* tier = policy::find_tier(pack, key);
    return tier ? tier->title : "Nobody";
}

std::string by_when(const policy::Pack& pack, const policy::Clock& clock) {
    if (clock.limit.unit == calendar::Unit::NoneStated) return {};
    auto said = replaced(policy::in_words(clock, pack), "within same ", "on the same ");
    for (const auto& fact : clock.from)
        said = replaced(std::move(said), " from " + policy::in_words(fact, pack),
                        ", counted from: " + policy::in_words(fact, pack));
    return as_sentences(pack, std::move(said));
}

std::string where(const policy::Pack& pack, const std::optional<policy::Condition>& when) {
    return when ? as_sentences(pack, "where " + policy::in_words(*when, pack)) : std::string();
}

std::string owed_in_full(const policy::Pack& pack, const policy::DutyRule& rule,
                         const policy::Source& of_the_box) {
    std::vector<std::string> more;
    for (const auto& part : {after_what(pack, rule), by_when(pack, rule.clock), where(pack, rule.when)}) {
        if (!part.empty()) more.push_back(part);
    }
    if (rule.optional) more.emplace_back("may be left undone");
    return rule.title + (more.empty() ? "" : ": " + base::join(more, ", ")) + cited(rule.source, of_the_box);
}

std::string owed_in_short(const policy::Pack& pack, const policy::DutyRule& rule) {
    const auto limit = by_when(pack, rule.clock);
    return rule.title + (limit.empty() ? "" : " (" + calendar::to_text(rule.clock.limit) + ")");
}

}  // namespace diagram
