#include "cli/deadline_batch.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>

#include "calendar/local_time.h"

namespace cli {

namespace {

enum class Line { Whole, TooLong, End };

/// The next line without its newline. What is too long is read past, not kept.
Line read_line(std::streambuf& in, std::string& line) {
    line.clear();
    bool too_long = false;
    constexpr int end = std::char_traits<char>::eof();
    for (int c = in.sbumpc();; c = in.sbumpc()) {
        if (c == end && line.empty() && !too_long) return Line::End;
        if (c == end || c == '\n') return too_long ? Line::TooLong : Line::Whole;
        if (line.size() == line_bytes_max)
            too_long = true;
        else
            line += static_cast<char>(c);
    }
}

void write_error(json::Writer& writer, std::string_view error) {
    writer.key("error").string(error);
}

/// Whose answer a line is, even of a line that is refused for what else it says.
json::Value salvaged_id(std::string_view line) {
    const auto value = json::parse(
        line, {.bytes_max = line_bytes_max, .depth_max = 1000, .reading = json::Reading::Salvage});
    const auto* id = value ? value->find("id") : nullptr;
    return id != nullptr ? *id : json::Value{};
}

/// Answers one line; false where the answer is an error.
bool answer_line(std::string_view line, std::string& out) {
    json::Writer writer(out);
    writer.begin_object().key("id");
    const auto value = json::parse(line, {.bytes_max = line_bytes_max});
    if (!value) {
        write_error(writer.value(salvaged_id(line)), value.error().why);
        writer.end_object();
        return false;
    }
    const auto* id = value->find("id");
    writer.value(id != nullptr ? *id : json::Value{});
    json::Faults faults;
    const auto question = read_question(*value, faults);
    const auto due = faults.empty() ? answer(question) : base::Result<calendar::Due>{};
    const bool answered = faults.empty() && due;
    if (answered)
        write_due(writer, *due, question);
    else
        write_error(writer, faults.empty() ? due.error().why : json::to_text(faults));
    writer.end_object();
    return answered;
}

}  // namespace

void write_due(json::Writer& writer, const calendar::Due& due, const DeadlineQuestion& question) {
    writer.key("due").string(due_text(due, question)).key("because").begin_array();
    for (const auto& reason : due.because) {
        writer.begin_object().key("date").string(calendar::to_iso(reason.date));
        writer.key("counted").boolean(reason.counted).key("why").string(reason.why).end_object();
    }
    writer.end_array();
    if (due.from_rules) writer.key("from_rules").boolean(true);
}

BatchOutcome run_batch(std::istream& in, std::ostream& out) {
    constexpr std::size_t enough = 64 * 1024;
    std::streambuf& source = *in.rdbuf();
    std::string line, answers;
    bool all = true;
    const auto hand_over = [&] {
        out.write(answers.data(), static_cast<std::streamsize>(answers.size()));
        answers.clear();
    };
    for (Line read = read_line(source, line); read != Line::End; read = read_line(source, line)) {
        if (read == Line::TooLong) {
            json::Writer writer(answers);
            writer.begin_object().key("id").null();
            write_error(writer, fmt::format("the line is longer than {} bytes", line_bytes_max));
            writer.end_object();
            all = false;
        } else {
            all = answer_line(line, answers) && all;
        }
        answers += '\n';
        // Whoever waits for an answer before asking again gets it: flush whenever no input is at hand.
        const bool waiting = source.in_avail() <= 0;
        if (waiting || answers.size() >= enough) hand_over();
        if (waiting) out.flush();
        if (!out) return BatchOutcome::CouldNotWrite;
    }
    hand_over();
    out.flush();
    if (!out) return BatchOutcome::CouldNotWrite;
    return all ? BatchOutcome::AllAnswered : BatchOutcome::SomeRefused;
}

}  // namespace cli
