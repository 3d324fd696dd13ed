// The record of one disagreement as a paper: exactly what the gate lets its reader see.
#pragma once
#include "app/paper.h"
#include "app/read.h"

namespace app {

/// Made at the moment of the view, for this person.
Paper record_of(const View&, const PersonId& reader);

struct WrittenPaper {
    std::string file_name;  // the reference alone: names of files are seen by many
    std::string content;
};

/// Reads it, which is noted in the log of reads, and sets it in type. The reference as somebody typed it.
/// "not_found" for whoever may not know.
base::Result<WrittenPaper> write_record(Reading&, PaperWriter&, const PersonId& reader,
                                        const std::string& reference);

}  // namespace app
