#include "app/throttle.h"

#include <algorithm>

#include "app/json_forms.h"

namespace app {
namespace {

const std::string drawer = "sign-in-failures";
const std::string known_places = "sign-in-places";
constexpr std::chrono::days place_kept{90};
constexpr std::chrono::seconds window = std::chrono::minutes{15};
constexpr std::chrono::seconds first_wait{30};

struct Failures {
    std::int64_t count = 0;
    base::Moment since;
    base::Moment not_before;
};

std::string to_body(const Failures& failures) {
    return json::to_text(json::Object()
                             .set("count", failures.count)
                             .set("since", forms::moment(failures.since))
                             .set("not_before", forms::moment(failures.not_before)));
}

Failures to_failures(const std::string& text) {
    const auto body = forms::parsed(text);
    return {body.at("count").get_int(), forms::to_moment(body.at("since")),
            forms::to_moment(body.at("not_before"))};
}

}  // namespace

/// `free` failures within a quarter of an hour cost nothing; each one more doubles the wait, up to `longest`.
struct Throttle::Count {
    std::string key;
    std::int64_t free;
    std::chrono::seconds longest;
    bool by_anybody = false;  // also made by strangers: where the owner is known to sign in, it does not hold
    bool waits_at_once = true;  // false: the first try from an address in a while is free of it
};

Throttle::Throttle(store::Drawers& drawers, const store::Digests& digests, const base::Clock& clock)
    : drawers_(drawers), digests_(digests), clock_(clock) {}

/// An account is slowed down a little whoever tries, much for one address. Guessing by others must not keep its
/// owner out: where they signed in before, only failures at this account from there count; anywhere else the guessing of
/// others leaves them a first try. Codes are short, and whoever is asked for one knows the password: no try is free.
std::vector<Throttle::Count> Throttle::counts(const std::string& account, const std::string& address, Guessed guessed) const {
    const auto key = [&](const std::string& what) { return digests_.keyed("throttle", what); };
    return {{key("pair\n" + account + "\n" + address), 5, std::chrono::minutes{15}},
            {key("account\n" + account), 20, std::chrono::minutes{1}, true, guessed == Guessed::Code},
            {key("address\n" + address), 60, std::chrono::minutes{15}, true}};
}

std::string Throttle::place(const std::string& account, const std::string& address) const {
    return digests_.keyed("throttle", "place\n" + account + "\n" + address);
}

std::chrono::seconds Throttle::wait(const std::string& account, const std::string& address, Guessed guessed) const {
    std::chrono::seconds longest{0};
    const auto place_slip = drawers_.find(known_places, place(account, address));
    const bool known = place_slip && *place_slip->expires_at > clock_.now();
    const auto all = counts(account, address, guessed);
    const bool first_try = !drawers_.find(drawer, all.front().key);
    for (const auto& count : all) {
        if (count.by_anybody && (known || (first_try && !count.waits_at_once))) continue;
        const auto slip = drawers_.find(drawer, count.key);
        if (slip) longest = std::max(longest, to_failures(slip->body).not_before - clock_.now());
    }
    return longest;
}

void Throttle::failed(const std::string& account, const std::string& address) {
    const auto now = clock_.now();
    const std::lock_guard lock(mutex_);
    for (const auto& count : counts(account, address)) {
        const auto slip = drawers_.find(drawer, count.key);
        Failures failures = slip ? to_failures(slip->body) : Failures{0, now, now};
        if (failures.since + window <= now && failures.not_before + window <= now) failures = {0, now, now};
        ++failures.count;
        if (failures.count >= count.free) {
            const auto doublings = std::min<std::int64_t>(failures.count - count.free, 10);
            failures.not_before = now + std::min(first_wait * (std::int64_t{1} << doublings), count.longest);
        }
        drawers_.put(drawer, {count.key, to_body(failures), std::max(now, failures.not_before) + window});
    }
}

void Throttle::succeeded(const std::string& account, const std::string& address) {
    drawers_.erase(drawer, counts(account, address).front().key);
    drawers_.put(known_places, {place(account, address), "", clock_.now() + place_kept});
}

}  // namespace app
