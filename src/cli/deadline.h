// `concordat deadline`: one due date with its reasons, or as many as there are lines of JSON.
#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

/// What was said on the command line, in the words of the user.
struct DeadlineArgs {
    bool batch = false;
    bool json = false;
    std::string from;
    std::optional<std::string> from_utc;
    std::string limit;
    std::string calendar;
    std::optional<std::string> convention;
    std::vector<std::string> closed;
    std::vector<std::string> reopened;
    std::vector<std::string> weekend;
    std::optional<std::string> roll_end;
    std::optional<std::string> cutoff;
    std::vector<std::string> hours;  // "mon-fri=09:00-17:00"
    std::optional<std::string> at_close;
    std::optional<std::string> zone;
};

/// Adds the subcommand; once the app has parsed, `args` says what was asked. The returned subcommand tells
/// whether it was the one asked for. Wrong usage is a CLI::ParseError out of the parsing; its exit status
/// is 2.
CLI::App* add_deadline(CLI::App& app, DeadlineArgs& args);

/// The exit status: 0 answered, 1 a refusal (in a batch: any), 3 the answer could not be written.
int run_deadline(const DeadlineArgs& args, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace cli
