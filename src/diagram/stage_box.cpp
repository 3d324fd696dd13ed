#include "diagram/stage_box.h"

#include <algorithm>

#include "base/text.h"
#include "diagram/box_text.h"
#include "diagram/wording.h"
#include "policy/describe.h"
#include "policy/wording.h"

namespace diagram {
namespace {

using policy::Pack;
using policy::Stage;
using policy::Who;

enum class Place { Raising, Receiving, Between };

Place place_of(const Who& who) {
    switch (who.kind) {
        case Who::Kind::Raising:
        case Who::Kind::Raiser:
        case Who::Kind::RaisingAgency: return Place::Raising;
        case Who::Kind::Receiving:
        case Who::Kind::ReceivingAgency: return Place::Receiving;
        case Who::Kind::Above: return who.key == "receiving" ? Place::Receiving : Place::Raising;
        case Who::Kind::Nobody:
        case Who::Kind::Both:
        case Who::Kind::Everyone:
        case Who::Kind::CaseRole:
        case Who::Kind::Partnership:
        case Who::Kind::Author:
        case Who::Kind::AnyOf: return Place::Between;
    }
    return Place::Between;
}

/// Whoever acts at the stage needs no naming in the column of their side.
bool is_who_acts(const Who& who) {
    return who.key.empty() && (who.kind == Who::Kind::Raising || who.kind == Who::Kind::Receiving);
}

struct Owed {
    std::vector<std::string> raising, receiving, between;
};

Owed owed_at(const Pack& pack, const Stage& stage, Detail detail) {
    Owed owed;
    if (detail == Detail::Bare) return owed;
    for (const auto& rule : stage.duties) {
        if (rule.optional && detail != Detail::Full) continue;
        const auto place = place_of(rule.by);
        auto said =
            detail == Detail::Full ? owed_in_full(pack, rule, stage.source) : owed_in_short(pack, rule);
        if (!is_who_acts(rule.by)) said = capitalised(policy::in_words(rule.by, pack)) + ": " + said;
        auto& side = place == Place::Raising     ? owed.raising
                     : place == Place::Receiving ? owed.receiving
                                                 : owed.between;
        side.push_back(std::move(said));
    }
    return owed;
}

std::string clock_in_words(const Pack& pack, const Stage& stage) {
    const auto limit = stage.clock ? by_when(pack, *stage.clock) : std::string();
    return (limit.empty() ? "none stated" : limit) + cited(stage.clock_source, stage.source);
}

void say_what_comes_first(BoxText& box, const Stage& stage, Detail detail) {
    for (const auto& need : stage.needs) box.say("First:", need.says + cited(need.source, stage.source));
    if (stage.asks.empty() || detail != Detail::Full) return;
    std::vector<std::string> labels;
    for (const auto& field : stage.asks) labels.push_back(field.label);
    box.say("To be stated:", base::join(labels, "; "));
}

void say_what_can_be_done(BoxText& box, const Pack& pack, const Stage& stage, Detail detail) {
    if (stage.repeats) {
        box.say("Again:", "one post further up each management line, at most " +
                              std::to_string(stage.repeats->times_max) + " times" +
                              cited(stage.repeats->source, stage.source));
    }
    if (detail == Detail::Bare) return;
    for (const auto& key : stage.meetings) {
        const auto* meeting = policy::find_meeting(pack, key);
        if (!meeting) continue;
        box.say(meeting->offered ? "Can be offered:" : "Can be called:",
                meeting->title + ", by " + policy::in_words(meeting->convenor, pack) +
                    cited(meeting->source, stage.source));
    }
    for (const auto& step : pack.steps) {
        const bool here = std::ranges::find(step.stages, stage.key) != step.stages.end();
        if (here && !step.beside)
            box.say("Can be taken:", step.title + ", by " + policy::who_may(step.by, pack) +
                                         cited(step.source, stage.source));
    }
}

std::string name_of(const Pack& pack, const Stage& stage) {
    auto name = stage.label + ": " + stage.title + ". Raising side: " + tier_title(pack, stage.raising) +
                ". Receiving side: " + tier_title(pack, stage.receiving) +
                ". By when: " + clock_in_words(pack, stage);
    return name + ".";
}

}  // namespace

std::string force_in_words(const policy::DecisionRule& decision) {
    switch (decision.force) {
        case policy::Force::Final: return "Decision:";
        case policy::Force::Agreed: return "Proposal, if both sides accept:";
        case policy::Force::Advisory: return "Advice, which binds nobody:";
    }
    return {};
}

std::string decision_in_words(const Pack& pack, const policy::DecisionRule& decision,
                              const policy::Source& of_the_box) {
    std::vector<std::string> options;
    for (const auto& option : decision.options) {
        if (decision.force == policy::Force::Advisory) {
            options.push_back(option.title);
            continue;
        }
        switch (option.then) {
            case policy::Then::Settles: options.push_back(option.title + " (settled)"); break;
            case policy::Then::Stays: options.push_back(option.title + " (not settled by that)"); break;
            case policy::Then::HandsOver: options.push_back(option.title + " (handed over)"); break;
        }
    }
    if (decision.other) options.emplace_back("another course, in words");
    auto said = decision.title + ", by " + policy::in_words(decision.by, pack);
    if (!options.empty()) said += ": " + base::join(options, "; ");
    return said + cited(decision.source, of_the_box);
}

Box stage_box(const Pack& pack, const Stage& stage, Detail detail, double width) {
    BoxText box({.key = "stage " + stage.key, .name = name_of(pack, stage), .look = Look::Stage}, width);
    box.heading(stage.label + ": " + stage.title,
                stage.source.clause.empty() ? "" : "[" + stage.source.clause + "]", 3.4);
    if (!stage.formal) box.say("Does not count as an escalation yet.");
    box.divide();
    const auto owed = owed_at(pack, stage, detail);
    box.columns({"Raising side", tier_title(pack, stage.raising), owed.raising},
                {"Receiving side", tier_title(pack, stage.receiving), owed.receiving});
    box.divide();
    box.say("By when:", clock_in_words(pack, stage));
    box.points(owed.between);
    say_what_comes_first(box, stage, detail);
    say_what_can_be_done(box, pack, stage, detail);
    return std::move(box).take();
}

}  // namespace diagram
