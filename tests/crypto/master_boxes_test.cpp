#include "crypto/master_boxes.h"

#include <doctest/doctest.h>

namespace {

bool is_printable(const std::string& text) {
    return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
           std::string::npos;
}

}  // namespace

TEST_CASE("a box opens for those who know what it is and whose, in one installation") {
    const auto master = crypto::Key::random();
    const crypto::MasterBoxes boxes(master);
    const crypto::MasterBoxes elsewhere(crypto::Key::random());
    const std::string box = boxes.close("a secret\n\xC3\xA9", "second factor of ada");
    CHECK(is_printable(box));
    CHECK(box.find("secret") == std::string::npos);
    CHECK(boxes.open(box, "second factor of ada") == "a secret\n\xC3\xA9");
    CHECK(crypto::MasterBoxes(master).open(box, "second factor of ada").has_value());
    CHECK_FALSE(boxes.open(box, "second factor of bo"));
    CHECK_FALSE(elsewhere.open(box, "second factor of ada"));
    CHECK(boxes.close("a secret", "x") != boxes.close("a secret", "x"));
}

TEST_CASE("a box that was altered, cut or never one stays shut") {
    const crypto::MasterBoxes boxes(crypto::Key::random());
    const std::string box = boxes.close("a secret", "x");
    for (std::size_t i = 0; i < box.size(); ++i) {
        auto altered = box;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        // The last letter carries bits that are not of the box; base64 is refused where they are set.
        CHECK_FALSE(boxes.open(altered, "x"));
        CHECK_FALSE(boxes.open(box.substr(0, i), "x"));
    }
    for (const char* other : {"", "not a box", "====", "\xFF"}) CHECK_FALSE(boxes.open(other, "x"));
}
