#include "crypto/vault.h"

#include <algorithm>

#include "base/ensure.h"
#include "crypto/box.h"
#include "crypto/master_key.h"
#include "store/fault.h"

namespace crypto {
namespace {

constexpr std::size_t remembered_max = 1024;
constexpr const char* restore =
    "Run 'concordat verify'; put back the last good copy of the data and of the folder \"keys\".";

/// Pinned: it is part of what every sealed field is bound to.
std::string_view word_for(store::FieldClass field_class) {
    switch (field_class) {
        case store::FieldClass::Identity: return "identity";
        case store::FieldClass::Narrative: return "narrative";
    }
    return {};
}

std::string beside_class_key(const store::StreamId& stream, store::FieldClass field_class,
                             std::string_view id) {
    return bound_words({"concordat class key 1", stream.get(), word_for(field_class), id});
}

std::string beside_field_key(const store::StreamId& stream, store::FieldClass field_class,
                             std::string_view id, std::string_view under) {
    return bound_words({"concordat field key 1", stream.get(), word_for(field_class), id, under});
}

std::string beside_field(const store::StreamId& stream, const store::SealedField& field) {
    return bound_words(
        {"concordat field 1", stream.get(), word_for(field.field_class), field.name, field.key_id});
}

[[noreturn]] void altered(const std::string& what, const std::string& id) {
    throw store::Fault(what + " \"" + id + "\" was altered, or was moved from where it was sealed.", restore);
}

Key unwrap(const Key& by, const store::WrappedKey& wrapped, const std::string& beside) {
    auto bytes = open_box(by, wrapped.wrapped, beside);
    if (!bytes || bytes->size() != Key::size) altered("The key", wrapped.id);
    Key key(*bytes);
    wipe(bytes->data(), bytes->size());
    return key;
}

}  // namespace

Vault::Vault(const Key& master, store::KeyStore& keys) : wrapping_(derive(master, "Wrapping")), keys_(keys) {}

store::Sealed Vault::seal(const store::StreamId& stream, store::FieldClass field_class,
                          const std::string& name, std::string_view plaintext) {
    base::ensure(!stream.get().empty() && !name.empty(), "a sealed field has a stream and a name");
    const ClassKey under = class_key_for({stream, field_class});
    const Key key = Key::random();
    store::Sealed sealed{{name, field_class, random_id(), {}}, {}};
    sealed.field.ciphertext = close_box(key, plaintext, beside_field(stream, sealed.field));
    const std::string& id = sealed.field.key_id;
    sealed.keys.push_back(
        {id, stream.get(), field_class, under.id,
         close_box(under.key, key.view(), beside_field_key(stream, field_class, id, under.id))});
    return sealed;
}

std::optional<std::string> Vault::open(const store::StreamId& stream, const store::SealedField& field) const {
    return open_by(get_key(field), stream, field);
}

/// The keys of a stream are fetched at once: each look into the file costs more than opening a field.
std::vector<std::optional<std::string>> Vault::open_all(
    const store::StreamId& stream, const std::vector<const store::SealedField*>& fields) const {
    std::map<std::string, store::WrappedKey> known;
    for (const auto field_class : {store::FieldClass::Identity, store::FieldClass::Narrative}) {
        if (std::ranges::find(fields, field_class, &store::SealedField::field_class) == fields.end()) continue;
        for (auto& key : keys_.keys_of(stream, field_class)) known.emplace(key.id, std::move(key));
    }
    std::vector<std::optional<std::string>> opened;
    for (const auto* field : fields) {
        const auto key = known.find(field->key_id);
        opened.push_back(key == known.end() ? open(stream, *field) : open_by(key->second, stream, *field));
    }
    return opened;
}

store::WrappedKey Vault::get_key(const store::SealedField& field) const {
    auto key = keys_.find_key(field.key_id);
    if (!key)
        throw store::Fault("The key \"" + field.key_id + "\" of a sealed field is not among the keys.",
                           "Restore the latest backup of the folder \"keys\".");
    return std::move(*key);
}

std::optional<std::string> Vault::open_by(const store::WrappedKey& wrapped, const store::StreamId& stream,
                                          const store::SealedField& field) const {
    if (wrapped.destroyed()) return std::nullopt;
    const auto by = class_key({stream, field.field_class}, wrapped.under);
    if (!by) return std::nullopt;
    const Key key =
        unwrap(*by, wrapped, beside_field_key(stream, field.field_class, wrapped.id, wrapped.under));
    auto plaintext = open_box(key, field.ciphertext, beside_field(stream, field));
    if (!plaintext) altered("The field", field.name);
    return plaintext;
}

bool Vault::destroy_field(const store::StreamId& stream, const store::SealedField& field) {
    const auto wrapped = keys_.find_key(field.key_id);
    base::ensure(!wrapped || wrapped->stream == stream.get(), "a field is withheld from its own stream");
    return keys_.destroy_key(field.key_id);
}

void Vault::destroy_class(const store::StreamId& stream, store::FieldClass field_class) {
    const std::lock_guard lock(mutex_);
    remembered_.erase({stream, field_class});
    keys_.destroy_keys_of(stream, field_class);
}

Vault::ClassKey Vault::class_key_for(const Owner& owner) {
    const std::lock_guard lock(mutex_);
    const auto known = remembered_.find(owner);
    if (known != remembered_.end()) return {known->second.id, known->second.key.clone()};
    ClassKey found = find_or_make(owner);
    remember(owner, found);
    return found;
}

/// Called with the lock held: two class keys made at once would both have to be erased later.
Vault::ClassKey Vault::find_or_make(const Owner& owner) {
    const auto& [stream, field_class] = owner;
    for (const store::WrappedKey& kept : keys_.keys_of(stream, field_class))
        if (kept.under.empty() && !kept.destroyed())
            return {kept.id, unwrap(wrapping_, kept, beside_class_key(stream, field_class, kept.id))};
    ClassKey made{random_id(), Key::random()};
    keys_.add_keys({{made.id, stream.get(), field_class, "",
                     close_box(wrapping_, made.key.view(), beside_class_key(stream, field_class, made.id))}});
    return made;
}

std::optional<Key> Vault::class_key(const Owner& owner, const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto known = remembered_.find(owner);
    if (known != remembered_.end() && known->second.id == id) return known->second.key.clone();
    const auto kept = keys_.find_key(id);
    if (!kept)
        throw store::Fault("The class key \"" + id + "\" is not among the keys.",
                           "Restore the latest backup of the folder \"keys\".");
    if (kept->destroyed()) return std::nullopt;
    ClassKey found{id, unwrap(wrapping_, *kept, beside_class_key(owner.first, owner.second, id))};
    remember(owner, found);
    return std::move(found.key);
}

void Vault::remember(const Owner& owner, const ClassKey& key) const {
    if (remembered_.size() >= remembered_max) remembered_.clear();
    remembered_.insert_or_assign(owner, ClassKey{key.id, key.key.clone()});
}

}  // namespace crypto
