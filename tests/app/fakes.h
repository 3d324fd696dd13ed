// Small real implementations of what the use cases are handed: cheap, and good enough to be relied on.
#pragma once
#include <mutex>
#include <random>
#include <string>

#include "base/moment.h"
#include "ledger/tree.h"
#include "store/boxes.h"
#include "store/fault.h"
#include "store/key_store.h"
#include "store/one_time_codes.h"
#include "store/sealing.h"
#include "store/secrets.h"

namespace app::testing {

class TickingClock final : public base::Clock {
public:
    explicit TickingClock(base::Moment start) : now_(start) {}
    base::Moment now() const override { return now_; }
    void set(base::Moment at) { now_ = at; }
    void pass(std::chrono::seconds time) { now_ += time; }

private:
    base::Moment now_;
};

/// Draws from a seed, so that a run can be repeated.
class SeededRandom final : public store::Random {
public:
    std::string bytes(std::size_t count) override {
        const std::scoped_lock lock(mutex_);
        std::string drawn;
        while (drawn.size() < count) drawn += static_cast<char>(engine_() & 0xFF);
        return drawn;
    }
    std::string token() override { return letters(43); }
    std::string id() override { return letters(32); }

private:
    std::string letters(std::size_t count) {
        std::string drawn;
        for (const char c : bytes(count)) drawn += "0123456789abcdef"[static_cast<unsigned char>(c) & 0xF];
        return drawn;
    }
    std::mutex mutex_;  // the port is used from many threads
    std::mt19937 engine_{20261119};
};

class HashDigests final : public store::Digests {
public:
    std::string of_token(std::string_view token) const override { return digest("token", token); }
    std::string keyed(std::string_view purpose, std::string_view text) const override {
        return digest(purpose, text);
    }
    bool equal(std::string_view left, std::string_view right) const override { return left == right; }

private:
    static std::string digest(std::string_view purpose, std::string_view text) {
        return ledger::to_hex(
            ledger::sha256("a secret of this test\n" + std::string(purpose) + "\n" + std::string(text)));
    }
};

/// Each field under a key of its own that the key store keeps: ciphertext is the text, each byte turned over.
class TurningSealer final : public store::Sealer {
public:
    TurningSealer(store::KeyStore& keys, store::Random& random) : keys_(keys), random_(random) {}

    store::Sealed seal(const store::StreamId& stream, store::FieldClass field_class, const std::string& name,
                       std::string_view plaintext) override {
        const std::string id = random_.id();
        store::WrappedKey key{id, stream.get(), field_class, {}, "key"};
        return {{name, field_class, id, turned(plaintext)}, {std::move(key)}};
    }

    std::optional<std::string> open(const store::StreamId& stream,
                                    const store::SealedField& field) const override {
        const auto key = keys_.find_key(field.key_id);
        if (!key || key->stream != stream.get()) throw store::Fault("no such key", "restore the keys");
        if (key->destroyed()) return std::nullopt;
        return turned(field.ciphertext);
    }

    bool destroy_field(const store::StreamId&, const store::SealedField& field) override {
        return keys_.destroy_key(field.key_id);
    }
    void destroy_class(const store::StreamId& stream, store::FieldClass field_class) override {
        keys_.destroy_keys_of(stream, field_class);
    }

private:
    static std::string turned(std::string_view text) {
        std::string out(text);
        for (char& c : out) c = static_cast<char>(static_cast<unsigned char>(c) ^ 0xFFU);
        return out;
    }

    store::KeyStore& keys_;
    store::Random& random_;
};

/// The text with each byte turned over, written as hex, after a digest of what stands beside it.
class TurningBoxes final : public store::Boxes {
public:
    std::string close(std::string_view plaintext, std::string_view beside) const override {
        std::string box = mark_of(beside);
        for (const char c : plaintext) {
            const auto turned = static_cast<unsigned char>(c) ^ 0xFFU;
            box += {"0123456789abcdef"[turned >> 4], "0123456789abcdef"[turned & 15]};
        }
        return box;
    }
    std::optional<std::string> open(std::string_view box, std::string_view beside) const override {
        const std::string mark = mark_of(beside);
        if (!box.starts_with(mark)) return std::nullopt;
        std::string text;
        for (std::size_t i = mark.size(); i + 1 < box.size(); i += 2) {
            const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
            text += static_cast<char>((digit(box[i]) << 4 | digit(box[i + 1])) ^ 0xFFU);
        }
        return text;
    }

private:
    static std::string mark_of(std::string_view beside) { return ledger::to_hex(ledger::sha256(std::string(beside))); }
};

/// Six digits that hang on the secret and the step, as an app's do.
class DigestCodes final : public store::OneTimeCodes {
public:
    std::string code_at(std::string_view secret, std::int64_t step) const override {
        const auto digest = ledger::sha256(std::string(secret) + "\n" + std::to_string(step));
        std::string code;
        for (int i = 0; i < 6; ++i) code += static_cast<char>('0' + static_cast<unsigned>(digest[i]) % 10);
        return code;
    }
};

/// Counts what it is asked, so that a test can see that both roads cost the same.
class CountedPasswords final : public store::Passwords {
public:
    std::string hash(std::string_view password) const override {
        return ledger::to_hex(ledger::sha256(std::string(password)));
    }
    bool verify(const std::optional<std::string>& kept, std::string_view password) const override {
        ++verified;
        return kept && *kept == hash(password);
    }
    bool outdated(const std::string& kept) const override { return kept.starts_with("old:"); }

    mutable int verified = 0;
};

}  // namespace app::testing
