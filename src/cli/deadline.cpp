#include "cli/deadline.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/deadline_answer.h"
#include "base/text.h"
#include "calendar/local_time.h"
#include "cli/deadline_batch.h"

namespace cli {

namespace {

struct Answered {
    app::DeadlineQuestion question;
    calendar::Due due;
    bool assumed = false;  // no convention was given
};

struct Renamed {
    std::string_view key;
    std::string_view option;
};

/// The keys of the batch that are called otherwise on the command line.
constexpr Renamed renamed[] = {
    {"start_utc", "--from-utc"},        {"start", "--from"},        {"extra_holidays", "--closed"},
    {"reopened_days", "--reopened"},    {"roll_end", "--roll-end"}, {"at_close", "--at-close"},
};

/// Faults come under the keys of the batch.
std::string option_named(std::string_view pointer) {
    const auto key = base::split(pointer, '/').at(1);
    const auto found = std::ranges::find(renamed, key, &Renamed::key);
    return found == std::end(renamed) ? "--" + key : std::string(found->option);
}

/// Messages speak of keys of the batch too; those with an underscore are no words of anything else.
std::string in_options(std::string message) {
    for (const auto& [key, option] : renamed) {
        if (key.find('_') == std::string_view::npos) continue;
        for (auto at = message.find(key); at != std::string::npos; at = message.find(key, at + option.size())) {
            message.replace(at, key.size(), option);
        }
    }
    return message;
}

app::DeadlineWords words_of(const DeadlineArgs& args) {
    app::DeadlineWords words;
    if (!args.from.empty()) words.start = args.from;
    words.start_utc = args.from_utc;
    words.calendar = args.calendar;
    words.extra_holidays = args.closed;
    words.reopened_days = args.reopened;
    if (!args.weekend.empty()) words.weekend = args.weekend;
    if (args.weekend == std::vector<std::string>{"none"}) words.weekend.emplace();
    words.roll_end = args.roll_end;
    words.cutoff = args.cutoff;
    words.at_close = args.at_close;
    words.tz = args.zone;
    for (const auto& option : args.hours) {
        const auto equals = std::min(option.find('='), option.size());
        words.hours.push_back(
            {option.substr(0, equals), {option.substr(std::min(equals + 1, option.size()))}});
    }
    return words;
}

base::Result<Answered> answered(const DeadlineArgs& args) {
    json::Faults faults;
    Answered answered{understand(words_of(args), faults), {}, false};
    auto limit = calendar::parse_limit(args.limit);
    if (!limit) faults.push_back({"/limit", limit.error().why});
    if (args.convention) {
        const auto convention = calendar::parse_convention(*args.convention);
        if (convention)
            answered.question.counting.convention = *convention;
        else
            faults.push_back({"/convention", convention.error().why});
    }
    if (!faults.empty()) {
        std::vector<std::string> lines;
        for (const auto& fault : faults) lines.push_back(option_named(fault.pointer) + ": " + in_options(fault.message));
        return tl::unexpected(base::Refusal{"not_understood", base::join(lines, "; ")});
    }
    answered.question.limit = std::move(*limit);
    if (const auto usual = calendar::conventions_for(answered.question.limit.unit);
        !args.convention && !usual.empty()) {
        answered.question.counting.convention = usual.front();
        answered.assumed = true;
    }
    auto due = answer(answered.question);
    if (!due) {
        auto refusal = due.error();
        refusal.why = in_options(std::move(refusal.why));
        return tl::unexpected(std::move(refusal));
    }
    answered.due = std::move(*due);
    return answered;
}

bool has_convention(const Answered& answered) {
    return !calendar::conventions_for(answered.question.limit.unit).empty();
}

void write_json(const base::Result<Answered>& result, std::ostream& out) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object();
    if (result) {
        app::write_due(writer, result->due, result->question);
        if (has_convention(*result)) {
            writer.key("convention").string(calendar::to_text(result->question.counting.convention));
            writer.key("convention_assumed").boolean(result->assumed);
        }
    } else {
        writer.key("error").string(result.error().why);
    }
    writer.end_object();
    out << text << '\n';
}

void write_text(const Answered& answered, std::ostream& out) {
    out << due_text(answered.due, answered.question) << '\n';
    for (const auto& reason : answered.due.because) {
        out << fmt::format("{:<28}  {}  {}\n", calendar::in_words(reason.date),
                           reason.counted ? "counted" : "   -   ", reason.why);
    }
    if (has_convention(answered)) {
        out << "Counted by " << calendar::to_text(answered.question.counting.convention)
            << (answered.assumed ? ", assumed: no --convention was given.\n" : ".\n");
    }
    if (answered.due.from_rules) {
        out << "This date comes from rules: bank holidays after "
            << calendar::in_words(calendar::announced_until) << " have not been announced.\n";
    }
}

int answer_one(const DeadlineArgs& args, std::ostream& out, std::ostream& err) {
    const auto result = answered(args);
    if (args.json)
        write_json(result, out);
    else if (result)
        write_text(*result, out);
    else
        err << "concordat deadline: " << result.error().why << '\n';
    out.flush();
    if (!out) return 3;
    return result ? 0 : 1;
}

}  // namespace

int run_deadline(const DeadlineArgs& args, std::istream& in, std::ostream& out, std::ostream& err) {
    if (!args.batch) return answer_one(args, out, err);
    switch (run_batch(in, out)) {
        case BatchOutcome::AllAnswered: return 0;
        case BatchOutcome::SomeRefused: return 1;
        case BatchOutcome::CouldNotWrite: return 3;
    }
    return 3;
}

}  // namespace cli
