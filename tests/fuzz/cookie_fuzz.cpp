// A Cookie header is read for what can be read of it.
#include "fuzz/input.h"
#include "http/cookie.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    (void)http::parse_cookies(text_of(bytes, size));
    return 0;
}
