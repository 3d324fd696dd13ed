#include "cli/deadline_batch.h"

#include <istream>
#include <ostream>
#include <utility>

#include "app/deadline_answer.h"
#include "base/text.h"

namespace cli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    bool all = true, first = true;
    std::size_t blank = 0;  // lines read since the last that said something: at the end they are not answered
    const auto hand_over = [&] {
        out.write(answers.data(), static_cast<std::streamsize>(answers.size()));
        answers.clear();
    };
    const auto answer = [&](Line read, std::string_view asked) {
        json::Writer writer(answers);
        if (read == Line::TooLong) {
            app::write_too_long(writer);
            all = false;
        } else {
            all = app::write_line_answer(writer, asked) && all;
        }
        answers += '\n';
    };
    for (Line read = read_line(source, line); read != Line::End; read = read_line(source, line)) {
        if (std::exchange(first, false) && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
        if (read == Line::Whole && base::trimmed(line).empty()) {
            ++blank;
        } else {
            for (; blank > 0; --blank) answer(Line::Whole, {});
            answer(read, line);
        }
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
