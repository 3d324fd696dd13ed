#include "sqlite/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <thread>

#include "store/fault.h"

namespace sqlite {
namespace {

constexpr const char* permit =
    "Give the program's user read and write permission on the folder and its files.";
/// One write within one disk block: a head is replaced whole or not at all.
constexpr std::size_t head_bytes = 128;

[[noreturn]] void refuse(const std::string& what, const std::filesystem::path& path) {
    throw store::Fault(what + " " + quoted(path) + ": " + std::strerror(errno) + ".", permit);
}

void make_folder(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::create_directories(path, error) && error)
        throw store::Fault("Cannot make the folder " + quoted(path) + ": " + error.message() + ".", permit);
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) refuse("Cannot read the file", path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string quoted(const std::filesystem::path& path) {
    return "\"" + path.string() + "\"";
}

void make(const Folder& folder) {
    const bool fresh = !std::filesystem::exists(folder.root);
    make_folder(folder.root);
    if (access(folder.root.c_str(), R_OK | W_OK | X_OK) != 0)
        refuse("Cannot write in the folder", folder.root);
    if (fresh && chmod(folder.root.c_str(), 0700) != 0) refuse("Cannot protect the folder", folder.root);
    const std::filesystem::path keys = folder.keys().parent_path();
    make_folder(keys);
    if (chmod(keys.c_str(), 0700) != 0) refuse("Cannot protect the folder", keys);
}

void make_private(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number() < 0 && errno != EEXIST) refuse("Cannot make the file", path);
}

bool has_content(const std::filesystem::path& path) {
    std::error_code none;
    return std::filesystem::file_size(path, none) > 0 && !none;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor hold(const Folder& folder) {
    Descriptor lock(::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.number() < 0) refuse("Cannot write in the folder", folder.root);
    if (flock(lock.number(), LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) refuse("Cannot lock the folder", folder.root);
    throw InUse(
        "Another process is using the folder " + quoted(folder.root) + ".",
        "Stop it first, or give another folder. Reading beside it, as 'concordat verify' does, is allowed.");
}

HeadFile::HeadFile(const Folder& folder)
    : file_(::open(folder.head().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_.number() < 0) refuse("Cannot write the file", folder.head());
}

void HeadFile::settle(const Folder& folder) const {
    const Descriptor root(::open(folder.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fsync(file_.number()) != 0 || root.number() < 0 || fsync(root.number()) != 0)
        refuse("Cannot keep the file", folder.head());
}

void HeadFile::write(const ledger::Head& head) {
    std::string line = ledger::to_text(head);
    line.resize(head_bytes - 1, ' ');
    line += '\n';
    if (pwrite(file_.number(), line.data(), line.size(), 0) != static_cast<ssize_t>(line.size()))
        throw store::Fault(std::string("Cannot write the head of the ledger: ") + std::strerror(errno) + ".",
                           "Look after the disk, then start the program again.");
}

std::optional<ledger::Head> read_head(const Folder& folder) {
    std::error_code none;
    if (std::filesystem::file_size(folder.head(), none) == 0 || none) return std::nullopt;
    // A running service may be writing just now: two readings that agree are not torn.
    constexpr int readings_max = 100;
    std::string before;
    for (int reading = 0; reading < readings_max; ++reading) {
        const std::string text = read_text(folder.head());
        const auto head = ledger::parse_head(text);
        if (head && text == before) return *head;
        before = text;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    throw store::Fault("The file " + quoted(folder.head()) + " is not the head of a ledger.",
                       "Put back a head of this ledger that was kept elsewhere, and run 'concordat verify'.");
}

}  // namespace sqlite
