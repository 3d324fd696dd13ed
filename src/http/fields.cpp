#include "http/fields.h"

#include <algorithm>

namespace http {

void Fields::set(std::string_view name, std::string value) {
    std::erase_if(fields_, [name](const Field& field) { return field.name == name; });
    fields_.push_back({std::string(name), std::move(value)});
}

const std::string* Fields::find(std::string_view name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [name](const Field& field) { return field.name == name; });
    return found == fields_.end() ? nullptr : &found->value;
}

std::string_view Fields::get(std::string_view name) const {
    const auto* value = find(name);
    return value ? std::string_view(*value) : std::string_view();
}

std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& field : fields_) {
        if (field.name == name) values.push_back(field.value);
    }
    return values;
}

}  // namespace http
