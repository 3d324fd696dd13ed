#include "crypto/master_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "crypto/box.h"
#include "store/fault.h"

namespace crypto {
namespace {

constexpr const char* owner_only =
    "Run 'chmod 600' on it, and change the key if somebody else may have read it.";

constexpr const char* restore_keys = "Restore the backup of the folder \"keys\".";
/// Beside the wrapped keys: an empty box that only their master key opens.
constexpr const char* witness_id = "master-key-witness";

class File {
public:
    explicit File(int number) : number_(number) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

std::string quoted(const std::filesystem::path& path) {
    return "\"" + path.string() + "\"";
}

[[noreturn]] void fail(const std::string& doing, const std::filesystem::path& path) {
    throw store::Fault(
        "Cannot " + doing + " the master key " + quoted(path) + ": " + std::strerror(errno) + ".",
        "Give the program's user permission on the folder \"keys\", and look after the disk.");
}

void force_to_disk(const std::filesystem::path& folder) {
    const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.number() < 0 || fsync(file.number()) != 0) fail("keep", folder);
}

/// Written whole under another name first: a half-written master key would be worse than none.
Key make(const std::filesystem::path& path) {
    std::filesystem::create_directories(path.parent_path());
    const std::filesystem::path draft = path.string() + ".new";
    Key key = Key::random();
    {
        const File file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.number() < 0 ||
            write(file.number(), key.data(), Key::size) != static_cast<ssize_t>(Key::size) ||
            fsync(file.number()) != 0)
            fail("make", path);
    }
    if (rename(draft.c_str(), path.c_str()) != 0) fail("make", path);
    force_to_disk(path.parent_path());
    return key;
}

Key read(int file, const std::filesystem::path& path) {
    struct stat about = {};
    if (fstat(file, &about) != 0) fail("read", path);
    if ((about.st_mode & 077) != 0)
        throw store::Fault("The master key " + quoted(path) + " can be read by others than its owner.",
                           owner_only);
    std::string bytes(Key::size + 1, '\0');
    const ssize_t count = ::read(file, bytes.data(), bytes.size());
    if (count < 0) fail("read", path);
    if (count != static_cast<ssize_t>(Key::size))
        throw store::Fault("The master key " + quoted(path) + " does not have 32 bytes.", restore_keys);
    Key key(std::string_view(bytes).substr(0, Key::size));
    wipe(bytes.data(), bytes.size());
    return key;
}

Key read_or_make(const std::filesystem::path& path, const std::optional<store::WrappedKey>& witness) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.number() >= 0) return read(file.number(), path);
    if (errno != ENOENT) fail("read", path);
    if (!witness) return make(path);
    throw store::Fault(
        "The master key " + quoted(path) + " is missing: nothing sealed can be read without it.",
        restore_keys);
}

}  // namespace

Key open_master_key(const std::filesystem::path& path, store::KeyStore& keys) {
    const std::optional<store::WrappedKey> witness = keys.find_key(witness_id);
    Key master = read_or_make(path, witness);
    const Key witness_key = derive(master, "Witness.");
    if (!witness)
        keys.add_keys(
            {{witness_id, "", store::FieldClass::Identity, "", close_box(witness_key, "", witness_id)}});
    else if (!open_box(witness_key, witness->wrapped, witness_id))
        throw store::Fault(
            "The master key " + quoted(path) + " is not the one that the kept keys were wrapped by.",
            restore_keys);
    return master;
}

Key derive(const Key& master, const char (&purpose)[9]) {
    prepare();
    std::string bytes(Key::size, '\0');
    crypto_kdf_derive_from_key(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), 1, purpose,
                               master.data());
    Key key(bytes);
    wipe(bytes.data(), bytes.size());
    return key;
}

}  // namespace crypto
