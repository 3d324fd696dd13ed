// Readers that scenarios and casts share: moments, lists that may be one text, and values that know their place.
#pragma once
#include "policy/load_values.h"
#include "rehearsal/scenario.h"

namespace rehearsal {

policy::Reader<std::string> moment();
policy::Reader<std::string> date_or_none();

/// One text or a list of texts.
policy::Reader<std::vector<std::string>> texts();

/// False, with a finding that speaks of `what`, where this is no map: "a scenario file".
bool is_file_of(const policy::Node&, policy::Loading&, const std::string& what, const std::string& hint);

/// Where each part of this was written, two levels deep.
Written places_of(const policy::Node&);

/// Reads a T by its table and notes where it stood.
template <class T>
policy::Reader<T> placed(const policy::Table<T>& table) {
    policy::Reader<T> reader = policy::record(table);
    reader.read = [read = reader.read](const policy::Node& node, policy::Loading& loading) -> std::optional<T> {
        auto value = read(node, loading);
        if (value) value->written = places_of(node);
        return value;
    };
    return reader;
}

}  // namespace rehearsal
