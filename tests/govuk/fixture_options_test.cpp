// Boost.JSON is compiled here: these tests link no library of it.
#include "govuk/fixture_options.h"

#include <algorithm>
#include <boost/json/src.hpp>

namespace fixtures {

namespace json = boost::json;

namespace {

std::string placeholder(std::size_t index) {
    return "<x-markup>" + std::to_string(index) + "</x-markup>";
}

bool is_falsy(const json::value& value) {
    return value.is_null() || (value.is_bool() && !value.get_bool()) ||
           (value.is_string() && value.get_string().empty()) ||
           (value.is_object() && value.get_object().empty());
}

std::string as_text(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string().c_str(), value.get_string().size());
    if (value.is_null()) return {};
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    if (value.is_int64()) return std::to_string(value.get_int64());
    return json::serialize(value);
}

}  // namespace

std::string Reading::with_markup(std::string rendered) const {
    for (std::size_t i = 0; i < raw_markup.size(); ++i) {
        const auto mark = placeholder(i);
        for (auto at = rendered.find(mark); at != std::string::npos;
             at = rendered.find(mark, at + raw_markup[i].size())) {
            rendered.replace(at, mark.size(), raw_markup[i]);
        }
    }
    return rendered;
}

Options::Options(const json::object& values, Reading& reading, std::string path)
    : values_(&values), reading_(&reading), path_(std::move(path)) {
    for (const auto& [key, value] : values) reading_->unread.insert(path_ + std::string(key));
}

const json::value* Options::read(std::string_view key) const {
    reading_->unread.erase(path_ + std::string(key));
    return values_->if_contains(key);
}

bool Options::has(std::string_view key) const {
    return values_->contains(key) && !values_->at(key).is_null();
}

std::string Options::text(std::string_view key) const {
    const auto* value = read(key);
    if (value == nullptr) return {};
    if (value->is_object() || value->is_array()) give_up(path_ + std::string(key) + " is not text");
    return as_text(*value);
}

int Options::number(std::string_view key, int otherwise) const {
    const auto words = text(key);
    return words.empty() ? otherwise : std::stoi(words);
}

bool Options::flag(std::string_view key) const {
    const auto* value = read(key);
    return value != nullptr && !is_falsy(*value);
}

std::optional<bool> Options::answer(std::string_view key) const {
    const auto* value = read(key);
    if (value == nullptr || !value->is_bool()) return std::nullopt;
    return value->get_bool();
}

html::Attributes Options::attributes(std::string_view key) const {
    html::Attributes attributes;
    const auto* value = read(key);
    if (value == nullptr || !value->is_object()) return attributes;
    for (const auto& [name, content] : value->get_object()) {
        if (content.is_object()) {
            give_up("an attribute with options");
        } else {
            attributes.push_back({html::Name::checked(name), as_text(content)});
        }
    }
    return attributes;
}

std::optional<Options> Options::child(std::string_view key) const {
    const auto* value = read(key);
    if (value == nullptr || is_falsy(*value)) return std::nullopt;
    if (!value->is_object()) {
        give_up(path_ + std::string(key) + " is not an object");
        return std::nullopt;
    }
    return Options(value->get_object(), *reading_, path_ + std::string(key) + ".");
}

std::vector<Options> Options::items(const json::array& array, const std::string& path) const {
    std::vector<Options> items;
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (is_falsy(array[i])) continue;
        if (array[i].is_object()) {
            items.emplace_back(array[i].get_object(), *reading_, path + "." + std::to_string(i) + ".");
        } else {
            give_up(path + " holds something else than objects");
        }
    }
    return items;
}

std::vector<Options> Options::list(std::string_view key) const {
    const auto* value = read(key);
    if (value == nullptr || !value->is_array()) return {};
    return items(value->get_array(), path_ + std::string(key));
}

std::string Options::place() const {
    const auto from = path_.rfind('.', path_.size() - 2) + 1;
    return std::to_string(std::stoi(path_.substr(from)) + 1);
}

bool Options::is_object(std::string_view key) const {
    const auto* value = values_->if_contains(key);
    return value != nullptr && value->is_object();
}

bool Options::has_gaps(std::string_view key) const {
    const auto* value = values_->if_contains(key);
    if (value == nullptr || !value->is_array()) return false;
    const auto& array = value->get_array();
    return std::any_of(array.begin(), array.end(), is_falsy);
}

std::vector<std::vector<Options>> Options::rows(std::string_view key) const {
    std::vector<std::vector<Options>> rows;
    const auto* value = read(key);
    if (value == nullptr || !value->is_array()) return rows;
    for (const auto& row : value->get_array()) {
        if (row.is_array())
            rows.push_back(items(row.get_array(), path_ + std::string(key) + std::to_string(rows.size())));
    }
    return rows;
}

std::vector<std::string> Options::texts(std::string_view key) const {
    std::vector<std::string> texts;
    const auto* value = read(key);
    if (value == nullptr || !value->is_array()) return texts;
    for (const auto& one : value->get_array()) texts.push_back(as_text(one));
    return texts;
}

html::Html Options::content(std::string_view html_key, std::string_view text_key) const {
    const auto markup = is_markup(html_key) ? text(html_key) : (read(html_key), std::string());
    const auto words = text(text_key);
    if (markup.empty()) return words;
    reading_->raw_markup.push_back(markup);
    return html::element("x-markup")(std::to_string(reading_->raw_markup.size() - 1));
}

bool Options::is_markup(std::string_view html_key) const {
    const auto* value = values_->if_contains(html_key);
    return value != nullptr && !is_falsy(*value);
}

html::Html Options::content_of(std::string_view key) const {
    const auto part = child(key);
    return part ? part->content() : html::Html{};
}

bool take_class(std::string& classes, std::string_view css_class) {
    if (!classes.starts_with(css_class)) return false;
    const auto rest = std::string_view(classes).substr(css_class.size());
    if (!rest.empty() && rest.front() != ' ') return false;
    classes = rest.empty() ? "" : std::string(rest.substr(1));
    return true;
}

}  // namespace fixtures
