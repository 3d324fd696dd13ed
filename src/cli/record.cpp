#include "cli/record.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "cli/person.h"

namespace cli {
namespace {

/// A file that is readable by its owner alone, and never there by halves.
class PrivateFile {
public:
    explicit PrivateFile(std::string name)
        : name_(std::move(name)), unfinished_(name_ + ".XXXXXX"), descriptor_(::mkstemp(unfinished_.data())) {
        if (descriptor_ < 0) fail();
    }
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;
    ~PrivateFile() {
        ::close(descriptor_);
        if (!finished_) ::unlink(unfinished_.c_str());
    }

    void write(std::string_view content) const {
        while (!content.empty()) {
            const auto written = ::write(descriptor_, content.data(), content.size());
            if (written < 0) fail();
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void finish() {
        if (::fsync(descriptor_) != 0 || ::rename(unfinished_.c_str(), name_.c_str()) != 0) fail();
        finished_ = true;
    }

private:
    [[noreturn]] void fail() const {
        throw std::system_error(errno, std::generic_category(), "The file '" + name_ + "' cannot be written");
    }

    std::string name_;
    std::string unfinished_;
    int descriptor_;
    bool finished_ = false;
};

}  // namespace

CLI::App* add_record(CLI::App& app, RecordArgs& args) {
    auto* command =
        app.add_subcommand("record", "The record of one disagreement as a PDF, for somebody who may see it");
    add_folder(*command, args.folder);
    command->add_option("reference", args.reference, "Reference of the disagreement")
        ->required()
        ->type_name("REF");
    command->add_option("--as", args.person, "E-mail address or id of whom it is for")
        ->required()
        ->type_name("PERSON");
    command->add_option("-o,--output", args.file, "File to write (default: REF.pdf)")->type_name("FILE");
    command->footer(
        "It holds what that person may see, and no more; whoever may not know of it gets none. That it was "
        "made\n"
        "for them is in the log of reads. The file can be read by its owner alone. Not while the service "
        "runs:\n"
        "there, GET /api/v1/disagreements/REF/record.pdf.\n"
        "Example: concordat record K7QM-2RXD-9F --data data --as ada@riverside.example -o record.pdf");
    return command;
}

int run_record(const RecordArgs& args, const Console& console, const RecordKeeping& keeping) {
    const auto person = find_named(args.person, keeping.installation);
    if (!person) return complain(args.folder, console, person.error());
    const auto record = app::write_record(keeping.reading, keeping.papers, *person, args.reference);
    if (!record) return complain(args.folder, console, record.error());
    keeping.reads.flush();
    const std::string file = args.file.empty() ? record->file_name : args.file;
    PrivateFile written(file);
    written.write(record->content);
    written.finish();
    json::Object said;
    said.set("file", file).set("bytes", static_cast<std::int64_t>(record->content.size()));
    return answer(args.folder, console, said, "wrote " + file);
}

}  // namespace cli
