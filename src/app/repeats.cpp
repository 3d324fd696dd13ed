#include "app/repeats.h"

#include "base/text.h"

namespace app {
namespace {

// "child" finds references by hash, "child-of" the hash by reference, so that erasure finds its slip.
const std::string by_hash = "child";
const std::string by_reference = "child-of";

/// One blank between words, lower case: how a name is compared.
std::string comparable(const std::string& name) {
    std::vector<std::string> parts;
    for (const auto& part : base::split(base::lower(name), ' ')) {
        if (!base::trimmed(part).empty()) parts.push_back(base::trimmed(part));
    }
    return base::join(parts, " ");
}

}  // namespace

void Repeats::remember(const std::string& partnership, const std::string& reference,
                       const std::string& child_name, const std::string& child_dob) {
    const std::string name = comparable(child_name);
    const std::string born = base::trimmed(child_dob);
    if (name.empty() || born.empty()) return;
    const std::string hash = digests_.keyed("child", partnership + "\n" + name + "\n" + born);
    drawers_.put(by_hash, {hash + "/" + reference, reference});
    drawers_.put(by_reference, {reference, hash});
}

std::vector<std::string> Repeats::others(const std::string& reference) const {
    std::vector<std::string> references;
    const auto hash = drawers_.find(by_reference, reference);
    if (!hash) return references;
    for (const auto& slip : drawers_.list(by_hash, hash->body + "/")) {
        if (slip.body != reference) references.push_back(slip.body);
    }
    return references;
}

void Repeats::forget(const std::string& reference) {
    const auto hash = drawers_.find(by_reference, reference);
    if (!hash) return;
    drawers_.erase(by_hash, hash->body + "/" + reference);
    drawers_.erase(by_reference, reference);
}

}  // namespace app
