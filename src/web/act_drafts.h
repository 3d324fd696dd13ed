// Drafts of what is to be done in a disagreement: saving one, going on with it, and where they are listed.
#pragma once
#include "web/act_form.h"
#include "web/use_cases.h"

namespace web {

/// The act that the address names, whether or not it may be done now.
app::DraftedAct act_of(const Case&, const app::PostId& on_behalf);
app::DraftedAct act_of(const Case&, const Offered&);
/// Where it is done, and gone on with.
std::string path_of(const app::DraftedAct&);

/// Where what is asked takes more than a line. That a child is in danger is never put off.
bool may_be_saved(const Case&, const Offered&);
Html save_act_button();

/// As it was typed, whatever may be wrong with it: nothing is asked of a draft.
base::Result<app::KeptDraft> save_act(const UseCases&, const Case&, const Offered&, const std::string& command_id);

/// What was saved, as a form has it.
http::Fields typed_in(const app::KeptDraft&);
/// Above the form: since when it is kept, that it has not been sent, and the way to throw it away.
Html kept_notice(const app::KeptDraft&);

/// What was typed, under its questions, where there is no form any more to put it into.
Html typed_in_words(const Case&, const app::DraftedAct&, const http::Fields& typed);

/// One's own drafts in this disagreement; nothing where there are none.
Html act_drafts_section(const UseCases&, const Case&);

}  // namespace web
