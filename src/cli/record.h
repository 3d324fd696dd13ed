// `concordat record`: the record of one disagreement as a PDF, for somebody who may see it.
#pragma once
#include "app/record.h"
#include "cli/options.h"

namespace cli {

struct RecordArgs {
    FolderArgs folder;
    std::string reference;
    std::string person;  // for whom: e-mail address or id
    std::string file;    // empty: the reference, in the present folder
};

CLI::App* add_record(CLI::App& app, RecordArgs& args);

/// What the record is made with.
struct RecordKeeping {
    const app::Installation& installation;
    app::Reading& reading;
    app::ReadsLog& reads;
    app::PaperWriter& papers;
};

/// Returns the exit status. The reading is in the log before the file is there; the file is its owner's
/// alone.
int run_record(const RecordArgs&, const Console&, const RecordKeeping&);

}  // namespace cli
