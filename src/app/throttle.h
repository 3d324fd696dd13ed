// Slows down guessing of passwords without locking anybody out for good.
#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <vector>

#include "base/moment.h"
#include "store/drawers.h"
#include "store/secrets.h"

namespace app {

enum class Guessed { Password, Code };

/// Counts failures of one account from one address, of one account, and of one address.
class Throttle {
public:
    Throttle(store::Drawers&, const store::Digests&, const base::Clock&);

    /// How long to wait before another try; 0: now.
    std::chrono::seconds wait(const std::string& account, const std::string& address, Guessed = Guessed::Password) const;
    void failed(const std::string& account, const std::string& address);
    void succeeded(const std::string& account, const std::string& address);

private:
    struct Count;
    std::string place(const std::string& account, const std::string& address) const;
    std::vector<Count> counts(const std::string& account, const std::string& address, Guessed = Guessed::Password) const;

    store::Drawers& drawers_;
    const store::Digests& digests_;
    const base::Clock& clock_;
    std::mutex mutex_;
};

}  // namespace app
