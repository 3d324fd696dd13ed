// A pack is refused with its findings, or can be checked, shown and dated; nothing else happens.
#include "calendar/local_time.h"
#include "fuzz/input.h"
#include "policy/check.h"
#include "policy/describe.h"
#include "policy/overlay.h"
#include "yaml/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto tree = yaml::parse(text_of(bytes, size), "pack.yaml");
    if (!tree) return 0;
    const auto loaded = policy::load_layers({*tree});
    if (!loaded) return 0;
    (void)policy::check(*loaded);
    (void)policy::describe(loaded->pack);
    const auto from = *calendar::parse_moment("2026-11-19T10:00", "Europe/London");
    (void)policy::timetable(loaded->pack, {.key = loaded->pack.identity.calendar}, from);
    return 0;
}
