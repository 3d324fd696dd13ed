// The parts of the page of a policy: the pack, and what the partnership has decided about it.
#pragma once
#include "app/snapshot.h"
#include "policy/pack.h"
#include "web/sheet.h"

namespace web {

Html policy_heading(const policy::Pack&);
Html ladder_of(const policy::Pack&);
/// What is owed at every stage and after.
Html duties_of(const policy::Pack&);
Html scope_of(const policy::Pack&);
Html forms_of(const policy::Pack&);
Html clauses_of(const policy::Pack&);
/// With what was ruled on each.
Html readings_of(const policy::Pack&, const app::Partnership&);
/// Every edition adopted, with who approved it; `shown` is the one on the page.
Html adoptions_of(const app::Partnership&, const policy::Pack& shown);

/// Where an edition is shown: "/policies/riverside", or with the edition named where it is not the newest.
std::string edition_path(const app::Partnership&, const policy::Pack&);

}  // namespace web
