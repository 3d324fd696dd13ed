// Raising before there is a disagreement: what is asked in the light of what was answered, and what is wrong with it.
#pragma once
#include "app/dossier.h"
#include "disagreement/opposite.h"
#include "web/asked.h"
#include "web/questions.h"
#include "web/raise_steps.h"
#include "web/use_cases.h"

namespace web {

/// Raising in one partnership, before anything was answered.
struct Raising {
    const Asked& asked;
    const app::Partnership& partnership;
    app::Dossier dossier;
    std::vector<policy::Field> questions;   // as the use case gives them
    std::vector<policy::Option> own_posts;  // from which the visitor may raise it: held ones, then those they manage
    std::vector<policy::Option> posts_of_others = {};  // for whose holders they may enter it

    People people() const;
};

/// Nothing where the visitor does not work in that partnership.
std::optional<Raising> find_raising(const UseCases&, const Asked&, const std::string& partnership);

/// A raising as far as it has been answered.
class RaisingSoFar {
public:
    RaisingSoFar(const Raising&, http::Fields given, const std::string& command_id);

    const Raising& raising() const { return raising_; }
    const http::Fields& given() const { return given_; }
    /// As they are shown: with the posts one may raise from, the other agency before its posts.
    const std::vector<policy::Field>& questions() const { return questions_; }
    const std::vector<RaisePage>& pages() const { return pages_; }
    const RaisePage* find_page(RaiseStep) const;

    /// Answers to what is asked, and to nothing else.
    const disagreement::Command& command() const { return command_; }
    /// What would be recorded.
    const disagreement::Decision& decision() const { return decision_; }

    Problems problems_on(const RaisePage&) const;
    /// Of all pages; what no page asks for comes last.
    Problems problems() const;
    /// Why this policy is not the way for it.
    std::optional<base::Refusal> not_for_this() const;

    /// Who stands on the other side where one's own post stands.
    std::optional<disagreement::OppositeNumbers> opposite_numbers() const;
    /// The stages at which it may start, the policy's own first; empty while it is not known who takes part.
    const std::vector<disagreement::Start>& starts() const { return starts_; }
    /// Of further agencies that are concerned, beside the one that was named first.
    std::vector<policy::Option> posts_of_further_agencies() const;

private:
    const Raising& raising_;
    http::Fields given_;
    std::vector<policy::Field> questions_;
    std::vector<RaisePage> pages_;
    disagreement::Command command_;
    disagreement::Actor actor_;
    std::vector<disagreement::Start> starts_;
    Problems wrong_;
    disagreement::Decision decision_;
};

/// Whether there is an agency at all, beside one's own, with posts that a disagreement could go to.
bool has_another_agency(const Raising&);

/// Which agency's posts are offered as the other side: asked for that alone, and never sent.
inline constexpr std::string_view other_agency = "other_agency";
/// In place of one's own post: it is raised for somebody else, whose post is asked beside it.
inline constexpr std::string_view for_somebody_else = "for-somebody-else";
inline constexpr std::string_view raised_for = "raised_for";

}  // namespace web
