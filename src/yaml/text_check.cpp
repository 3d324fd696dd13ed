#include "yaml/text_check.h"

#include "base/text.h"

namespace yaml {
namespace {

constexpr std::size_t findings_max = 50;

int first_bad_line(std::string_view text) {
    int number = 1;
    for (const auto& line : base::split(text, '\n')) {
        if (!base::is_utf8(line)) return number;
        ++number;
    }
    return number;
}

void check_line(std::string_view line, const base::Place& start, base::Findings& findings) {
    const auto at = [&](std::size_t byte) {
        return base::Place{start.file, start.line, column_of(line, byte)};
    };
    if (const auto byte = base::find_control(line); byte != std::string_view::npos) {
        findings.push_back({at(byte), "a control character that nobody can see", "delete it", {}});
    }
    const auto indent = line.substr(0, line.find_first_not_of(" \t"));
    if (const auto tab = indent.find('\t'); tab != std::string_view::npos) {
        findings.push_back({at(tab), "a tab in the indentation", "use spaces", {}});
    }
}

}  // namespace

int column_of(std::string_view line, std::size_t byte) {
    return static_cast<int>(base::length_of(line.substr(0, byte))) + 1;
}

base::Findings check_text(std::string_view text, const std::string& file) {
    if (text.size() > bytes_max)
        return {{{file, 0, 0}, "the file is larger than 1 MiB", "a policy needs far less", {}}};
    if (!base::is_utf8(text)) {
        return {
            {{file, first_bad_line(text), 1}, "this line is not UTF-8 text", "save the file as UTF-8", {}}};
    }
    base::Findings findings;
    base::Place start{file, 0, 1};
    for (const auto& line : base::split(text, '\n')) {
        ++start.line;
        check_line(line, start, findings);
        if (findings.size() >= findings_max) break;
    }
    return findings;
}

}  // namespace yaml
