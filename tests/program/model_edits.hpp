// Edits of a model, for migrations that a test writes.
#pragma once

#include "branched_history.hpp"

#include <functional>
#include <string>

namespace tenon::test {

using Edit = std::function<void(Declarations&)>;

[[nodiscard]] inline Edit in_table(const std::string& name,
                                   const std::function<void(Table&)>& edit) {
  return [name, edit](Declarations& declared) {
    for (Table& one : declared.model.tables)
      if (one.name.name == name) edit(one);
  };
}

/// A table more, with a column `note`.
[[nodiscard]] inline Edit with_table(const std::string& name) {
  return [name](Declarations& declared) {
    declared.model.tables.push_back(table_with(name, {"note"}));
  };
}

[[nodiscard]] inline Edit with_column(const std::string& table, const Column& column) {
  return in_table(table, [column](Table& one) { one.columns.push_back(column); });
}

[[nodiscard]] inline Edit without_column(const std::string& table, const std::string& column) {
  return in_table(table, [column](Table& one) {
    std::erase_if(one.columns, [&](const Column& old) { return old.name == column; });
  });
}

[[nodiscard]] inline Edit with_renamed_column(const std::string& table, const std::string& from,
                                              const std::string& to) {
  return [=](Declarations& declared) {
    in_table(table, [&](Table& one) {
      for (Column& column : one.columns)
        if (column.name == from) column.name = to;
    })(declared);
    declared.intents.renames = {
        {{ObjectKind::column, {"public", table}, to}, "", {"public", from}}};
  };
}

}  // namespace tenon::test
