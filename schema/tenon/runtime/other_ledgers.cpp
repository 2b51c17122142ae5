// By names that no table of an application has together.
#include <tenon/runtime/other_ledgers.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tenon {
namespace {

struct Mark {
  std::string_view tool;
  std::string_view table;
  std::array<std::string_view, 2> columns;
};

// The more exact ones first.
constexpr std::array marks = {
    Mark{"Flyway", "flyway_schema_history", {"installed_rank", "checksum"}},
    Mark{"Flyway", "schema_version", {"installed_rank", "checksum"}},
    Mark{"golang-migrate", "schema_migrations", {"version", "dirty"}},
    Mark{"dbmate", "schema_migrations", {"version", "version"}},
    Mark{"Alembic", "alembic_version", {"version_num", "version_num"}},
    Mark{"goose", "goose_db_version", {"version_id", "is_applied"}},
};

// Its tables are in a schema of their own.
constexpr Mark sqitch = {"Sqitch", "changes", {"change_id", "script_hash"}};
constexpr std::string_view sqitch_schema = "sqitch";

bool is_marked(const Table& table, const Mark& mark) {
  return table.name.name == mark.table &&
         std::ranges::all_of(mark.columns, [&table](std::string_view name) {
           return std::ranges::find(table.columns, name, &Column::name) != table.columns.end();
         });
}

// The sequence of its serial column.
void take_owned(Model& model, const QualifiedName& table) {
  const std::string owner = sql::identifier(table) + ".";
  std::erase_if(model.definitions, [&owner](const Definition& definition) {
    return std::ranges::any_of(definition.properties, [&owner](const Property& property) {
      return property.kind == PropertyKind::owned_by && property.value.starts_with(owner);
    });
  });
}

void take_schema(Model& model, std::string_view name) {
  std::erase_if(model.schemas, [name](const Schema& schema) { return schema.name == name; });
  std::erase_if(model.enums, [name](const EnumType& type) { return type.name.schema == name; });
  std::erase_if(model.tables, [name](const Table& table) { return table.name.schema == name; });
  std::erase_if(model.definitions, [name](const Definition& definition) {
    return definition.name.parent.schema == name;
  });
}

}  // namespace

std::vector<OtherLedger> take_other_ledgers(Model& model, const Model& kept) {
  std::vector<OtherLedger> ledgers;
  const auto stays = [&kept](const QualifiedName& name) {
    return std::ranges::find(kept.tables, name, &Table::name) != kept.tables.end();
  };
  for (const Table& table : model.tables) {
    if (stays(table.name)) continue;
    if (table.name.schema == sqitch_schema && is_marked(table, sqitch))
      ledgers.push_back(
          {{ObjectKind::schema, {std::string{sqitch_schema}, ""}, ""}, std::string{sqitch.tool}});
    const auto mark =
        std::ranges::find_if(marks, [&table](const Mark& m) { return is_marked(table, m); });
    if (mark != marks.end())
      ledgers.push_back({{ObjectKind::table, table.name, ""}, std::string{mark->tool}});
  }
  for (const OtherLedger& ledger : ledgers) {
    const QualifiedName& name = ledger.object.parent;
    if (ledger.object.kind == ObjectKind::schema) {
      take_schema(model, name.schema);
    } else {
      std::erase_if(model.tables, [&name](const Table& table) { return table.name == name; });
      take_owned(model, name);
    }
  }
  return ledgers;
}

}  // namespace tenon
