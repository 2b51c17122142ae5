// The partition key of a table, taken apart.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon::importing {

struct PartitionKey {
  /// `range`, `list` or `hash`.
  std::string strategy;
  /// Names, in order.
  std::vector<std::string> columns;
};

/// The key of a partitioned table, where it consists of columns alone, without collations and
/// operator classes. https://www.postgresql.org/docs/current/catalog-pg-partitioned-table.html
[[nodiscard]] std::optional<PartitionKey> partition_key_of(const Table& table);

}  // namespace tenon::importing
