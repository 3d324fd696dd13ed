// The form of one action: its questions, what goes with every action, and what was typed so far.
#pragma once
#include "web/case.h"

namespace web {

/// One action as it is offered to a person, for a post of their own or on behalf of another.
struct Offered {
    disagreement::Permitted permitted;
    app::PostId on_behalf = {};
};

/// The action that the address names, where the person may do it now.
std::optional<Offered> find_offered(const Case&, const app::PostId& on_behalf);

/// Questions that are shown at once; `about` is not one, the address says it.
std::vector<policy::Field> questions_of(const Case&, const Offered&);
/// When it happened, and why it is entered late: asked behind a line that opens them.
std::vector<policy::Field> late_questions();

/// What the form starts from before anybody has typed.
http::Fields known_answers(const Case&, const Offered&);

/// A form while it is filled in, with what makes sending it twice one effect.
struct ActDraft {
    const http::Fields& given;
    const Problems& problems;
    std::string command_id;
};

Html act_form(const Case&, const Offered&, const ActDraft&);

}  // namespace web
