#include "yaml/text_check.h"

#include "base/text.h"

#include <algorithm>

namespace yaml {
namespace {

constexpr std::size_t findings_max = 50;

/// The byte at which a control character starts; npos where there is none. Tabs are looked at apart.
std::size_t find_control(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F) return i;
        const auto next = utf8.substr(i, 3);
        if (byte == 0xC2 && static_cast<unsigned char>(next[1]) < 0xA0) return i;
        const bool turns = next >= "\xE2\x80\xAA" && next <= "\xE2\x80\xAE";      // U+202A to U+202E
        const bool isolates = next >= "\xE2\x81\xA6" && next <= "\xE2\x81\xA9";   // U+2066 to U+2069
        const bool separates = next == "\xE2\x80\xA8" || next == "\xE2\x80\xA9";  // line, paragraph
        if (turns || isolates || separates) return i;
    }
    return std::string_view::npos;
}

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
    if (const auto byte = find_control(line); byte != std::string_view::npos) {
        findings.push_back({at(byte), "a control character that nobody can see", "delete it", {}});
    }
    const auto indent = line.substr(0, line.find_first_not_of(" \t"));
    if (const auto tab = indent.find('\t'); tab != std::string_view::npos) {
        findings.push_back({at(tab), "a tab in the indentation", "use spaces", {}});
    }
}

}  // namespace

bool has_control(std::string_view utf8) {
    return find_control(utf8) != std::string_view::npos;
}

int column_of(std::string_view line, std::size_t byte) {
    const auto before = line.substr(0, byte);
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<int>(std::ranges::count_if(before, starts)) + 1;
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
