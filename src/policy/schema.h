// A pack's shape as a JSON Schema (2020-12), for editors, and for checks outside the program.
#pragma once
#include "json/json.h"
#include "policy/load_shape.h"

namespace policy {

/// The schema of a whole pack, drawn from pack_shape(): every key with a title and a description. What
/// it asks for, the loader asks for too; the loader and the checker see more than a schema can say.
/// Values are those of YAML 1.2, where "yes" and a date are text.
json::Object pack_schema();

/// The definitions of the small languages, by the names under which schema_of() refers to them.
json::Object definitions_of_values();

/// What may stand where a value of this shape is read. Records are referred to by record_name().
json::Object schema_of(const Shape&);
std::string record_name(const Shape&);

}  // namespace policy
