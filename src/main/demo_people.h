// The demo's partnerships: their policies, agencies and posts, and invented people in them.
#pragma once
#include "cli/console.h"
#include "main/demo_answers.h"
#include "main/use_cases.h"

namespace program::demo {

class Settlers {
public:
    Settlers(UseCases& use_cases, const Words& words, const Days& days)
        : use_cases_(use_cases), words_(words), days_(days) {}

    /// Everything but the stories. Findings where the policy cannot be found.
    tl::expected<void, base::Findings> settle(const Partnership&, const cli::Console&);

private:
    app::PersonId add_person(const std::string& name);
    app::PersonId add_somebody();
    std::vector<directory::Change> changes(const Partnership&);
    std::vector<directory::Change> holders(const Partnership&);
    void set_meetings(const Partnership&);

    UseCases& use_cases_;
    const Words& words_;
    const Days& days_;
    std::size_t named_ = 0;  // how many have been given a name
};

}  // namespace program::demo
