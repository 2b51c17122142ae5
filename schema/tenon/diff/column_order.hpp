// The order of columns, which is no part of a schema.
#pragma once

#include <tenon/model/model.hpp>

#include <vector>

namespace tenon {

/// The tables of both models in which the columns that both have come in different orders.
/// PostgreSQL cannot move a column, and nothing that names its columns can tell, so diff() says
/// nothing of it.
[[nodiscard]] std::vector<QualifiedName> tables_in_another_order(const Model& from,
                                                                 const Model& to);

}  // namespace tenon
