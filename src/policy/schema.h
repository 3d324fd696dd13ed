// A pack's shape as a JSON Schema (2020-12), for editors, and for checks outside the program.
#pragma once
#include "json/json.h"
#include "policy/load_shape.h"

namespace policy {

/// The schema of a whole pack, drawn from pack_shape(): every key with a title and a description. What
/// it asks for, the loader asks for too; the loader and the checker see more than a schema can say. A
/// pack that extends another may leave out what it does not change.
/// Values are those of YAML 1.2, where "yes" and a date are text.
json::Object pack_schema();

/// The definitions of the small languages, by the names under which schema_of() refers to them.
json::Object definitions_of_values();

/// Whether a pack says everything itself, or only in what it differs from the one it is laid over:
/// there nothing has to be said again, and a new entry can name the one it comes after.
enum class Standing { Whole, LaidOver };

/// What may stand where a value of this shape is read.
json::Object schema_of(const Shape&, Standing);

}  // namespace policy
