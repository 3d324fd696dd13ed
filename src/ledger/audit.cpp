#include "ledger/audit.h"

#include <algorithm>

namespace ledger {
namespace {

std::string entry(std::int64_t position) {
    return "Entry " + std::to_string(position);
}

}  // namespace

Audit::Audit(std::vector<Head> kept) : kept_(std::move(kept)) {
    std::sort(kept_.begin(), kept_.end(), [](const Head& a, const Head& b) { return a.size < b.size; });
    compare_kept();
}

void Audit::see(const Entry& seen) {
    const std::int64_t expected = tree_.size();
    if (seen.position > expected) blame(expected, entry(expected) + " is missing.");
    if (seen.position < expected) blame(seen.position, entry(seen.position) + " is not in its place.");
    if (!seen.recorded)
        blame(seen.position, "The hash recorded for entry " + std::to_string(seen.position) + " is missing.");
    else if (*seen.recorded != seen.computed)
        blame(seen.position, entry(seen.position) + " does not match the hash recorded when it was written.");

    std::int64_t& revision = revisions_[seen.stream];
    if (seen.revision != revision + 1)
        blame(seen.position, entry(seen.position) + " is event " + std::to_string(seen.revision) + " of \"" +
                                 seen.stream + "\", where event " + std::to_string(revision + 1) +
                                 " should follow.");
    revision = seen.revision;

    tree_.add(seen.computed);
    compare_kept();
}

Verdict Audit::finish(const Head& stored) const {
    Verdict verdict{tree_.head(), broken_};
    if (verdict.broken) return verdict;
    if (next_kept_ < kept_.size())
        verdict.broken = {tree_.size(), entry(tree_.size()) +
                                            " is missing: the ledger ends before it, and a head kept of " +
                                            std::to_string(kept_[next_kept_].size) +
                                            " entries says it was there."};
    else if (stored != verdict.head)
        verdict.broken = {agreed_, "The tree put away with the ledger is not that of its " +
                                       std::to_string(tree_.size()) + " entries: one from entry " +
                                       std::to_string(agreed_) + " on was changed, added or removed."};
    return verdict;
}

void Audit::compare_kept() {
    for (; next_kept_ < kept_.size() && kept_[next_kept_].size == tree_.size(); ++next_kept_) {
        if (kept_[next_kept_] != tree_.head())
            blame(agreed_, "The first " + std::to_string(tree_.size()) +
                               " entries are not those of the head kept: one from entry " +
                               std::to_string(agreed_) +
                               " on was changed, together with the hash recorded for it.");
        else
            agreed_ = tree_.size();
    }
}

void Audit::blame(std::int64_t position, std::string what) {
    if (!broken_) broken_ = Break{position, std::move(what)};
}

}  // namespace ledger
