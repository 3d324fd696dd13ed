// The questions of raising, in groups, and what they would lead to before anything is sent.
#pragma once
#include "app/dossier.h"
#include "disagreement/action.h"
#include "web/asked.h"
#include "web/questions.h"

namespace web {

/// Raising in one partnership, before there is a disagreement.
struct Raising {
    const Asked& asked;
    const app::Partnership& partnership;
    std::vector<policy::Field> questions;  // as the use case gives them

    app::Dossier dossier() const;
    People people() const;
};

/// The questions as they are shown: with the posts one may raise from, without what has one answer only.
std::vector<policy::Field> shown_questions(const Raising&, const http::Fields& given, const Problems&);

/// Answers that there is no choice about: the only post one can raise it from.
http::Fields certain_answers(const Raising&);

disagreement::Command raise_command(const http::Fields& given);

/// All that is wrong with the answers; what only the engine can tell comes last.
Problems problems_of(const Raising&, const http::Fields& given, const disagreement::Command&);

/// What would be recorded.
disagreement::Decision rehearse(const Raising&, const disagreement::Command&);

/// Groups of questions under their titles.
Html raise_form(const Raising&, const http::Fields& given, const Problems&, const std::string& command_id);

/// The answers as they will be sent.
Html raise_answers(const Raising&, const http::Fields& given);

}  // namespace web
