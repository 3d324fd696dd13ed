// What the administrative commands share: the folder they work in, and the ways in which they say no.
#pragma once
#include <string>

#include "base/finding.h"
#include "base/refusal.h"
#include "cli/console.h"
#include "json/json.h"

namespace CLI {
class App;
}

namespace cli {

/// Said to every command that works in a data folder.
struct FolderArgs {
    std::string data;
    bool json = false;
};

/// Adds --data (or CONCORDAT_DATA), which must be given, and --json.
void add_folder(CLI::App& command, FolderArgs& args);

/// Each prints the answer, as JSON on standard output where it was asked for, else as text, and
/// returns the exit status.
int answer(const FolderArgs&, const Console&, const json::Object& as_json, const std::string& as_text);
int complain(const FolderArgs&, const Console&, const base::Findings&);
int complain(const FolderArgs&, const Console&, const base::Refusal&);

}  // namespace cli
