#include "cli/person.h"

namespace cli {

base::Result<app::PersonId> find_named(const std::string& person, const app::Installation& installation) {
    const auto known = installation.now();
    const auto by_email = known->by_email.find(app::comparable_email(person));
    if (by_email != known->by_email.end()) return by_email->second;
    if (known->find_person(app::PersonId(person))) return app::PersonId(person);
    return tl::unexpected(base::Refusal{
        "no_such_person", "there is nobody with the e-mail address or id '" + person + "'", {}, "person"});
}

}  // namespace cli
