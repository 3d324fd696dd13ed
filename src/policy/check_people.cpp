// Tiers that somebody can fill, and owners who can be there when they are needed.
#include "policy/check_report.h"
#include "policy/words.h"

#include <algorithm>

namespace policy {
namespace {

using Kind = Who::Kind;
using From = TierRow::From;

class People {
public:
    People(const Pack& pack, Report& report) : pack_(pack), report_(report) {}

    void tiers() const {
        for (std::size_t i = 0; i < pack_.tiers.size(); ++i) {
            const auto& tier = pack_.tiers[i];
            const Subject subject{"/tiers/" + std::to_string(i), "tier '" + tier.key + "'",
                                  tier.source.clause};
            if (tier.rows.empty())
                report_.wrong(subject, "nobody can fill it: it has no rows", "add 'rows' with kinds of post");
            for (std::size_t k = 0; k < tier.rows.size(); ++k) {
                row(subject.part("rows").part(k), tier.rows[k]);
                if (std::find_if(tier.rows.begin(), tier.rows.begin() + static_cast<std::ptrdiff_t>(k),
                                 [&](const TierRow& other) { return is_same(other, tier.rows[k]); }) !=
                    tier.rows.begin() + static_cast<std::ptrdiff_t>(k)) {
                    report_.wrong(subject.part("rows").part(k), "this row says what one before it says",
                                  "keep one");
                }
            }
        }
    }

    void who(const Subject& subject, const Who& who) const {
        const auto last = subject.path.substr(subject.path.rfind('/') + 1);
        if (who.kind == Kind::Nobody && last != "to") {
            report_.wrong(subject, "it falls on nobody",
                          "name somebody: raising, receiving, partnership:business-manager, …");
        }
        if (who.kind == Kind::Nobody && subject.path.starts_with("/notices/")) {
            report_.wrong(subject, "it tells nobody", "name somebody under 'to'");
        }
        const bool nested = std::ranges::any_of(who.parts, [](const Who& part) {
            return part.kind == Kind::Nobody || part.kind == Kind::Both || part.kind == Kind::Everyone;
        });
        if (nested) {
            report_.wrong(subject, "one of several cannot be nobody, both or everyone",
                          "list those of whom any one may act");
        }
        if (subject.path.starts_with("/settled_by/")) satisfied(subject, who);
        if (who.kind == Kind::Raising || who.kind == Kind::Receiving) side(subject, who);
        if (who.kind == Kind::Both && subject.stage && subject.stage->raising.empty() &&
            subject.stage->receiving.empty()) {
            report_.wrong(subject, "neither side stands at this stage", "name somebody else");
        }
    }

private:
    static bool is_same(const TierRow& a, const TierRow& b) {
        return a.sectors == b.sectors && a.professions == b.professions && a.kinds == b.kinds &&
               a.from == b.from && a.represented_by == b.represented_by;
    }

    void row(const Subject& subject, const TierRow& row) const {
        const bool by_kind =
            row.from == From::Agency || row.from == From::Partnership || row.from == From::Represented;
        if (by_kind && row.kinds.empty()) {
            report_.wrong(subject, "nobody can fill this row: it names no kind of post",
                          "add 'kinds', or 'from: own' or 'from: line'");
        }
        if (!by_kind && !row.kinds.empty()) {
            report_.wrong(subject.part("kinds"),
                          "kinds of post count for nothing where the post is found by 'from: " +
                              word_of(row.from) + "'",
                          "leave 'kinds' or 'from' out");
        }
        if (row.from == From::Represented && row.represented_by.empty()) {
            report_.wrong(subject, "it does not say who represents the agency",
                          "add 'represented_by:' with a sector");
        }
        if (row.from != From::Represented && !row.represented_by.empty()) {
            report_.wrong(subject.part("represented_by"), "it counts only with 'from: represented'",
                          "add that, or leave it out");
        }
    }

    void satisfied(const Subject& subject, const Who& who) const {
        if (who.kind == Kind::Raiser || who.kind == Kind::Nobody) return;
        if ((who.kind == Kind::Raising || who.kind == Kind::Receiving) && who.key.empty()) return;
        if (who.kind == Kind::CaseRole || who.kind == Kind::Partnership) return;
        report_.wrong(subject, "'" + to_word(who) + "' cannot be asked to be satisfied",
                      "use raiser, raising, receiving, a role or a post of the partnership");
    }

    void side(const Subject& subject, const Who& who) const {
        const bool raising = who.kind == Kind::Raising;
        const auto tier_of = [&](const Stage& stage) { return raising ? stage.raising : stage.receiving; };
        if (who.key.empty()) {
            if (!subject.stage || !tier_of(*subject.stage).empty()) return;
            report_.wrong(subject,
                          std::string("nobody stands on the ") + (raising ? "raising" : "receiving") +
                              " side at this stage",
                          "give the stage a tier for that side, or name somebody else");
            return;
        }
        const auto last = subject.stage ? static_cast<std::size_t>(subject.stage - pack_.stages.data())
                                        : pack_.stages.size() - 1;
        for (std::size_t i = 0; i <= last && i < pack_.stages.size(); ++i) {
            if (tier_of(pack_.stages[i]) == who.key) return;
        }
        if (!find_tier(pack_, who.key)) return;  // said elsewhere
        report_.wrong(subject, "nobody of tier '" + who.key + "' has acted for that side by then",
                      "name a tier of this stage or of one below");
    }

    const Pack& pack_;
    Report& report_;
};

}  // namespace

void check_people(const Pack& pack, Report& report) {
    const People people(pack, report);
    people.tiers();
    Visitor visitor;
    visitor.who = [&](const Subject& subject, const Who& who) { people.who(subject, who); };
    walk(pack, visitor);
}

}  // namespace policy
