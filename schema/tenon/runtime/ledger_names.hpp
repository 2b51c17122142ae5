// The names of the ledger's tables, from its generated metadata.
#pragma once

#include <tenon_ledger.hpp>

#include <string>

namespace tenon {

/// schema.name of a struct of the ledger. Neither needs quotes.
template <class Struct>
[[nodiscard]] std::string ledger_table() {
  return std::string{table_of<Struct>::schema} + "." + std::string{table_of<Struct>::name};
}

}  // namespace tenon
