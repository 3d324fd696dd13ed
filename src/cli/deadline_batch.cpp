#include "cli/deadline_batch.h"

#include <istream>
#include <ostream>

#include "app/deadline_answer.h"

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
        if (line.size() == app::line_bytes_max)
            too_long = true;
        else
            line += static_cast<char>(c);
    }
}

}  // namespace

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
        json::Writer writer(answers);
        if (read == Line::TooLong) {
            app::write_too_long(writer);
            all = false;
        } else {
            all = app::write_line_answer(writer, line) && all;
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
