#include "ledger/tree.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace {

std::string bytes(std::string_view hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return out;
}

/// RFC 6962 section 2.1 as it is written there: split at the largest power of two below the size.
ledger::Hash tree_hash(const std::vector<std::string>& entries, std::size_t from, std::size_t to) {
    if (from == to) return ledger::sha256({});
    if (to - from == 1) return ledger::leaf_hash(entries[from]);
    std::size_t half = 1;
    while (half * 2 < to - from) half *= 2;
    return ledger::node_hash(tree_hash(entries, from, from + half), tree_hash(entries, from + half, to));
}

}  // namespace

TEST_CASE("the tree has the roots published for Certificate Transparency's reference leaves") {
    const std::vector<std::string> leaves = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    const std::vector<std::string> roots = {
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    ledger::Frontier tree;
    CHECK(ledger::to_hex(tree.head().root) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        tree.add(ledger::leaf_hash(bytes(leaves[i])));
        CHECK(tree.head().size == static_cast<std::int64_t>(i) + 1);
        CHECK(ledger::to_hex(tree.head().root) == roots[i]);
    }
}

TEST_CASE("growing leaf by leaf gives the recursive tree hash of RFC 6962, at every size") {
    std::vector<std::string> entries;
    ledger::Frontier tree;
    for (int i = 0; i < 200; ++i) {
        entries.push_back("entry " + std::to_string(i));
        tree.add(ledger::leaf_hash(entries.back()));
        REQUIRE(tree.head().root == tree_hash(entries, 0, entries.size()));
    }
}

TEST_CASE("a frontier that was put away grows on as if it had stayed") {
    CHECK(rc::check([](const std::vector<std::string>& before, const std::vector<std::string>& after) {
        ledger::Frontier tree;
        for (const auto& entry : before) tree.add(ledger::leaf_hash(entry));
        auto again = ledger::Frontier::parse(tree.to_bytes());
        RC_ASSERT(again.has_value());
        for (const auto& entry : after) {
            tree.add(ledger::leaf_hash(entry));
            again->add(ledger::leaf_hash(entry));
        }
        RC_ASSERT(*again == tree);
        RC_ASSERT(again->head() == tree.head());
    }));
}

TEST_CASE("bytes that are no frontier are refused") {
    ledger::Frontier tree;
    for (int i = 0; i < 5; ++i) tree.add(ledger::leaf_hash("x"));
    const std::string good = tree.to_bytes();
    for (std::size_t cut = 0; cut < good.size(); ++cut)
        CHECK_FALSE(ledger::Frontier::parse(good.substr(0, cut)));
    CHECK_FALSE(ledger::Frontier::parse(good + "x"));
    CHECK_FALSE(ledger::Frontier::parse(std::string(8, '\xff')));
}

TEST_CASE("a head is one line of text, and comes back from it") {
    ledger::Frontier tree;
    tree.add(ledger::leaf_hash(""));
    const std::string text = ledger::to_text(tree.head());
    CHECK(text == "concordat-head 1 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    CHECK(ledger::parse_head(text + "\n") == tree.head());
    for (const std::string bad :
         {"", "concordat-head", "concordat-head 1 abc", "concordat-head -1 ", "head 1 00"})
        CHECK_FALSE(ledger::parse_head(bad));
    CHECK_FALSE(ledger::parse_head("concordat-head 01" + text.substr(16)));
    CHECK_FALSE(ledger::parse_head(text + " x"));
}
