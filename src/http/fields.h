// Names with values, in the order in which they came: headers, cookies, a query, a form.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Field {
    std::string name;
    std::string value;
    bool operator==(const Field&) const = default;
};

/// A name may come more than once. Names are compared byte for byte: headers of a Request are in
/// lower case.
class Fields {
public:
    Fields() = default;
    Fields(std::initializer_list<Field> fields) : fields_(fields) {}

    void add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }
    /// Replaces whatever had that name.
    void set(std::string_view name, std::string value);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The first of that name, or nullptr.
    const std::string* find(std::string_view name) const;
    /// The first of that name, or "".
    std::string_view get(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;

    bool empty() const { return fields_.empty(); }
    std::size_t size() const { return fields_.size(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

    bool operator==(const Fields&) const = default;

private:
    std::vector<Field> fields_;
};

}  // namespace http
