// Somebody at the keyboard: sees what is permitted, fills in what is asked, sends it. Knows no policy.
#pragma once
#include <functional>
#include <set>

#include "main/demo_answers.h"
#include "main/use_cases.h"

namespace program::demo {

/// One disagreement as it is being told.
struct Telling {
    const Partnership& partnership;
    const Story& story;
    std::string id;              // of its commands: the same in every demo
    std::string reference = {};  // once it has been raised
    int sent = 0;
    std::set<std::string> tried = {};  // duties: none twice, should doing it not have ended it
};

class Actor {
public:
    Actor(UseCases& use_cases, const base::Clock& clock, const Days& days, Answering& answering)
        : use_cases_(use_cases), clock_(clock), days_(days), answering_(answering) {}

    base::Result<void> raise(Telling&, const Step&);
    /// An action by its name.
    base::Result<void> act(Telling&, const Step&);
    /// The open duty of a rule, by whatever does it.
    base::Result<void> do_duty(Telling&, const Step&);
    /// The next thing that this post owes and can do; false where there is none.
    base::Result<bool> do_next_duty(Telling&, const Step&);
    /// The next thing that is still owed from an earlier stage; false where there is none.
    base::Result<bool> catch_up(Telling&, const Step&);
    /// The next thing that anybody owes, and closing at last; false once it is closed.
    base::Result<bool> finish(Telling&, const Step&);

private:
    app::Dossier dossier(const Telling&) const;
    app::PostId post_of(const std::string& who, const Telling&, const disagreement::State&) const;
    base::Result<app::PersonId> person_for(const app::PostId&, const std::string& reference) const;
    policy::Answers known(const Telling&, const app::Dossier&, const app::PersonId&,
                          const app::PostId&) const;
    using Wanted = std::function<bool(const disagreement::Duty&)>;
    base::Result<bool> do_next(Telling&, const Step&, const app::Dossier&, const Wanted&);
    base::Result<void> do_one(Telling&, const Step&, const disagreement::Duty&);
    base::Result<void> send(Telling&, const Step&, const app::View&, const app::PersonId&,
                            const disagreement::Permitted&);
    base::Result<void> on_behalf(Telling&, const Step&);
    std::string next_id(Telling&) const;

    UseCases& use_cases_;
    const base::Clock& clock_;
    const Days& days_;
    Answering& answering_;
};

}  // namespace program::demo
