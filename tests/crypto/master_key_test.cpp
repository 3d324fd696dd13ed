#include "crypto/master_key.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "store/fault.h"
#include "store/memory_store.h"
#include "store/temporary_folder.h"

namespace {

std::string refusal(const std::filesystem::path& path, store::KeyStore& keys) {
    try {
        crypto::open_master_key(path, keys);
    } catch (const store::Fault& fault) {
        CHECK_FALSE(fault.remedy().empty());
        return fault.what();
    }
    return {};
}

bool says(const std::string& message, const std::string& words) {
    return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a master key is made once, for its owner only, and is the same ever after") {
    const testing::TemporaryFolder folder;
    const auto path = folder.path() / "keys" / "master.key";
    store::MemoryStore keys;
    const crypto::Key made = crypto::open_master_key(path, keys);
    CHECK(crypto::open_master_key(path, keys).view() == made.view());
    struct stat about = {};
    REQUIRE(stat(path.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    CHECK(about.st_size == 32);
}

TEST_CASE("a master key that others may read is refused") {
    const testing::TemporaryFolder folder;
    const auto path = folder.path() / "master.key";
    store::MemoryStore keys;
    crypto::open_master_key(path, keys);
    for (const mode_t mode : {0640U, 0604U, 0620U}) {
        REQUIRE(chmod(path.c_str(), mode) == 0);
        CHECK(says(refusal(path, keys), "read by others"));
    }
    REQUIRE(chmod(path.c_str(), 0600) == 0);
    CHECK(refusal(path, keys).empty());
}

TEST_CASE("no new master key is made where there are keys that it could not open") {
    const testing::TemporaryFolder folder;
    const auto path = folder.path() / "master.key";
    store::MemoryStore keys;
    crypto::open_master_key(path, keys);
    std::filesystem::remove(path);
    CHECK(says(refusal(path, keys), "missing"));
    CHECK_FALSE(std::filesystem::exists(path));
    store::MemoryStore others;
    crypto::open_master_key(path, others);
    CHECK(says(refusal(path, keys), "not the one"));
}

TEST_CASE("a master key of another size is refused, and so is a link to one") {
    const testing::TemporaryFolder folder;
    const auto path = folder.path() / "master.key";
    store::MemoryStore keys;
    for (const std::size_t size : {0, 31, 33}) {
        std::ofstream(path) << std::string(size, 'x');
        REQUIRE(chmod(path.c_str(), 0600) == 0);
        CHECK(says(refusal(path, keys), "32 bytes"));
    }
    std::filesystem::rename(path, folder.path() / "elsewhere");
    std::filesystem::create_symlink(folder.path() / "elsewhere", path);
    CHECK(says(refusal(path, keys), "Cannot read"));
}

TEST_CASE("keys derived for two purposes differ, and are the same each time") {
    const crypto::Key master = crypto::Key::random();
    CHECK(crypto::derive(master, "Wrapping").view() == crypto::derive(master, "Wrapping").view());
    CHECK(crypto::derive(master, "Wrapping").view() != crypto::derive(master, "Digests.").view());
}
