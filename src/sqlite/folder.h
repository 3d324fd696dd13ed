// The data folder: where each file stands, who may write there, and the head beside the ledger.
#pragma once
#include <filesystem>
#include <optional>

#include "ledger/head.h"
#include "store/fault.h"

namespace sqlite {

struct Folder {
    std::filesystem::path root;

    std::filesystem::path ledger() const { return root / "concordat.db"; }
    std::filesystem::path keys() const { return root / "keys" / "keys.db"; }
    std::filesystem::path head() const { return root / "head"; }
    std::filesystem::path lock() const { return root / "lock"; }
};

/// Somebody else works in the folder: nothing is broken, and what was asked for is refused.
class InUse : public store::Fault {
public:
    using store::Fault::Fault;
};

/// As messages name a path.
std::string quoted(const std::filesystem::path&);

/// Makes the folder and the one for keys where they are missing, for their owner's eyes only.
void make(const Folder&);
/// An empty file that only its owner may read, where there is none.
void make_private(const std::filesystem::path&);

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int number() const { return number_; }

private:
    int number_;
};

/// There, and with something in it.
bool has_content(const std::filesystem::path&);

/// Held for as long as this process may write in the folder. Somebody else's hold is InUse.
Descriptor hold(const Folder&);

/// The head of the last commit, in a file of its own. It is written after the commit and not
/// forced to the disk: after a power cut it may be older than the ledger, never newer.
class HeadFile {
public:
    explicit HeadFile(const Folder&);
    void write(const ledger::Head&);
    /// What was written, and that there is such a file, survive a power cut. Once, when it is opened: later
    /// heads may be lost, and are then shorter than the ledger.
    void settle(const Folder&) const;

private:
    Descriptor file_;
};

/// Nothing: there is no such file, or nothing in it. A file that is no head is a Fault.
std::optional<ledger::Head> read_head(const Folder&);

}  // namespace sqlite
