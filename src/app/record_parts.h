// The sections that a record is made of, for record.cpp alone.
#pragma once
#include "app/paper.h"
#include "app/read.h"

namespace app::record {

using Section = Paper::Section;

// record_standing.cpp: how it stands now
Section safety(const View&);
Section standing(const View&);
Section sides(const View&);
Section owed(const View&);
Section points(const View&);
Section sources(const View&);

// record_history.cpp: what came to pass
Section about(const View&);
Section positions(const View&);
Section outcome(const View&);
Section confirmations(const View&);
Section forms(const View&);
Section history(const View&);

/// "Thursday 26 November 2026 at 2:30pm", as the clocks of its calendar show.
std::string when(const View&, base::Moment);
/// Each paragraph of a text by itself.
std::vector<std::string> paragraphs_of(const std::string& text);

}  // namespace app::record
