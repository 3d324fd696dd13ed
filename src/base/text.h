// Words: small questions about strings that the standard library leaves open.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace base {

std::string trimmed(std::string_view text);
std::string lower(std::string_view ascii);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view between);

/// `word` with no letter or digit before or after it; letters beyond ASCII count as letters.
bool contains_word(std::string_view text, std::string_view word);

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
bool is_utf8(std::string_view bytes);

/// How many characters (code points) there are.
std::size_t length_of(std::string_view utf8);

/// The text itself, or as many whole characters as fit into so many bytes, and "…".
std::string shortened(std::string_view utf8, std::size_t bytes_max);

/// The byte at which something begins that nobody can see, or that turns the order of what stands around it;
/// npos where there is none. Tabs, line feeds and returns are not among them.
std::size_t find_control(std::string_view utf8);

/// The candidate nearest to `word` by edits, where one is near enough to be meant; else "".
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace base
