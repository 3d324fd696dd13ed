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
    std::vector<policy::Option> own_posts;  // from which the visitor may raise it

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

private:
    const Raising& raising_;
    http::Fields given_;
    std::vector<policy::Field> questions_;
    std::vector<RaisePage> pages_;
    disagreement::Command command_;
    disagreement::Actor actor_;
    Problems wrong_;
    disagreement::Decision decision_;
};

/// Which agency's posts are offered as the other side: asked for that alone, and never sent.
inline constexpr std::string_view other_agency = "other_agency";

}  // namespace web
