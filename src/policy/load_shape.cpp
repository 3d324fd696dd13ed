#include "policy/load_shape.h"

#include "base/text.h"

namespace policy {
namespace {

std::string with_article(const std::string& noun) {
    const bool vowel = !noun.empty() && std::string("aeio").find(noun.front()) != std::string::npos;
    return (vowel ? "an " : "a ") + noun;
}

}  // namespace

std::string in_words(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::Text: return "text";
        case Shape::Kind::Key: return "a key";
        case Shape::Kind::Word: return "one of: " + base::join(shape.words, ", ");
        case Shape::Kind::YesNo: return "yes or no";
        case Shape::Kind::Number:
            return "a number from " + std::to_string(shape.least) + " to " + std::to_string(shape.most);
        case Shape::Kind::Date: return "a date";
        case Shape::Kind::Limit: return "a limit";
        case Shape::Kind::Who: return "a who";
        case Shape::Kind::Fact: return "a fact";
        case Shape::Kind::Condition: return "a condition";
        case Shape::Kind::List:
            return (shape.or_one ? in_words(shape.of.front()) + ", or a list of them"
                                 : "a list, each " + in_words(shape.of.front()));
        case Shape::Kind::Map: return "a map to " + in_words(shape.of.front());
        case Shape::Kind::Record: return with_article(shape.name);
    }
    return {};
}

}  // namespace policy
