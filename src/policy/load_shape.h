// What may stand where in a pack, as a tree: one drawing for findings, guides and schemas.
#pragma once
#include <string>
#include <vector>

namespace policy {

struct ShapeKey;

struct Shape {
    enum class Kind {
        Text,
        Key,
        Word,
        YesNo,
        Number,
        Date,
        Limit,
        Who,
        Fact,
        Condition,
        List,   // of[0] is what each entry is
        Map,    // from free names to what of[0] is
        Record  // the keys below
    };
    Kind kind = Kind::Text;
    std::string name = {};                // of a record: "stage"
    std::vector<std::string> words = {};  // of a Word: those allowed
    bool or_one = false;                  // of a List: a single entry may stand alone
    int least = 0;                        // of a Number
    int most = 0;
    std::vector<Shape> of;
    std::vector<ShapeKey> keys;
};

struct ShapeKey {
    std::string key;
    std::string about;  // what it says, in a few words for a policy owner
    bool required = false;
    Shape shape;
};

/// A whole pack. The loader reads by the same tables that this is drawn from.
const Shape& pack_shape();

/// "text", "a list of keys", "one of: must, aim, indicative"
std::string in_words(const Shape&);

}  // namespace policy
