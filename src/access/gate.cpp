#include "access/gate.h"

#include <array>

namespace gate {
namespace {

using R = Relation;
using A = Action;
using W = When;

constexpr std::string_view own_work = "it is their own work";
constexpr std::string_view answers = "they act for this side";
constexpr std::string_view line = "they answer for the people of this side";
constexpr std::string_view asked = "they were named, told or asked about it";
constexpr std::string_view convened = "they were convened for it";
constexpr std::string_view keeps = "they keep the partnership's business";
constexpr std::string_view chairs = "they chair the partnership";
constexpr std::string_view guards = "they guard who may see what";
constexpr std::string_view runs = "they keep the installation, never its content";
constexpr std::string_view released = "identity was released to them, with a reason";
constexpr std::string_view may_release = "they may open identity with a reason, which is recorded";

constexpr std::array table{
    Rule{R::Raiser, A::SeeExistence, W::Always, own_work},
    Rule{R::Raiser, A::SeeRegisterRow, W::Always, own_work},
    Rule{R::Raiser, A::SeeOpen, W::Always, own_work},
    Rule{R::Raiser, A::SeeNarrative, W::Always, own_work},
    Rule{R::Raiser, A::SeeIdentity, W::Always, own_work},
    Rule{R::Raiser, A::Act, W::Always, own_work},

    Rule{R::RaisingSide, A::SeeExistence, W::Always, answers},
    Rule{R::RaisingSide, A::SeeRegisterRow, W::Always, answers},
    Rule{R::RaisingSide, A::SeeOpen, W::Always, answers},
    Rule{R::RaisingSide, A::SeeNarrative, W::Always, answers},
    Rule{R::RaisingSide, A::SeeIdentity, W::Always, answers},
    Rule{R::RaisingSide, A::Act, W::Always, answers},

    Rule{R::ReceivingSide, A::SeeExistence, W::Always, answers},
    Rule{R::ReceivingSide, A::SeeRegisterRow, W::Always, answers},
    Rule{R::ReceivingSide, A::SeeOpen, W::Always, answers},
    Rule{R::ReceivingSide, A::SeeNarrative, W::Always, answers},
    Rule{R::ReceivingSide, A::SeeIdentity, W::Always, answers},
    Rule{R::ReceivingSide, A::Act, W::Always, answers},

    Rule{R::ManagerOfSide, A::SeeExistence, W::Always, line},
    Rule{R::ManagerOfSide, A::SeeRegisterRow, W::Always, line},
    Rule{R::ManagerOfSide, A::SeeOpen, W::Always, line},
    Rule{R::ManagerOfSide, A::SeeNarrative, W::Always, line},
    Rule{R::ManagerOfSide, A::SeeIdentity, W::Always, line},
    Rule{R::ManagerOfSide, A::Act, W::Always, line},

    Rule{R::CaseRole, A::SeeExistence, W::Always, asked},
    Rule{R::CaseRole, A::SeeRegisterRow, W::Always, asked},
    Rule{R::CaseRole, A::SeeOpen, W::Always, asked},
    Rule{R::CaseRole, A::SeeNarrative, W::Always, asked},
    Rule{R::CaseRole, A::SeeIdentity, W::OnceReleased, released},
    Rule{R::CaseRole, A::Act, W::Always, asked},
    Rule{R::CaseRole, A::Release, W::Always, may_release},

    Rule{R::MeetingMember, A::SeeExistence, W::Always, convened},
    Rule{R::MeetingMember, A::SeeRegisterRow, W::Always, convened},
    Rule{R::MeetingMember, A::SeeOpen, W::Always, convened},
    Rule{R::MeetingMember, A::SeeNarrative, W::WhileUnderWay, convened},
    Rule{R::MeetingMember, A::SeeIdentity, W::OnceReleased, released},
    Rule{R::MeetingMember, A::Act, W::WhileUnderWay, convened},
    Rule{R::MeetingMember, A::Release, W::WhileUnderWay, may_release},

    Rule{R::BusinessManager, A::SeeExistence, W::Always, keeps},
    Rule{R::BusinessManager, A::SeeRegisterRow, W::Always, keeps},
    Rule{R::BusinessManager, A::SeeOpen, W::Always, keeps},
    Rule{R::BusinessManager, A::SeeNarrative, W::Always, keeps},
    Rule{R::BusinessManager, A::SeeIdentity, W::OnceReleased, released},
    Rule{R::BusinessManager, A::Act, W::Always, keeps},
    Rule{R::BusinessManager, A::Release, W::Always, may_release},
    Rule{R::BusinessManager, A::ManageDirectory, W::Always, keeps},

    Rule{R::PartnershipChair, A::SeeExistence, W::Always, chairs},
    Rule{R::PartnershipChair, A::SeeRegisterRow, W::Always, chairs},
    Rule{R::PartnershipChair, A::SeeOpen, W::Always, chairs},
    Rule{R::PartnershipChair, A::SeeNarrative, W::Always, chairs},
    Rule{R::PartnershipChair, A::SeeIdentity, W::OnceReleased, released},
    Rule{R::PartnershipChair, A::Act, W::Always, chairs},
    Rule{R::PartnershipChair, A::Release, W::Always, may_release},

    Rule{R::DataGuardian, A::SeeExistence, W::Always, guards},
    Rule{R::DataGuardian, A::SeeRegisterRow, W::Always, guards},
    Rule{R::DataGuardian, A::SeeOpen, W::Always, guards},
    Rule{R::DataGuardian, A::SeeCorrected, W::Always, guards},
    Rule{R::DataGuardian, A::SeeIdentity, W::OnceReleased, released},
    Rule{R::DataGuardian, A::SeeReads, W::Always, guards},
    Rule{R::DataGuardian, A::Release, W::Always, may_release},
    Rule{R::DataGuardian, A::SetExclusion, W::Always, guards},

    Rule{R::Administrator, A::ManageDirectory, W::Always, runs},
    Rule{R::Administrator, A::ManagePeople, W::Always, runs},
};

bool holds(When when, const Facts& facts) {
    switch (when) {
        case When::Always: return true;
        case When::OnceReleased: return facts.identity_released;
        case When::WhileUnderWay: return facts.under_way;
    }
    return false;
}

}  // namespace

std::span<const Rule> rules() {
    return table;
}

tl::expected<Allowed, Denied> decide(const Facts& facts, Action action) {
    if (facts.excluded) return tl::unexpected(Denied{"they are excluded from this disagreement"});
    std::string_view why = "nothing gives them a need to know";
    for (const auto& rule : table) {
        if (rule.action != action || !facts.relations.contains(rule.relation)) continue;
        if (holds(rule.when, facts)) return Allowed{rule.relation, rule.why};
        why = rule.when == When::OnceReleased ? "identity has not been released to them"
                                              : "their part in it ended with the disagreement";
    }
    return tl::unexpected(Denied{why});
}

}  // namespace gate
