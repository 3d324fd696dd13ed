// The one key that is not wrapped by another: a file that only its owner may read.
#pragma once
#include <filesystem>

#include "crypto/bytes.h"
#include "store/key_store.h"

namespace crypto {

/// Reads the file, or makes it where the key store is new. A master key that is missing, that is not
/// the one the kept keys were wrapped by, or that others may read, is a Fault.
Key open_master_key(const std::filesystem::path&, store::KeyStore&);

/// A key for one purpose, from which the master key cannot be found.
Key derive(const Key& master, const char (&purpose)[9]);

}  // namespace crypto
