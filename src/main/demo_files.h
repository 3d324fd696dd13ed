// The files of src/main/demo, built into the program.
#pragma once
#include <string_view>
#include <vector>

namespace program::demo {

struct File {
    std::string_view name;  // "words.yaml"
    std::string_view text;
};

std::vector<File> files();

}  // namespace program::demo
