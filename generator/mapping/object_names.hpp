// The names of a schema that are taken, and PostgreSQL's choice among the others.
#pragma once

#include <tenon/model/model.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::generator {

/// Tables and indexes share one space of names in each PostgreSQL schema, and a constraint with an
/// index is in it too. The constraints of one table share another. Names that people said are
/// reserved first, so that a chosen name evades them wherever they stand.
class ObjectNames {
 public:
  /// @returns whether the name was free.
  bool reserve_relation(const std::string& schema, const std::string& name);
  bool reserve_constraint(const QualifiedName& table, const std::string& name);

  /// `table_columns_label`, cut and numbered as ChooseIndexName() does it.
  [[nodiscard]] std::string choose_relation(const QualifiedName& table,
                                            const std::vector<std::string>& columns,
                                            std::string_view label);
  /// `table_columns_label` for a constraint without an index, as ChooseConstraintName() does it.
  [[nodiscard]] std::string choose_constraint(const QualifiedName& table,
                                              const std::vector<std::string>& columns,
                                              std::string_view label);

 private:
  std::map<std::string, std::set<std::string, std::less<>>> relations_;
  std::map<QualifiedName, std::set<std::string, std::less<>>> constraints_;
};

}  // namespace tenon::generator
