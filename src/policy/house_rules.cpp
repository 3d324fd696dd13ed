#include "policy/house_rules.h"

#include "policy/whom.h"

#include <algorithm>
#include <utility>

namespace policy {
namespace {

Who raising() {
    return {Who::Kind::Raising};
}
Who both() {
    return {Who::Kind::Both};
}

DutyRule rule_of(std::string key, What what, std::string title, Who by, std::string clause) {
    DutyRule rule;
    rule.key = std::move(key);
    rule.what = what;
    rule.title = std::move(title);
    rule.by = std::move(by);
    rule.source.clause = std::move(clause);
    return rule;
}

/// Owed once, when it is settled, by the stage it was settled at.
DutyRule after_settling(DutyRule rule) {
    rule.on = {{Happening::Settled}};
    rule.survives = true;
    return rule;
}

/// Owed anew each time that this is recorded.
DutyRule each_time(Happening happening, DutyRule rule) {
    rule.on = {{happening}};
    rule.once = false;
    return rule;
}

DutyRule optionally(DutyRule rule) {
    rule.optional = true;
    return rule;
}

DutyRule feedback_to_raiser() {
    auto rule = rule_of("feedback-to-raiser", What::Feedback, "Tell the person who raised it how it ended",
                        raising(), "house ALL-4");
    rule.to = {Who::Kind::Raiser};
    return after_settling(std::move(rule));
}

DutyRule referral() {
    auto rule =
        rule_of("referral", What::MakeReferral,
                "Make the child protection referral, and record that it was made", raising(), "house ALL-1");
    rule.clock.limit.unit = calendar::Unit::SameDay;
    rule.survives = true;
    return each_time(Happening::DangerDeclared, std::move(rule));
}

/// Who closes it without agreement says where they stand.
DutyRule addendum(const AgreeToDiffer& differing) {
    auto rule = rule_of("addendum", What::CompleteForm, "Say where your side stands, now that you agree to differ", both(), {});
    rule.on = {{Happening::Settled, "agree-to-differ"}};
    rule.form = differing.form;
    rule.survives = true;
    rule.source = differing.source;
    return rule;
}

DutyRule pass_on_learning() {
    auto rule = rule_of("pass-on-learning", What::PassOnLearning, "Pass on the lesson that was drawn",
                        raising(), "house ALL-7");
    rule.to = {Who::Kind::Partnership, "business-manager"};
    rule.survives = true;
    return each_time(Happening::LessonDrawn, std::move(rule));
}

}  // namespace

std::vector<DutyRule> house_rules() {
    return {
        after_settling(rule_of("confirm", What::Confirm, "Confirm the agreed outcome in writing", both(),
                               "house ALL-5")),
        feedback_to_raiser(),
        after_settling(rule_of("put-on-file", What::PutOnFile, "Put the record on the child's file", both(),
                               "house ALL-4")),
        optionally(
            after_settling(rule_of("offer-debrief", What::OfferDebrief,
                                   "Offer a debrief to those who took part", raising(), "house ALL-6"))),
        referral(),
        optionally(after_settling(rule_of("tell-family", What::TellFamily,
                                          "Tell the child or the family how it ended, or record why not",
                                          raising(), "house"))),
        pass_on_learning(),
    };
}

Pack with_house_rules(Pack pack) {
    for (auto& rule : house_rules()) {
        if (std::ranges::find(pack.duties, rule.key, &DutyRule::key) != pack.duties.end()) continue;
        rule.title = worded(std::move(rule.title), pack);
        pack.duties.push_back(std::move(rule));
    }
    if (pack.agree_to_differ && !pack.agree_to_differ->form.empty()) pack.duties.push_back(addendum(*pack.agree_to_differ));
    return pack;
}

}  // namespace policy
