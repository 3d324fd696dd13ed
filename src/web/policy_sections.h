// The parts of the page of a policy: all of it comes from the pack.
#pragma once
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
Html readings_of(const policy::Pack&);

}  // namespace web
