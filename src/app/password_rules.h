// Which passwords are refused: too short, or among the first that anybody would guess.
#pragma once
#include <optional>
#include <string>

#include "base/refusal.h"

namespace app {

/// Whose the password is to be: it may not be about them.
struct Owner {
    std::string name;
    std::string email;
};

/// Rule "password_weak". Length, and not being easy to guess: no rule of how it is composed.
std::optional<base::Refusal> find_fault(const std::string& password, const Owner&);

}  // namespace app
