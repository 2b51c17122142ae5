// Names that nothing has, for what is moved aside for a moment.
#pragma once

#include <tenon/model/model.hpp>

#include <functional>
#include <set>
#include <string_view>
#include <vector>

namespace tenon::planning {

/// Gives out names that are in none of the Models of a plan, each only once: two long names that
/// differ at their ends may be cut to the same one.
class FreeNames {
 public:
  FreeNames(const Model& from, const Model& before, const Model& to) : models_{from, before, to} {}

  /// A name like `name` in the same schema, ending in `label`, that no table and no index has.
  [[nodiscard]] QualifiedName for_index(const QualifiedName& name,
                                        std::string_view label = "aside");

  /// The same for types, whose names tables take as well.
  [[nodiscard]] QualifiedName for_type(const QualifiedName& name);

 private:
  using IsTaken = bool (*)(const Model&, const QualifiedName&);
  [[nodiscard]] QualifiedName free_name(const QualifiedName& name, std::string_view label,
                                        IsTaken is_taken);

  std::vector<std::reference_wrapper<const Model>> models_;
  std::set<QualifiedName> given_;
};

}  // namespace tenon::planning
