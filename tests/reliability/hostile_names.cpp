// Names and texts that are made to inject SQL, all the way: Model, files of a migration, `tenon up`
// on a server, its catalog, Model. And through annotated structs, where there is tenon-generate.
#include "experiment.hpp"
#include "history.hpp"
#include "hostile_text.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <support/environment.hpp>
#include <support/migrated.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/sql/quote.hpp>

#include <filesystem>
#include <iostream>
#include <map>

namespace tenon::reliability {
namespace {

namespace fs = std::filesystem;

constexpr const char* canary_schema = "safe";

/// A model, and the values that the defaults of its first table have.
struct Hostile {
  Model model;
  std::map<std::string, std::string> defaults;
};

class Maker {
 public:
  explicit Maker(Random& random) : random_{random} {}

  Hostile make() {
    Hostile made;
    for (int i = 0; i < 2; ++i) made.model.enums.push_back(enum_type());
    for (int i = 0; i < 2; ++i) made.model.tables.push_back(table_with(made));
    return made;
  }

  /// Something new in each place.
  void change(Hostile& hostile) {
    Table& first = hostile.model.tables.front();
    first.comment = text();
    first.columns.back().comment = text();
    first.columns.push_back(text_column(hostile.defaults));
    hostile.model.enums.back().comment = text();
    hostile.model.tables.push_back(table_with(hostile));
  }

 private:
  std::string name() { return hostile_name(random_, ++number_); }
  std::string text() { return hostile_text(random_, 200); }

  EnumType enum_type() {
    EnumType type{.name = {"public", name()}, .labels = {name(), name(), name()}};
    type.comment = text();
    return type;
  }

  Column text_column(std::map<std::string, std::string>& defaults) {
    const std::string value = text();
    Column column{.name = name(), .type = "text", .not_null = true};
    column.default_value = sql::literal(value) + "::text";
    column.comment = text();
    defaults.emplace(column.name, value);
    return column;
  }

  Table table_with(Hostile& hostile) {
    Table made = table(name(), {});
    made.comment = text();
    std::map<std::string, std::string> others;
    auto& defaults = hostile.model.tables.empty() ? hostile.defaults : others;
    made.columns.push_back(text_column(defaults));
    made.columns.push_back(text_column(defaults));
    const EnumType& type = hostile.model.enums.front();
    made.columns.push_back({.name = name(), .type = sql::identifier(type.name)});
    made.constraints.front().name = name();
    made.constraints.push_back(
        {.name = name(), .definition = UniqueConstraint{{made.columns[1].name}}});
    made.constraints.back().comment = text();
    made.constraints.push_back(
        {.name = name(),
         .definition = CheckConstraint{sql::identifier(made.columns[1].name) + " <> " +
                                       sql::literal(text() + "!") + "::text"}});
    made.indexes.push_back(index(name(), {made.columns[2].name}));
    made.indexes.back().comment = text();
    return made;
  }

  Random& random_;
  unsigned number_ = 0;
};

// Expressions are printed by PostgreSQL in its own words: they are checked by what they do, or by
// being the same in a database that the model was created in.
void forget_expressions(Model& model) {
  for (Table& made : model.tables) {
    for (Column& column : made.columns) column.default_value.reset();
    std::erase_if(made.constraints, [](const Constraint& constraint) {
      return std::holds_alternative<CheckConstraint>(constraint.definition);
    });
  }
}

Catalog catalog_at(Connection& connection) {
  return read_catalog(connection, {.ignored_schemas = {ledger_schema, canary_schema}});
}

void require_canary(Connection& connection) {
  require(connection.query("SELECT string_agg(sings, ',') FROM safe.canary")[0][0] == "yes",
          "the canary lives");
}

void require_same(const Catalog& seen, const Catalog& wanted, const std::string& what) {
  const std::string differences = test::differences(seen, wanted);
  require(differences.empty(), what + "; but\n" + differences);
}

class Round {
 public:
  Round(const Setting& setting, Server& server, Random& random, unsigned number)
      : setting_{setting}, server_{server}, maker_{random}, hostile_{maker_.make()} {
    for (const char* kind : {"migrated", "created", "imported"}) {
      names_.push_back(fmt::format("{}_{}", kind, number));
      Connection{server_.url()}.execute("CREATE DATABASE " + names_.back() + " TEMPLATE template0");
    }
    for (const std::string& name : names_)
      Connection{server_.url(name)}.execute(
          "CREATE SCHEMA safe; CREATE TABLE safe.canary (sings text); "
          "INSERT INTO safe.canary VALUES ('yes')");
  }

  ~Round() {
    for (const std::string& name : names_)
      Connection{server_.url()}.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
  Round(const Round&) = delete;
  Round& operator=(const Round&) = delete;

  void through_migrations() {
    History history;
    history.add("create", [this](Model& model) { model = hostile_.model; });
    maker_.change(hostile_);
    history.add("change", [this](Model& model) { model = hostile_.model; });
    tenon("up", history);
    Connection migrated{server_.url(names_[0])};
    require_canary(migrated);

    Connection created{server_.url(names_[1])};
    test::run(created, sql::create_all(hostile_.model));
    require_canary(created);
    require_same(catalog_at(migrated), catalog_at(created), "migrated is as created");

    Catalog wanted{hostile_.model, {}};
    Catalog seen = catalog_at(migrated);
    forget_expressions(wanted.model);
    forget_expressions(seen.model);
    require_same(seen, wanted, "the catalog is the model");
    require_defaults(migrated);
    tenon("down --to base", history);
    require_canary(migrated);
    require(catalog_at(migrated).model.tables.empty(), "the way back drops every table");
  }

  void through_structs(const std::string& generate) {
    const test::TemporaryFolder folder;
    const fs::path out = folder.path() / "out";
    Connection created{server_.url(names_[1])};
    const std::string url = "postgresql://postgres@/" + names_[1] + "?host=" + encoded_folder();
    // The canary is no part of what is imported.
    created.execute("DROP SCHEMA safe CASCADE");
    run({setting_.tenon, "show", "--from", url, "--format", "cpp", "--out", out.string()});
    std::vector<std::string> command{generate};
    for (const auto& entry : fs::directory_iterator{out})
      if (entry.path().extension() == ".hpp") command.push_back(entry.path().string());
    // Comments of what has no place of its own in a struct.
    for (const auto& entry : fs::directory_iterator{out})
      if (entry.path().extension() == ".sql")
        command.insert(command.end(), {"--sql", entry.path().string()});
    const fs::path json = folder.path() / "model.json";
    command.insert(command.end(), {"-o", json.string(), "--source-root", out.string(), "--",
                                   "-std=c++20", "-I", TENON_SCHEMA_FOLDER});
    run(command);
    Connection imported{server_.url(names_[2])};
    test::run(imported, sql::create_all(read_declarations(json).model));
    require_canary(imported);
    require_same(catalog_at(imported), catalog_at(created), "imported is as it was");
  }

 private:
  void tenon(const std::string& what, const History& history) {
    std::vector<std::string> command{setting_.tenon};
    for (std::size_t at = 0; at != std::string::npos;) {
      const auto space = what.find(' ', at);
      command.push_back(what.substr(at, space == std::string::npos ? space : space - at));
      at = space == std::string::npos ? space : space + 1;
    }
    command.insert(command.end(), {"--migrations", history.folder().string(), "--database",
                                   server_.url(names_[0])});
    run(command);
  }

  void require_defaults(Connection& connection) {
    const std::string name = sql::identifier(hostile_.model.tables.front().name);
    connection.execute("INSERT INTO " + name + " (id) VALUES (1)");
    for (const auto& [column, value] : hostile_.defaults)
      require(
          connection.query("SELECT " + sql::identifier(column) + " FROM " + name)[0][0] == value,
          "the default of " + column + " is " + value);
  }

  [[nodiscard]] std::string encoded_folder() const {
    std::string text;
    for (const char c : server_.folder().string()) text += c == '/' ? "%2F" : std::string{c};
    return text;
  }

  const Setting& setting_;
  Server& server_;
  Maker maker_;
  Hostile hostile_;
  std::vector<std::string> names_;
};

}  // namespace

void hostile_names(const Setting& setting) {
  Random random{setting.seed};
  Server server;
  // tenon-generate runs SQL files there.
  const test::EnvironmentVariable scratch{"TENON_SCRATCH_URL", server.url()};
  const fs::path generate = fs::path{setting.tenon}.parent_path().parent_path() / "tenon-generate";
  unsigned imported = 0;
  for (unsigned number = 0; number < setting.rounds; ++number) {
    Round round{setting, server, random, number};
    round.through_migrations();
    // Each compiles a header.
    if (number % 10 == 0 && fs::exists(generate)) {
      round.through_structs(generate.string());
      ++imported;
    }
  }
  std::cout << fmt::format("| {} | {} | 0 | 0 |\n", setting.rounds, imported);
}

}  // namespace tenon::reliability
