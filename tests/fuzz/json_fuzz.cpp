// JSON that is read can be written, and reads back as the same.
#include "base/ensure.h"
#include "fuzz/input.h"
#include "json/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = text_of(bytes, size);
    (void)json::parse(text, {.reading = json::Reading::Salvage});
    const auto value = json::parse(text);
    if (!value) return 0;
    const auto again = json::parse(json::to_text(*value));
    base::ensure(again && *again == *value, "what was written reads back as the same");
    return 0;
}
