// Names that nothing has, for what is moved aside for a moment.
#pragma once

#include <tenon/model/model.hpp>

namespace tenon::planning {

struct Scene;

/// A name like `name` in the same schema that no table or index has, neither before nor after.
[[nodiscard]] QualifiedName free_index_name(const Scene& scene, const QualifiedName& name);

/// The same for types, whose names tables take as well.
[[nodiscard]] QualifiedName free_type_name(const Scene& scene, const QualifiedName& name);

}  // namespace tenon::planning
