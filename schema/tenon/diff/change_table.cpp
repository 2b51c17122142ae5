// Asks each kind of change for its table.
#include <tenon/diff/change_table.hpp>
#include <tenon/sql/quote.hpp>

#include <type_traits>

namespace tenon {

const QualifiedName* table_of(const Change& change) {
  return std::visit(
      [](const auto& one) -> const QualifiedName* {
        using Kind = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<Kind, CreateTable> || std::is_same_v<Kind, DropTable>) {
          return &one.table.name;
        } else if constexpr (std::is_same_v<Kind, RenameTable>) {
          return &one.to;
        } else if constexpr (requires { one.table; }) {
          return &one.table;
        } else {
          return nullptr;
        }
      },
      change);
}

std::set<std::string> dropped_tables(const Changes& changes) {
  std::set<std::string> dropped;
  for (const Change& change : changes)
    if (const auto* drop = std::get_if<DropTable>(&change))
      dropped.insert(sql::identifier(drop->table.name));
  return dropped;
}

}  // namespace tenon
