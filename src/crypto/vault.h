// Sealed fields: each under a key of its own, wrapped by the class key of its stream, wrapped by
// the master key.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "crypto/bytes.h"
#include "store/key_store.h"
#include "store/sealing.h"

namespace crypto {

/// Keys are destroyed through here only: unwrapped class keys are remembered.
class Vault final : public store::Sealer {
public:
    Vault(const Key& master, store::KeyStore&);

    store::Sealed seal(const store::StreamId&, store::FieldClass, const std::string& name,
                       std::string_view plaintext) override;
    std::optional<std::string> open(const store::StreamId&, const store::SealedField&) const override;
    std::vector<std::optional<std::string>> open_all(
        const store::StreamId&, const std::vector<const store::SealedField*>&) const override;
    bool destroy_field(const store::StreamId&, const store::SealedField&) override;
    void destroy_class(const store::StreamId&, store::FieldClass) override;

private:
    using Owner = std::pair<store::StreamId, store::FieldClass>;
    struct ClassKey {
        std::string id;
        Key key;
    };

    std::optional<std::string> open_by(const store::WrappedKey&, const store::StreamId&,
                                       const store::SealedField&) const;
    store::WrappedKey get_key(const store::SealedField&) const;
    ClassKey class_key_for(const Owner&);
    ClassKey find_or_make(const Owner&);
    std::optional<Key> class_key(const Owner&, const std::string& id) const;
    void remember(const Owner&, const ClassKey&) const;

    Key wrapping_;
    store::KeyStore& keys_;
    mutable std::mutex mutex_;
    mutable std::map<Owner, ClassKey> remembered_;  // the live class key of each
};

}  // namespace crypto
