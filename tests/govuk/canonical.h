// What a piece of HTML says, without how it is indented: a list of tokens to compare.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace canonical {

/// "<a class=\"x\" href=\"/\">", "text", "</a>". Attributes sorted by name, blanks collapsed, entities
/// decoded, empty text dropped, comments dropped; <path/> is <path></path>. The text of textarea,
/// pre, script and style is kept to the byte.
std::vector<std::string> tokens(std::string_view html);

/// The words as they flow, one line for each block: "Error: Enter a date". Blanks between words and
/// around links count here, as tokens() does not count them.
std::vector<std::string> lines(std::string_view html);

std::string text_of(const std::vector<std::string>& tokens);

}  // namespace canonical
