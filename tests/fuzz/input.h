// What a fuzzer hands over, as text.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}
