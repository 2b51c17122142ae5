// What renamed_from(…) says.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Adds a rename. Reports one from the name that the object has now, and a second one from the same
/// name.
void add_rename(Rename rename, const SourceLocation& location, Mapped& mapped);

/// Adds what renamed_from among the annotations of a table or type says.
void add_rename(const std::vector<Annotation>& annotations, ObjectKind kind,
                const QualifiedName& name, Mapped& mapped);

}  // namespace tenon::generator
