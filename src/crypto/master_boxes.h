// Boxes under a key derived from the master key.
#pragma once
#include "crypto/bytes.h"
#include "store/boxes.h"

namespace crypto {

class MasterBoxes final : public store::Boxes {
public:
    explicit MasterBoxes(const Key& master);

    std::string close(std::string_view plaintext, std::string_view beside) const override;
    std::optional<std::string> open(std::string_view box, std::string_view beside) const override;

private:
    Key key_;
};

}  // namespace crypto
