// A scenario or a cast is read, or refused with its findings.
#include "fuzz/input.h"
#include "rehearsal/scenario.h"
#include "yaml/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto tree = yaml::parse(text_of(bytes, size), "scenario.yaml");
    if (!tree) return 0;
    (void)rehearsal::load_suite(*tree);
    (void)rehearsal::load_cast(*tree);
    return 0;
}
