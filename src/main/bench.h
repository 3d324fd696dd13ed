// What a command of the console changes things with: every use case over one folder, a clock and chance.
#pragma once
#include "main/system_clock.h"
#include "main/use_cases.h"

namespace program {

class Bench {
public:
    explicit Bench(std::unique_ptr<DataFolder> folder)
        : folder_(std::move(folder)), use_cases_({*folder_, clock_, random_, passwords_}) {}

    UseCases* operator->() { return &use_cases_; }
    DataFolder& folder() { return *folder_; }

private:
    SystemClock clock_;
    crypto::SystemRandom random_;
    crypto::Argon2Passwords passwords_;
    std::unique_ptr<DataFolder> folder_;
    UseCases use_cases_;
};

}  // namespace program
