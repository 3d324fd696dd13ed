// Bytes as letters and digits that people can type: RFC 4648, without padding.
#pragma once
#include <string>
#include <string_view>

namespace app {

std::string to_base32(std::string_view bytes);

/// "ABCD EFGH IJKL", for reading and typing.
std::string in_groups(std::string_view text, char between);

}  // namespace app
