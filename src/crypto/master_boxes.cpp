#include "crypto/master_boxes.h"

#include "crypto/box.h"
#include "crypto/master_key.h"

namespace crypto {

MasterBoxes::MasterBoxes(const Key& master) : key_(derive(master, "Drawers.")) {}

std::string MasterBoxes::close(std::string_view plaintext, std::string_view beside) const {
    return to_base64url(close_box(key_, plaintext, beside));
}

std::optional<std::string> MasterBoxes::open(std::string_view box, std::string_view beside) const {
    const auto bytes = from_base64url(box);
    return bytes ? open_box(key_, *bytes, beside) : std::nullopt;
}

}  // namespace crypto
