// The tables of the loader: for each type its keys, what each says, and how it is read.
//
// A Reader turns one value of the text into a V, or notes what is wrong. A Table lists the keys
// of a T, each with its reader and where in the T it goes.
#pragma once
#include "policy/load.h"
#include "policy/load_shape.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace policy {

/// What one reading of a pack has found so far, and where in the pack it is.
class Loading {
public:
    /// Goes into a part of the value for as long as it lives, and notes where that part stands.
    class Step {
    public:
        Step(Loading&, const std::string& name, const base::Place&);
        Step(Loading&, std::size_t index, const base::Place&);
        ~Step();
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        Loading& loading_;
        std::size_t length_before_;
    };

    void wrong(const base::Place&, std::string what, std::string hint = {});

    /// Notes a wrong kind of value: "'tiers' is a list, not text".
    bool is(const Node&, Node::Kind wanted, const std::string& instead);

    /// What findings call the value being read: "'tiers'", "an entry of 'tiers'".
    std::string here() const;

    base::Findings findings;
    Places places;

private:
    std::string path_;
};

template <class V>
struct Reader {
    Shape shape;
    std::function<std::optional<V>(const Node&, Loading&)> read;
};

/// The keys of a map, looked at before any is read: unknown ones and missing ones are noted.
void check_keys(const Shape& record, const Node&, Loading&);

/// Entries of a list that say the same, or carry the same key or name, are noted.
void check_list(const Node&, Loading&);

template <class T>
class Table {
public:
    explicit Table(std::string name) {
        shape_.kind = Shape::Kind::Record;
        shape_.name = std::move(name);
    }

    /// `where` says where the value goes: a member of T, or a function from T& to a place in it.
    template <class V, class Where>
    Table& must(std::string key, std::string about, Reader<V> reader, Where where) {
        return row({std::move(key), std::move(about), true, reader.shape}, std::move(reader.read), where);
    }

    template <class V, class Where>
    Table& may(std::string key, std::string about, Reader<V> reader, Where where) {
        return row({std::move(key), std::move(about), false, reader.shape}, std::move(reader.read), where);
    }

    const Shape& shape() const { return shape_; }

    std::optional<T> read(const Node& node, Loading& loading) const {
        if (!loading.is(node, Node::Kind::Map, "a map of keys")) return std::nullopt;
        check_keys(shape_, node, loading);
        T value{};
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto* part = node.find(shape_.keys[i].key);
            if (!part) continue;
            const Loading::Step step(loading, shape_.keys[i].key, part->place);
            rows_[i](value, *part, loading);
        }
        return value;
    }

private:
    template <class Read, class Where>
    Table& row(ShapeKey key, Read read, Where where) {
        shape_.keys.push_back(std::move(key));
        rows_.push_back([read = std::move(read), where](T& into, const Node& node, Loading& loading) {
            if (auto value = read(node, loading)) std::invoke(where, into) = std::move(*value);
        });
        return *this;
    }

    Shape shape_;
    std::vector<std::function<void(T&, const Node&, Loading&)>> rows_;
};

template <class T>
Reader<T> record(const Table<T>& table) {
    return {table.shape(),
            [&table](const Node& node, Loading& loading) { return table.read(node, loading); }};
}

template <class V>
Reader<std::vector<V>> list_of(Reader<V> each) {
    Shape shape{.kind = Shape::Kind::List, .of = {each.shape}};
    return {std::move(shape),
            [each = std::move(each)](const Node& node, Loading& loading) -> std::optional<std::vector<V>> {
                if (!loading.is(node, Node::Kind::List, "a list")) return std::nullopt;
                check_list(node, loading);
                std::vector<V> values;
                for (std::size_t i = 0; i < node.items.size(); ++i) {
                    const Loading::Step step(loading, i, node.items[i].place);
                    if (auto value = each.read(node.items[i], loading)) values.push_back(std::move(*value));
                }
                return values;
            }};
}

}  // namespace policy
