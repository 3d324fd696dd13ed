#include "qr/qr.h"

#include <qrencode.h>

#include <memory>

namespace qr {

std::optional<Square> square_of(const std::string& text) {
    constexpr int any_version = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(text.size()), bytes, any_version, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return std::nullopt;
    Square square{code->width};
    const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < modules; ++i) square.dark.push_back((code->data[i] & 1) != 0);
    return square;
}

}  // namespace qr
