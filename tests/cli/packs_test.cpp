// Packs from files: what they extend is looked for beside them, and not for ever.
#include "cli/packs.h"

#include <doctest/doctest.h>
#include <fstream>

namespace fs = std::filesystem;

namespace {

/// A folder of policies, gone when the test is over.
class Shelf {
public:
    Shelf() : folder_(fs::temp_directory_path() / "concordat-packs-test") { fs::remove_all(folder_); }
    ~Shelf() { fs::remove_all(folder_); }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    fs::path add(const std::string& key, const std::string& extends) {
        fs::create_directories(folder_ / key);
        std::ofstream(path(key)) << "policy: " << key << "\nextends: " << extends << '\n';
        return path(key);
    }

    fs::path path(const std::string& key) const { return folder_ / key / "policy.yaml"; }

private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("policies that extend one another in a round are refused, with the round and the line that closes it") {
    Shelf shelf;
    shelf.add("above", "one");
    shelf.add("one", "other");
    shelf.add("other", "one");
    for (const auto* key : {"one", "above"}) {
        const auto read = cli::read_pack(shelf.path(key));
        REQUIRE_FALSE(read);
        REQUIRE(read.error().size() == 1);
        CHECK(read.error().front().what == "'extends' goes round: one extends other extends one");
        CHECK(read.error().front().where.file == shelf.path("other").string());
        CHECK(read.error().front().where.line == 2);
        CHECK_FALSE(cli::read_whole_pack(shelf.path(key)));
    }
    const auto itself = cli::read_pack(shelf.add("itself", "itself"));
    REQUIRE_FALSE(itself);
    CHECK(itself.error().front().what == "'extends' goes round: itself extends itself");
}

TEST_CASE("a chain of policies that is too long is refused where it becomes so") {
    Shelf shelf;
    for (int i = 1; i <= 9; ++i) shelf.add("p" + std::to_string(i), "p" + std::to_string(i + 1));
    const auto read = cli::read_pack(shelf.path("p1"));
    REQUIRE_FALSE(read);
    CHECK(read.error().front().what == "more than 5 policies are laid over one another: p1 extends p2 extends p3 extends p4 extends p5 extends p6");
    CHECK(read.error().front().where.file == shelf.path("p5").string());
}
