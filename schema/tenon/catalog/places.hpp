// Which rows of the catalog became which objects of a Model.
#pragma once

#include <tenon/catalog/fields.hpp>
#include <tenon/model/model.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tenon::catalog {

/// A row of a catalog table, or a column of the relation that it is.
/// https://www.postgresql.org/docs/current/catalog-pg-depend.html
struct ObjectAddress {
  /// @param class_name the catalog table
  ObjectAddress(std::string_view class_name, Oid row, int column = 0);

  /// The place of its name among those that a Model has objects of; their number for all others.
  std::size_t classid;
  Oid objid;
  int objsubid;

  [[nodiscard]] bool is_known() const noexcept;
  /// The catalog table, if it is known.
  [[nodiscard]] std::string_view class_name() const noexcept;

  friend bool operator==(const ObjectAddress&, const ObjectAddress&) = default;
};

struct HashOfAddress {
  std::size_t operator()(const ObjectAddress& address) const noexcept;
};

/// Where an object stands in a Model.
struct Place {
  enum class In { schemas, enums, tables, columns, defaults, constraints, indexes, definitions };

  In in;
  /// In the list of the Model: that of the table for what is in a table.
  std::size_t at;
  /// In the list of the table.
  std::size_t member = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

template <class Value>
using ByAddress = std::unordered_map<ObjectAddress, Value, HashOfAddress>;

[[nodiscard]] ObjectName name_at(const Place& place, const Model& model);

/// The properties of the object, or null for a part of a table, which has none.
[[nodiscard]] std::vector<Property>* properties_at(const Place& place, Model& model);

/// The comment on the object, or null when there can be none.
[[nodiscard]] std::optional<std::string>* comment_at(const Place& place, Model& model);

/// Whose the object is, or null for a part of a table, which is its table's owner's.
[[nodiscard]] Owner* owner_at(const Place& place, Model& model);

/// What the object uses, or null when a Model does not say it of such.
[[nodiscard]] Uses* uses_at(const Place& place, Model& model);

}  // namespace tenon::catalog
