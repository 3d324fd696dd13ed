// The port for things that are not history: sessions, drafts, secrets, attempts at delivery.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/moment.h"

namespace store {

struct Slip {
    std::string key;
    std::string body;
    std::optional<base::Moment> expires_at = {};
    bool operator==(const Slip&) const = default;
};

/// Named drawers of slips. Every write is durable on return. An expired slip is found until it is
/// swept: the reader, who has a clock, looks at `expires_at`.
class Drawers {
public:
    virtual ~Drawers() = default;

    /// Puts or replaces.
    virtual void put(const std::string& drawer, const Slip&) = 0;
    /// Puts only where the key is free: of several callers exactly one hears true.
    virtual bool claim(const std::string& drawer, const Slip&) = 0;
    /// Of several callers exactly one hears true, so a token can be used once.
    virtual bool erase(const std::string& drawer, const std::string& key) = 0;

    virtual std::optional<Slip> find(const std::string& drawer, const std::string& key) const = 0;
    /// In order of key, bytewise.
    virtual std::vector<Slip> list(const std::string& drawer, const std::string& key_prefix) const = 0;

    /// Removes what expired at or before `now`, in every drawer; says how many.
    virtual std::size_t sweep(base::Moment now) = 0;
};

}  // namespace store
