// SQL in annotations.
#pragma once

#include "declared/annotation.hpp"
#include "declared/diagnostics.hpp"

#include <tenon/sql/sql_fragment.hpp>

#include <string_view>

namespace tenon::generator {

/// What people call a fragment of this kind: `SQL expression`, `collation`.
[[nodiscard]] std::string_view name_of(sql::FragmentKind kind);

/// Reports what `annotation` says in SQL, in its last text, unless that is exactly one fragment of
/// this kind: anything else could say more of the statement that it is put into.
/// @returns whether it is right.
bool check_fragment(const Annotation& annotation, sql::FragmentKind kind, Diagnostics& diagnostics);

}  // namespace tenon::generator
