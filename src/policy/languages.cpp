#include "policy/languages.h"

#include <algorithm>

namespace policy {
namespace {

template <class T>
void rename(std::vector<T>& things, const std::map<std::string, std::string>& names) {
    for (auto& thing : things) {
        const auto name = names.find(thing.key);
        if (name != names.end()) thing.title = name->second;
    }
}

}  // namespace

const Language* find_language(const Pack& pack, const std::string& code) {
    const auto found = std::ranges::find(pack.languages, code, &Language::code);
    return found == pack.languages.end() ? nullptr : &*found;
}

Pack in_language(Pack pack, const Language& language) {
    if (!language.process.empty()) pack.identity.process = language.process;
    rename(pack.stages, language.stages);
    rename(pack.forms, language.forms);
    rename(pack.steps, language.steps);
    rename(pack.scope.topics.words, language.topics);
    return pack;
}

}  // namespace policy
