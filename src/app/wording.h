// Posts, people, stages and dates of a disagreement as pages and papers say them.
#pragma once
#include <string>

#include "app/dossier.h"
#include "policy/wording.h"

namespace app {

/// "Team manager, Northfield"; the id itself for a post that is not in the directory any more.
std::string title_of(const directory::Directory&, const PostId&);
/// "Team manager, Northfield (Riverside Council)"
std::string in_words(const directory::Directory&, const PostId&);
std::string in_words(const directory::Directory&, const AgencyId&);
std::string in_words(const directory::Directory&, const std::vector<AgencyId>&);

/// "closed until Friday 2 January 2026: winter holidays"; nothing where the agency of the post is open.
std::string closed_in_words(const directory::Directory&, const PostId&, calendar::Date today);
/// "Ann Example; Bo Sample, deputy", or that the post is vacant; and until when its agency is closed.
std::string holders_in_words(const Snapshot&, const PostId&, calendar::Date today);
/// "somebody no longer known" once erased.
std::string name_of(const Snapshot&, const PersonId&);

std::string side_in_words(disagreement::Side);
std::string phase_in_words(disagreement::Phase);
/// "It is the raising side's move."
std::string move_in_words(disagreement::Move);
/// "Stage 2: Service managers"
std::string stage_in_words(const policy::Stage&);
/// "topic" as the policy of that partnership calls it.
std::string topic_in_words(const Partnership&, const std::string& topic);

/// "clause 3 stage 1", or that it is a rule of the service under every policy.
std::string clause_in_words(const std::string& clause);
/// "Ruled by the chair on Wednesday 18 November 2026: a working day"
std::string ruling_in_words(const Ruling&);
/// "The child was said to be safe", from the answer to that question.
std::string safety_in_words(const std::string& safe_now);

/// "Consult the other side" from "consult the other side".
using policy::capitalised;

/// Said on whatever leaves the service on paper.
inline const std::string confidential = "Keep it as confidential as the child's file.";

}  // namespace app
