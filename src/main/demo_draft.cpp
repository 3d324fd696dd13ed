#include "main/demo_draft.h"

#include <cstdlib>

#include "store/fault.h"

namespace program::demo {
namespace {

namespace fs = std::filesystem;

fs::path in_memory_or(const fs::path& otherwise) {
    std::string name = "/dev/shm/concordat-demo-XXXXXX";
    return mkdtemp(name.data()) ? fs::path(name) : otherwise;
}

void make_private(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
    if (!error) return;
    throw store::Fault("Cannot make the folder \"" + folder.string() + "\": " + error.message() + ".",
                       "Give another folder, or the program's user permission to make this one.");
}

}  // namespace

Draft::Draft(const fs::path& whole)
    : whole_(whole.has_filename() ? whole : whole.parent_path()), beside_(whole_.string() + ".being-made") {
    make_private(beside_);
    made_in_ = in_memory_or(beside_);
}

Draft::~Draft() {
    std::error_code ignored;
    fs::remove_all(made_in_, ignored);
    fs::remove_all(beside_, ignored);
}

void Draft::keep() {
    if (made_in_ != beside_) fs::copy(made_in_, beside_, fs::copy_options::recursive);
    fs::rename(beside_, whole_);
}

}  // namespace program::demo
