#include "history.hpp"

#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/sql_text.hpp>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace tenon::reliability {
namespace {

std::string built_concurrently(std::string sql) {
  for (const std::string_view statement :
       {"\nCREATE INDEX ", "\nCREATE UNIQUE INDEX ", "\nDROP INDEX "})
    for (auto at = sql.find(statement); at != std::string::npos;
         at = sql.find(statement, at + statement.size()))
      sql.insert(at + statement.size(), "CONCURRENTLY ");
  return sql;
}

// As one that another version has written: its digests vouch for its text.
void build_concurrently(Migration& migration) {
  migration.up_sql = built_concurrently(migration.up_sql);
  migration.down_sql = built_concurrently(migration.down_sql);
  migration.up_digest = token_digest(migration.up_sql);
  migration.down_digest = token_digest(migration.down_sql);
  migration.generator = "0";
}

}  // namespace

void History::add(const std::string& slug, const std::function<void(Model&)>& change,
                  const std::string& backfill, Builds builds) {
  Declarations declared;
  declared.model = head_.model;
  change(declared.model);
  const auto parent = migrations_.empty() ? std::nullopt : std::optional{head()};
  auto written = write_migrations(head_, declared, "20260203", parent, slug);
  Migration& migration = written.at(0);
  if (builds == Builds::concurrently) build_concurrently(migration);
  if (!backfill.empty())
    migration.up_sql += "\n" + std::string{backfill_begin} + "\n" + backfill + "\n" +
                        std::string{backfill_end} + "\n";
  write_migration(folder(), migration);
  advance(head_, migration);
  migrations_.push_back(std::move(migration));
}

Table table(const std::string& name, const std::vector<std::string>& columns) {
  Table made;
  made.name.name = name;
  made.columns = {{.name = "id", .type = "bigint", .not_null = true}};
  for (const std::string& column : columns) {
    const auto space = column.find(' ');
    made.columns.push_back({.name = column.substr(0, space), .type = column.substr(space + 1)});
  }
  made.constraints = {{.name = name + "_pkey", .definition = PrimaryKey{{"id"}, {}}}};
  return made;
}

Index index(const std::string& name, const std::vector<std::string>& columns, bool is_unique) {
  Index made;
  made.name = name;
  made.unique = is_unique;
  for (const std::string& column : columns) made.elements.push_back({.target = column});
  return made;
}

Table& table_of(Model& model, const std::string& name) {
  const auto found = std::ranges::find_if(
      model.tables, [&name](const Table& one) { return one.name.name == name; });
  if (found == model.tables.end()) throw std::out_of_range{"there is no table " + name};
  return *found;
}

EveryKind::EveryKind() {
  add("create", [](Model& model) {
    model.tables = {table("accounts", {"owner text", "region integer", "balance bigint"}),
                    table("orders", {"account bigint", "amount bigint", "note text"})};
  });
  add(
      "add_score",
      [](Model& model) {
        table_of(model, "accounts").columns.push_back({.name = "score", .type = "integer"});
      },
      "UPDATE accounts SET balance = balance + 1, score = region;");
  add(
      "index_both",
      [](Model& model) {
        table_of(model, "accounts").indexes.push_back(index("accounts_region_idx", {"region"}));
        table_of(model, "orders").indexes.push_back(index("orders_account_idx", {"account"}));
      },
      "", Builds::concurrently);
  add(
      "add_visits",
      [](Model& model) { model.tables.push_back(table("visits", {"account bigint"})); },
      "INSERT INTO visits (id, account) SELECT id, account FROM orders WHERE id % 4 = 0;");
  add(
      "index_owner",
      [](Model& model) {
        Table& accounts = table_of(model, "accounts");
        accounts.columns.push_back({.name = "email", .type = "text"});
        accounts.indexes.push_back(index("accounts_owner_key", {"owner"}, true));
        accounts.indexes.back().comment = "One account an owner";
      },
      "UPDATE accounts SET balance = balance + 1 WHERE id % 2 = 0;", Builds::concurrently);
  add(
      "other_index",
      [](Model& model) {
        Table& accounts = table_of(model, "accounts");
        std::erase_if(accounts.indexes,
                      [](const Index& one) { return one.name == "accounts_region_idx"; });
        accounts.indexes.push_back(index("accounts_region_owner_idx", {"region", "owner"}));
      },
      "", Builds::concurrently);
  add(
      "amounts",
      [](Model& model) {
        for (Column& column : table_of(model, "orders").columns)
          if (column.name == "amount") column.not_null = true;
      },
      "UPDATE orders SET amount = amount * 3 WHERE id % 2 = 1;");
}

std::string EveryKind::fill(unsigned rows) {
  const std::string to = std::to_string(rows);
  return "INSERT INTO accounts SELECT i, 'owner ' || i, i % 97, i FROM generate_series(1, " + to +
         ") i; INSERT INTO orders SELECT i, i % 1000, i % 777, 'note ' || i "
         "FROM generate_series(1, " +
         to + ") i; ANALYZE";
}

const std::vector<std::string>& EveryKind::questions() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (const char* name : {"accounts", "orders", "visits"})
      made.push_back(std::string{"SELECT count(*), sum(hashtextextended(t::text, 0)::numeric) "} +
                     "FROM " + name + " t");
    made.emplace_back("SELECT count(*), sum(balance)::text FROM accounts");
    return made;
  }();
  return all;
}

Many::Many(unsigned length) {
  for (unsigned i = 0; i < length; ++i)
    add("step_" + std::to_string(i), [i](Model& model) {
      const std::string number = std::to_string(i);
      if (i % 2 == 0) {
        model.tables.push_back(
            table("t" + number, {"a text", "b integer", "c timestamptz", "d numeric(10,2)"}));
        model.tables.back().indexes.push_back(index("t" + number + "_a_idx", {"a"}));
        model.tables.back().comment = "Table " + number;
      } else {
        Table& last = model.tables.back();
        last.columns.push_back({.name = "e", .type = "text"});
        last.indexes.push_back(index(last.name.name + "_e_idx", {"e"}));
      }
    });
}

}  // namespace tenon::reliability
