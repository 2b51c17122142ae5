// Random schemas of every kind of object, as SQL, for property tests.
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <string>
#include <vector>

namespace tenon::test {

/// Which of its forms each object has; 0 is none. Objects use each other: a policy calls a function
/// that a view, a generated column and an index call as well.
using SchemaForms = std::vector<std::size_t>;

/// Forms of all objects. What an object needs is there.
[[nodiscard]] rc::Gen<SchemaForms> random_schema();

/// Some other forms for a few of the objects, with whatever else that entails.
[[nodiscard]] rc::Gen<SchemaForms> random_change(const SchemaForms& forms);

/// The SQL that makes the objects in an empty database.
[[nodiscard]] std::string script_of(const SchemaForms& forms);

}  // namespace tenon::test
