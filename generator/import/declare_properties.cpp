// What a table is beside its columns and keys, as annotations.
#include "import/declaration.hpp"
#include "import/partition_key.hpp"
#include "import/words.hpp"

#include <tenon/model/lookup.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenon::importing {
namespace {

bool has(const Table& table, PropertyKind kind) {
  return find(table.properties, kind) != nullptr;
}

}  // namespace

void declare_properties(const Table& table, generator::DeclaredStruct& declared,
                        Declaration& declaration) {
  const SourceLocation place = declared.location;
  if (has(table, PropertyKind::unlogged))
    declared.annotations.push_back(word_of("unlogged", {}, place));
  if (has(table, PropertyKind::row_security)) {
    declared.annotations.push_back(word_of("row_security", {}, place));
    if (has(table, PropertyKind::forced_row_security))
      declared.annotations.back().arguments.push_back(word_argument("forced"));
  }
  if (const auto key = partition_key_of(table)) {
    auto word = word_of("partition_by", {text_argument(key->strategy)}, place);
    std::ranges::move(member_arguments(table.name, key->columns, declaration),
                      std::back_inserter(word.arguments));
    declared.statements.push_back(std::move(word));
  }
  for (const Property& property : table.properties)
    if (property.kind == PropertyKind::storage_parameter)
      declared.statements.push_back(
          word_of("storage_parameter", {text_argument(property.key), text_argument(property.value)},
                  place));
}

}  // namespace tenon::importing
