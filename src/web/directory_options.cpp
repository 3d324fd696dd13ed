#include "web/directory_options.h"

#include <algorithm>
#include <set>

#include "web/words.h"

namespace web {
namespace {

std::vector<policy::Option> sorted(std::vector<policy::Option> options) {
    std::ranges::sort(options, {}, &policy::Option::title);
    return options;
}

}  // namespace

std::vector<policy::Option> post_options(const People& people) {
    std::vector<policy::Option> options;
    for (const auto& [id, post] : people.directory.posts()) {
        options.push_back({id.get(), in_words(people.directory, post.agency) + ": " +
                                         title_of(people.directory, id) + " (" +
                                         holders_in_words(people.known, id, people.today) + ")"});
    }
    return sorted(std::move(options));
}

std::vector<policy::Option> person_options(const People& people) {
    std::set<app::PersonId> ids;
    for (const auto& [id, post] : people.directory.posts()) {
        for (const auto& person : directory::holders_on(post, people.today)) ids.insert(person);
    }
    std::vector<policy::Option> options;
    for (const auto& id : ids) options.push_back({id.get(), name_of(people.known, id)});
    return sorted(std::move(options));
}

std::vector<policy::Option> agency_options(const People& people) {
    std::vector<policy::Option> options;
    for (const auto& [id, agency] : people.directory.agencies()) options.push_back({id.get(), agency.name});
    return sorted(std::move(options));
}

}  // namespace web
