#include "web/kept_pages.h"

namespace web {
namespace {

using Lock = std::lock_guard<std::mutex>;

/// One page of one session at one address, whatever it is made of.
std::string key_of(const Basis& basis) {
    return basis.session + " " + basis.target;
}

std::size_t size_of(const KeptPage& page) {
    return page.response.body.size() + page.basis.target.size();
}

}  // namespace

Basis basis_of(const UseCases& use, const Asked& asked) {
    return {.session = asked.visitor->form_token,
            .target = asked.request.target,
            .proved_lately = asked.visitor->proved_lately,
            .known = asked.known,
            .ledger = use.reading.changes(),
            .drafts = use.drafts.changes(),
            .minute = minute_of(asked.now)};
}

base::Moment minute_of(base::Moment at) {
    return std::chrono::floor<std::chrono::minutes>(at);
}

std::shared_ptr<const KeptPage> KeptPages::find(const Basis& basis) {
    const Lock lock(mutex_);
    turn_to(basis.minute);
    const auto found = pages_.find(key_of(basis));
    return found != pages_.end() && found->second->basis == basis ? found->second : nullptr;
}

void KeptPages::keep(KeptPage page) {
    const Lock lock(mutex_);
    turn_to(page.basis.minute);
    auto& kept = pages_[key_of(page.basis)];
    if (kept) bytes_ -= size_of(*kept);
    kept = std::make_shared<const KeptPage>(std::move(page));
    bytes_ += size_of(*kept);
    if (bytes_ <= bytes_max_) return;
    pages_.clear();
    bytes_ = 0;
}

void KeptPages::forget_before(base::Moment minute) {
    const Lock lock(mutex_);
    turn_to(minute);
}

std::size_t KeptPages::bytes() const {
    const Lock lock(mutex_);
    return bytes_;
}

void KeptPages::turn_to(base::Moment minute) {
    if (minute == minute_) return;
    pages_.clear();
    bytes_ = 0;
    minute_ = minute;
}

}  // namespace web
