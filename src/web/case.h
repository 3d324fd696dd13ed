// One disagreement as a page looks at it: the view of one person, at hand with its policy and directory.
#pragma once
#include "app/read.h"
#include "web/asked.h"
#include "web/questions.h"

namespace web {

struct Case {
    const app::View& view;
    const Asked& asked;

    const app::Dossier& dossier() const { return view.dossier; }
    const disagreement::State& state() const { return view.dossier.state; }
    const policy::Pack& pack() const { return *view.dossier.pack; }
    const directory::Directory& directory() const { return view.dossier.partnership->directory; }
    const calendar::Edition& calendar() const { return view.dossier.calendar; }
    base::Moment now() const { return view.dossier.now; }
    People people() const { return {*view.dossier.known, directory(), view.dossier.today()}; }
};

/// "Disagreement K7QM-2RXD-9F"
std::string name_of(const Case&);

/// Whether the person acts, as things stand, for that post.
bool acts_for(const Case&, const app::PostId&);

/// "/disagreements/K7QM-2RXD-9F/act/answer?about=trust"
std::string act_path(const Case&, disagreement::Action, const std::string& about,
                     const app::PostId& on_behalf = {});

/// "clause 3 stage 1, reading counting", as a link to the text of the policy; empty for none.
Html source_link(const Case&, const policy::Source&);

}  // namespace web
