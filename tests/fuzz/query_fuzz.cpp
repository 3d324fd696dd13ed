// The target of a request and its query are read, or refused; what is decoded can be encoded again.
#include "base/ensure.h"
#include "fuzz/input.h"
#include "http/form.h"
#include "http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = text_of(bytes, size);
    (void)http::parse_target(std::string(text));
    (void)http::parse_query(text);
    if (const auto decoded = http::percent_decoded(text)) {
        const auto again = http::percent_decoded(http::percent_encoded(*decoded));
        base::ensure(again == *decoded, "what was encoded decodes to the same");
    }
    return 0;
}
