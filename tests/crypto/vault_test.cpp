#include "crypto/vault.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/ensure.h"
#include "crypto/master_key.h"
#include "store/fault.h"
#include "store/memory_store.h"

namespace {

using store::FieldClass;
using store::StreamId;

const StreamId stream("d-1");

struct Safe {
    store::MemoryStore kept;
    crypto::Key master = crypto::Key::random();
    crypto::Vault vault{master, kept};

    store::SealedField seal(const std::string& text, FieldClass field_class = FieldClass::Identity,
                            const StreamId& into = stream) {
        const store::Sealed sealed = vault.seal(into, field_class, "name", text);
        kept.add_keys(sealed.keys);
        return sealed.field;
    }
};

}  // namespace

TEST_CASE("whatever is sealed is opened again, also by a vault that remembers nothing") {
    CHECK(rc::check([](const std::string& text) {
        Safe safe;
        const auto field = safe.seal(text);
        RC_ASSERT(safe.vault.open(stream, field) == text);
        RC_ASSERT(crypto::Vault(safe.master, safe.kept).open(stream, field) == text);
        RC_ASSERT(text.size() < 4 || field.ciphertext.find(text) == std::string::npos);
    }));
}

TEST_CASE("the same text sealed twice shares neither key nor ciphertext") {
    Safe safe;
    const auto first = safe.seal("the same words");
    const auto second = safe.seal("the same words");
    CHECK(first.key_id != second.key_id);
    CHECK(first.ciphertext.substr(24) != second.ciphertext.substr(24));
}

TEST_CASE("a field opens nowhere but where it was sealed") {
    Safe safe;
    const auto field = safe.seal("words");
    CHECK_THROWS_AS(safe.vault.open(StreamId("d-2"), field), store::Fault);
    auto moved = field;
    moved.field_class = FieldClass::Narrative;
    CHECK_THROWS_AS(safe.vault.open(stream, moved), store::Fault);
    moved = field;
    moved.name = "other";
    CHECK_THROWS_AS(safe.vault.open(stream, moved), store::Fault);
    moved = field;
    moved.key_id = safe.seal("other words").key_id;
    CHECK_THROWS_AS(safe.vault.open(stream, moved), store::Fault);
    moved.key_id = "never known";
    CHECK_THROWS_AS(safe.vault.open(stream, moved), store::Fault);
}

TEST_CASE("a change of any byte of a sealed field is noticed") {
    Safe safe;
    const auto field = safe.seal("words");
    for (std::size_t i = 0; i < field.ciphertext.size(); ++i) {
        auto changed = field;
        changed.ciphertext[i] = static_cast<char>(changed.ciphertext[i] ^ 1);
        CHECK_THROWS_AS(safe.vault.open(stream, changed), store::Fault);
    }
    for (std::size_t size = 0; size < field.ciphertext.size(); ++size) {
        auto cut = field;
        cut.ciphertext.resize(size);
        CHECK_THROWS_AS(safe.vault.open(stream, cut), store::Fault);
    }
}

TEST_CASE("withholding one field leaves every other") {
    Safe safe;
    const auto withheld = safe.seal("pasted by mistake");
    const auto other = safe.seal("words");
    CHECK(safe.vault.destroy_field(stream, withheld));
    CHECK_FALSE(safe.vault.destroy_field(stream, withheld));
    CHECK_FALSE(safe.vault.open(stream, withheld));
    CHECK(safe.vault.open(stream, other) == "words");
    CHECK_THROWS_AS(safe.vault.destroy_field(StreamId("d-2"), other), base::Bug);
}

TEST_CASE("fields opened together are opened as one by one, and one that was moved here is noticed among them") {
    Safe safe;
    const auto name = safe.seal("a name"), withheld = safe.seal("pasted by mistake");
    const auto story = safe.seal("a story", FieldClass::Narrative);
    safe.vault.destroy_field(stream, withheld);
    using Words = std::vector<std::optional<std::string>>;
    CHECK(safe.vault.open_all(stream, {&story, &withheld, &name}) == Words{"a story", std::nullopt, "a name"});
    CHECK(safe.vault.open_all(stream, {}).empty());
    const auto elsewhere = safe.seal("another name", FieldClass::Identity, StreamId("d-2"));
    CHECK_THROWS_AS(safe.vault.open_all(stream, {&name, &elsewhere}), store::Fault);
    auto unknown = name;
    unknown.key_id = "never known";
    CHECK_THROWS_AS(safe.vault.open_all(stream, {&unknown}), store::Fault);
}

TEST_CASE("erasing a class withholds all of it, for one stream; what comes later has a new key") {
    Safe safe;
    const auto erased = safe.seal("a name");
    const auto narrative = safe.seal("a story", FieldClass::Narrative);
    const auto elsewhere = safe.seal("another name", FieldClass::Identity, StreamId("d-2"));
    safe.vault.destroy_class(stream, FieldClass::Identity);
    const auto later = safe.seal("a later name");
    const crypto::Vault forgetful(safe.master, safe.kept);
    for (const crypto::Vault* vault : {&std::as_const(safe.vault), &forgetful}) {
        CHECK_FALSE(vault->open(stream, erased));
        CHECK(vault->open(stream, narrative) == "a story");
        CHECK(vault->open(StreamId("d-2"), elsewhere) == "another name");
        CHECK(vault->open(stream, later) == "a later name");
    }
}

TEST_CASE("a stream has one class key for each class, however many fields and vaults") {
    Safe safe;
    for (int i = 0; i < 3; ++i) {
        safe.seal("words");
        crypto::Vault(safe.master, safe.kept).seal(stream, FieldClass::Identity, "name", "words");
    }
    int class_keys = 0;
    for (const auto& key : safe.kept.keys_of(stream, FieldClass::Identity))
        class_keys += key.under.empty() ? 1 : 0;
    CHECK(class_keys == 1);
}

TEST_CASE("many more streams than are remembered are all opened") {
    Safe safe;
    std::vector<store::SealedField> fields;
    for (int i = 0; i < 1100; ++i)
        fields.push_back(
            safe.seal(std::to_string(i), FieldClass::Narrative, StreamId("d" + std::to_string(i))));
    for (int i = 0; i < 1100; ++i)
        CHECK(safe.vault.open(StreamId("d" + std::to_string(i)), fields[static_cast<std::size_t>(i)]) ==
              std::to_string(i));
}
