// A folder that is gone when the test is.
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace testing {

class TemporaryFolder {
public:
    /// In memory where there is room for that: tests kill processes, never the machine, so nothing
    /// is gained by waiting for a disk.
    TemporaryFolder() : TemporaryFolder(in_memory()) {}
    explicit TemporaryFolder(const std::filesystem::path& inside) {
        std::string name = inside / "concordat-XXXXXX";
        path_ = mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

private:
    static std::filesystem::path in_memory() {
        const std::filesystem::path memory = "/dev/shm";
        return access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    }

    std::filesystem::path path_;
};

}  // namespace testing
