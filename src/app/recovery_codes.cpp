#include "app/recovery_codes.h"

#include "app/base32.h"

namespace app {
namespace {

const std::string drawer = "recovery-codes";
constexpr int count = 10;
constexpr std::size_t code_bytes = 10;

std::string prefix_of(const PersonId& person) {
    return person.get() + "/";
}

/// Digits that are no letters of base32 were meant as the letters that look like them.
std::string as_made(const std::string& typed) {
    std::string code;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
        else if (c == '0') code += 'O';
        else if (c == '1') code += 'I';
        else if (c == '8') code += 'B';
        else if ((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7')) code += c;
    }
    return code;
}

}  // namespace

RecoveryCodes::RecoveryCodes(store::Drawers& drawers, store::Random& random, const store::Digests& digests)
    : drawers_(drawers), random_(random), digests_(digests) {}

std::string RecoveryCodes::key_of(const PersonId& person, const std::string& code) const {
    return prefix_of(person) + digests_.keyed("recovery code", person.get() + "\n" + as_made(code));
}

std::vector<std::string> RecoveryCodes::make(const PersonId& person) {
    forget(person);
    std::vector<std::string> codes;
    for (int i = 0; i < count; ++i) {
        codes.push_back(in_groups(to_base32(random_.bytes(code_bytes)), '-'));
        drawers_.put(drawer, {key_of(person, codes.back()), ""});
    }
    return codes;
}

bool RecoveryCodes::spend(const PersonId& person, const std::string& code) {
    return drawers_.erase(drawer, key_of(person, code));
}

std::size_t RecoveryCodes::left(const PersonId& person) const {
    return drawers_.list(drawer, prefix_of(person)).size();
}

void RecoveryCodes::forget(const PersonId& person) {
    for (const auto& slip : drawers_.list(drawer, prefix_of(person))) drawers_.erase(drawer, slip.key);
}

}  // namespace app
