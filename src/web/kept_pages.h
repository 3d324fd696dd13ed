// Pages kept for a moment, for whoever looks again before anything has changed.
#pragma once
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "app/reads_log.h"
#include "http/response.h"
#include "web/asked.h"
#include "web/use_cases.h"

namespace web {

/// All that a page is made of. Where all of it is the same, so is the page, and so is what the gate said of it.
struct Basis {
    std::string session;   // the token of its forms: each session has pages of its own
    std::string target;    // "/work?overdue=yes"
    bool proved_lately = false;
    std::shared_ptr<const app::Snapshot> known;  // directory, policies, exclusions
    std::uint64_t ledger = 0;
    std::uint64_t drafts = 0;
    base::Moment minute;   // dates and times on pages are no finer
    bool operator==(const Basis&) const = default;
};

Basis basis_of(const UseCases&, const Asked&);
base::Moment minute_of(base::Moment);

struct KeptPage {
    Basis basis;
    http::Response response;
    std::optional<app::Read> read = {};  // to be noted whenever it is shown
};

/// Those of one minute, at most `bytes_max` of them together: the next minute begins with none. Safe to use from many
/// threads.
class KeptPages {
public:
    explicit KeptPages(std::size_t bytes_max = std::size_t{8} * 1024 * 1024) : bytes_max_(bytes_max) {}

    /// Null: it has to be made.
    std::shared_ptr<const KeptPage> find(const Basis&);
    void keep(KeptPage);
    void forget_before(base::Moment minute);
    std::size_t bytes() const;

private:
    void turn_to(base::Moment minute);

    std::size_t bytes_max_;
    mutable std::mutex mutex_;
    base::Moment minute_;
    std::size_t bytes_ = 0;
    std::unordered_map<std::string, std::shared_ptr<const KeptPage>> pages_;
};

}  // namespace web
