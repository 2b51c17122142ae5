// Every change that people make every day, on a real PostgreSQL with rows in the tables: there and
// back, with the rows kept and the catalog that of the structs.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <support/migrated.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/model/lookup.hpp>

#include <functional>

namespace tenon::test {
namespace {

Table& table(Model& model, const std::string& name) {
  return *find(model.tables, in_public(name));
}
Column& column_of(Model& model, const std::string& table_name, const std::string& name) {
  return *find(table(model, table_name).columns, name);
}
Constraint& constraint_of(Model& model, const std::string& name) {
  return *find(table(model, "pets").constraints, name);
}
void drop_constraint(Model& model, const std::string& name) {
  std::erase_if(table(model, "pets").constraints,
                [&](const Constraint& constraint) { return constraint.name == name; });
}

Model shop() {
  Model model;
  model.schemas.push_back({"stable", {}});
  model.enums.push_back({in_public("mood"), {"calm", "wild", "rare"}, "how it is"});
  Table owners{in_public("owners"),
               {column("id", "bigint", true), column("name", "varchar(40)", true),
                column("kind", "text", true), column("born", "integer")},
               {primary_key("owners_pkey", {"id"}), unique("owners_id_kind_key", {"id", "kind"})},
               {},
               {}};
  owners.columns[0].identity = Identity::by_default;
  Table pets{
      in_public("pets"),
      {column("id", "bigint", true), column("owner_id", "bigint", true),
       column("name", "text", true), column("mood", "mood", true), column("moods", "mood[]"),
       column("size", "integer", true), column("length", "text"), column("twice", "integer")},
      {primary_key("pets_pkey", {"id"}), unique("pets_name_key", {"name"}),
       check("pets_size_check", "size > 0"),
       foreign_key("pets_owner_id_fkey", {"owner_id"}, in_public("owners"), {"id"})},
      {index("pets_owner_id_idx", {"owner_id"}), index("pets_mood_idx", {"mood"})},
      {},
      "animals"};
  pets.columns[3].default_value = "'calm'";
  pets.columns[7].generated = "size * 2";
  pets.indexes[1].predicate = "mood <> 'wild'";
  Table notes{in_public("notes"),
              {column("pet_id", "bigint", true), column("text", "text", true)},
              {},
              {},
              {}};
  model.tables = {std::move(owners), std::move(pets), std::move(notes)};
  return model;
}

constexpr const char* rows =
    "INSERT INTO owners (id, name, kind, born) VALUES (1, 'Ann', 'a', 1980), (2, 'Bob', 'b', NULL);"
    "INSERT INTO pets (id, owner_id, name, mood, moods, size, length) VALUES"
    " (1, 1, 'Rex', 'calm', '{calm,wild}', 3, '12'), (2, 2, 'Tom', 'wild', NULL, 5, '7'),"
    " (3, 2, 'Ada', 'calm', '{}', 4, NULL);"
    "INSERT INTO notes VALUES (1, 'barks')";

constexpr const char* all_pets = "SELECT string_agg(name, ',' ORDER BY id) FROM pets";

struct OrdinaryChange {
  std::string name;
  std::function<void(Model&)> change;
  Intents intents = {};
  // What a person writes into the zones, on the way there and on the way back.
  Backfills there = {};
  Backfills back = {};
  // A question whose answer shows that the rows are there afterwards.
  std::string question = all_pets;
  std::string answer = "Rex,Tom,Ada";
};

Rename table_renamed(const QualifiedName& from, const QualifiedName& to) {
  return {{ObjectKind::table, to, ""}, "", from};
}
Rename column_renamed(const std::string& from, const std::string& to) {
  return {{ObjectKind::column, in_public("pets"), to}, "", in_public(from)};
}
Rename label_renamed(const std::string& from, const std::string& to) {
  return {{ObjectKind::enum_type, in_public("mood"), ""}, to, in_public(from)};
}
Intents converted(const std::string& name, const std::string& expression) {
  Intents intents;
  intents.conversions[{ObjectKind::column, in_public("pets"), name}] = expression;
  return intents;
}

void swap_tables(Model& model) {
  apply(model, RenameTable{in_public("owners"), in_public("aside")});
  apply(model, RenameTable{in_public("pets"), in_public("owners")});
  apply(model, RenameTable{in_public("aside"), in_public("pets")});
  apply(model, RenameConstraint{in_public("pets"), "owners_pkey", "pets_pkey"});
  apply(model, RenameConstraint{in_public("owners"), "pets_pkey", "owners_pkey"});
}

std::vector<OrdinaryChange> table_changes() {
  return {
      {"a table is added",
       [](Model& m) {
         m.tables.push_back(
             {in_public("visits"),
              {column("id", "bigint", true), column("pet_id", "bigint", true)},
              {primary_key("visits_pkey", {"id"}),
               foreign_key("visits_pet_id_fkey", {"pet_id"}, in_public("pets"), {"id"})},
              {},
              {}});
       }},
      {"a table is dropped", [](Model& m) { m.tables.pop_back(); }},
      {"a table is renamed",
       [](Model& m) { apply(m, RenameTable{in_public("pets"), in_public("animals")}); },
       {{table_renamed(in_public("pets"), in_public("animals"))}, {}, {}},
       {},
       {},
       "SELECT string_agg(name, ',' ORDER BY id) FROM animals"},
      {"a table moves to another schema",
       [](Model& m) {
         apply(m, RenameTable{in_public("pets"), {"stable", "pets"}});
         apply(m, RenameTable{in_public("owners"), {"stable", "owners"}});
       },
       {{table_renamed(in_public("pets"), {"stable", "pets"}),
         table_renamed(in_public("owners"), {"stable", "owners"})},
        {},
        {}},
       {},
       {},
       "SELECT string_agg(name, ',' ORDER BY id) FROM stable.pets"},
      {"two tables swap their names",
       swap_tables,
       {{table_renamed(in_public("pets"), in_public("owners")),
         table_renamed(in_public("owners"), in_public("pets"))},
        {},
        {}},
       {},
       {},
       "SELECT string_agg(name, ',' ORDER BY id) FROM owners"},
      {"comments change",
       [](Model& m) {
         table(m, "pets").comment = "it's \\ \"all\" new";
         column_of(m, "pets", "name").comment = "called";
         m.enums[0].comment.reset();
         m.schemas[0].comment = "a place";
         table(m, "pets").indexes[0].comment = "quick";
         table(m, "pets").constraints[0].comment = "key";
       }},
  };
}

std::vector<OrdinaryChange> column_changes() {
  return {
      {"a nullable column is added",
       [](Model& m) { table(m, "pets").columns.push_back(column("note", "text")); }},
      {"a NOT NULL column with a default is added",
       [](Model& m) {
         table(m, "pets").columns.push_back(column("legs", "integer", true));
         table(m, "pets").columns.back().default_value = "4";
       },
       {},
       {},
       {},
       "SELECT sum(legs) FROM pets",
       "12"},
      {"a NOT NULL column without a default is added",
       [](Model& m) { table(m, "pets").columns.push_back(column("tag", "text", true)); },
       {},
       {{"pets.tag", "UPDATE pets SET tag = 'tag ' || id"}},
       {},
       "SELECT string_agg(tag, ',' ORDER BY id) FROM pets",
       "tag 1,tag 2,tag 3"},
      {"a column is dropped",
       [](Model& m) {
         auto& columns = table(m, "pets").columns;
         std::erase_if(columns,
                       [](const Column& c) { return c.name == "size" || c.name == "twice"; });
         drop_constraint(m, "pets_size_check");
       },
       {},
       {},
       {{"pets.size", "UPDATE pets SET size = 1"}}},
      {"a column is renamed",
       [](Model& m) { apply(m, RenameColumn{in_public("pets"), "name", "called"}); },
       {{column_renamed("name", "called")}, {}, {}},
       {},
       {},
       "SELECT string_agg(called, ',' ORDER BY id) FROM pets"},
      {"a column is renamed and gets another type at once",
       [](Model& m) {
         apply(m, RenameColumn{in_public("pets"), "length", "metres"});
         column_of(m, "pets", "metres").type = "integer";
       },
       {{column_renamed("length", "metres")}, {}, {}},
       {},
       {},
       "SELECT sum(metres) FROM pets",
       "19"},
      {"two columns swap their names",
       [](Model& m) {
         auto& pets = table(m, "pets");
         apply(m, RenameColumn{in_public("pets"), "length", "aside"});
         apply(m, RenameColumn{in_public("pets"), "name", "length"});
         apply(m, RenameColumn{in_public("pets"), "aside", "name"});
         find(pets.columns, "name")->type = "varchar(30)";
       },
       {{column_renamed("length", "name"), column_renamed("name", "length")}, {}, {}},
       {},
       {},
       "SELECT string_agg(length, ',' ORDER BY id) FROM pets"},
      {"int becomes bigint",
       [](Model& m) { column_of(m, "pets", "size").type = "bigint"; },
       {},
       {},
       {},
       "SELECT sum(twice) FROM pets",
       "24"},
      {"int becomes bigint in a key and in what refers to it",
       [](Model& m) {
         column_of(m, "owners", "id").type = "integer";
         column_of(m, "pets", "owner_id").type = "integer";
       }},
      {"varchar is widened", [](Model& m) { column_of(m, "owners", "name").type = "varchar(99)"; }},
      {"varchar is narrowed", [](Model& m) { column_of(m, "owners", "name").type = "varchar(5)"; }},
      {"text becomes int by an expression",
       [](Model& m) { column_of(m, "pets", "length").type = "integer"; },
       converted("length", "coalesce(length, '0')::integer + 1"),
       {},
       {},
       "SELECT sum(length) FROM pets",
       "22"},
      {"text becomes int by a cast",
       [](Model& m) { column_of(m, "pets", "length").type = "integer"; },
       {},
       {},
       {},
       "SELECT sum(length) FROM pets",
       "19"},
      {"a default is added, another changed",
       [](Model& m) {
         column_of(m, "pets", "name").default_value = "'it''s new'";
         column_of(m, "pets", "mood").default_value = "'wild'";
       }},
      {"a default is dropped",
       [](Model& m) { column_of(m, "pets", "mood").default_value.reset(); }},
      {"a nullable column becomes NOT NULL",
       [](Model& m) { column_of(m, "pets", "length").not_null = true; },
       {},
       {{"pets.length", "UPDATE pets SET length = '0' WHERE length IS NULL"}}},
      {"a NOT NULL column becomes nullable",
       [](Model& m) { column_of(m, "pets", "size").not_null = false; }},
      {"an identity is added",
       [](Model& m) { column_of(m, "pets", "id").identity = Identity::always; },
       {},
       {},
       {},
       "WITH added AS (INSERT INTO pets (owner_id, name, size) VALUES (1, 'New', 1) RETURNING id)"
       " SELECT id FROM added",
       "4"},
      {"an identity replaces a default",
       [](Model& m) {
         column_of(m, "pets", "size").identity = Identity::by_default;
         column_of(m, "pets", "size").default_value.reset();
       }},
      {"an identity is dropped", [](Model& m) { column_of(m, "owners", "id").identity.reset(); }},
      {"an identity changes its kind",
       [](Model& m) { column_of(m, "owners", "id").identity = Identity::always; }},
      {"what a column is computed from changes",
       [](Model& m) { column_of(m, "pets", "twice").generated = "size * 3"; },
       {},
       {},
       {},
       "SELECT sum(twice) FROM pets",
       "36"},
      {"a computed column becomes an ordinary one",
       [](Model& m) { column_of(m, "pets", "twice").generated.reset(); },
       {},
       {},
       {},
       "SELECT sum(twice) FROM pets",
       "24"},
  };
}

std::vector<OrdinaryChange> key_changes() {
  return {
      {"a foreign key is dropped", [](Model& m) { drop_constraint(m, "pets_owner_id_fkey"); }},
      {"a foreign key changes its action",
       [](Model& m) {
         std::get<ForeignKey>(constraint_of(m, "pets_owner_id_fkey").definition).on_delete =
             ReferentialAction::cascade;
       }},
      {"a foreign key becomes deferrable",
       [](Model& m) {
         constraint_of(m, "pets_owner_id_fkey").deferrability = Deferrability::initially_deferred;
       }},
      {"a unique constraint is added",
       [](Model& m) {
         table(m, "pets").constraints.push_back(unique("pets_length_key", {"length"}));
       }},
      {"a unique constraint is dropped", [](Model& m) { drop_constraint(m, "pets_name_key"); }},
      {"a plain index becomes unique",
       [](Model& m) {
         table(m, "pets").indexes[0].elements[0].target = "size";
         table(m, "pets").indexes[0].unique = true;
       }},
      {"an index gets other columns",
       [](Model& m) {
         table(m, "pets").indexes[0] = index("pets_owner_id_idx", {"owner_id", "name"});
       }},
      {"an index gets another predicate",
       [](Model& m) { table(m, "pets").indexes[1].predicate = "mood = 'wild'"; }},
      {"an index gets another method",
       [](Model& m) { table(m, "pets").indexes[0].method = "hash"; }},
      {"a check is added",
       [](Model& m) {
         table(m, "pets").constraints.push_back(check("pets_name_check", "length(name) < 90"));
       }},
      {"a check changes",
       [](Model& m) {
         std::get<CheckConstraint>(constraint_of(m, "pets_size_check").definition).expression =
             "size > 1";
       }},
      {"a check is dropped", [](Model& m) { drop_constraint(m, "pets_size_check"); }},
      {"a primary key changes from one column to two",
       [](Model& m) {
         std::get<PrimaryKey>(constraint_of(m, "pets_pkey").definition).columns = {"id", "name"};
       }},
      {"a primary key under a foreign key changes from one column to two",
       [](Model& m) {
         auto& owners = table(m, "owners");
         std::get<PrimaryKey>(owners.constraints[0].definition).columns = {"id", "kind"};
         owners.constraints[1] = unique("owners_id_key", {"id"});
       }},
      {"a constraint and an index are renamed",
       [](Model& m) {
         constraint_of(m, "pets_name_key").name = "one_name";
         table(m, "pets").indexes[0].name = "by_owner";
       }},
  };
}

std::vector<OrdinaryChange> enum_changes() {
  return {
      {"a label is added at the end", [](Model& m) { m.enums[0].labels.emplace_back("sleepy"); }},
      {"a label is added in the middle",
       [](Model& m) { m.enums[0].labels = {"calm", "sleepy", "wild", "rare"}; }},
      {"a label is added and becomes the default at once",
       [](Model& m) {
         m.enums[0].labels.emplace_back("it's");
         column_of(m, "pets", "mood").default_value = "'it''s'";
       }},
      {"a label is renamed",
       [](Model& m) {
         m.enums[0].labels[0] = "quiet";
         column_of(m, "pets", "mood").default_value = "'quiet'";
       },
       {{label_renamed("calm", "quiet")}, {}, {}},
       {},
       {},
       "SELECT string_agg(mood::text, ',' ORDER BY id) FROM pets",
       "quiet,wild,quiet"},
      {"a label that no row has is removed",
       [](Model& m) { m.enums[0].labels = {"calm", "wild"}; },
       {},
       {},
       {},
       "SELECT string_agg(mood::text, ',' ORDER BY id) || array_to_string(min(moods), ',') FROM "
       "pets",
       "calm,wild,calm"},
      {"a label that rows have is removed after they got another",
       [](Model& m) {
         m.enums[0].labels = {"wild", "rare"};
         column_of(m, "pets", "mood").default_value = "'rare'";
       },
       {},
       {{"pets.mood", "UPDATE pets SET mood = 'rare' WHERE mood = 'calm'"},
        {"pets.moods", "UPDATE pets SET moods = NULL"}},
       {},
       "SELECT string_agg(mood::text, ',' ORDER BY id) FROM pets",
       "rare,wild,rare"},
      {"labels change their order",
       [](Model& m) { m.enums[0].labels = {"wild", "calm", "rare"}; },
       {},
       {},
       {},
       "SELECT min(mood) FROM pets",
       "wild"},
      {"an enum type is renamed and moved",
       [](Model& m) { apply(m, RenameEnum{in_public("mood"), {"stable", "Mood"}}); },
       {{{{ObjectKind::enum_type, {"stable", "Mood"}, ""}, "", in_public("mood")}}, {}, {}}},
      {"an enum column becomes text and the type goes",
       [](Model& m) {
         m.enums.clear();
         column_of(m, "pets", "mood").type = "text";
         column_of(m, "pets", "moods").type = "text[]";
       }},
  };
}

std::string answer_to(Connection& connection, const std::string& question) {
  const Rows found = connection.query(question);
  REQUIRE(found.size() == 1);
  return found[0][0].value_or("NULL");
}

void migrate(Connection& connection, const Model& from, const Model& to, const Intents& intents,
             const Backfills& backfills) {
  const auto statements = statements_of(make_plan(from, to, diff(from, to, intents)), backfills);
  std::string text;
  for (const std::string& statement : statements) text += statement + "\n";
  INFO(text);
  REQUIRE_FALSE(statements.empty());
  REQUIRE_NOTHROW(run(connection, statements));
}

void require_there_and_back(const OrdinaryChange& ordinary) {
  INFO(ordinary.name);
  const Model from = shop();
  Model to = shop();
  ordinary.change(to);

  Database database;
  run(database.connection, sql::create_all(from));
  database.connection.execute(rows);
  const Catalog before = read_catalog(database.connection);

  migrate(database.connection, from, to, ordinary.intents, ordinary.there);
  CHECK(differences(read_catalog(database.connection), catalog_of(to)) == "");
  CHECK(answer_to(database.connection, ordinary.question) == ordinary.answer);

  const bool has_added_row = ordinary.answer == "4";
  if (has_added_row) database.connection.execute("DELETE FROM pets WHERE name = 'New'");
  migrate(database.connection, to, from, {inverted(ordinary.intents.renames), {}, {}},
          ordinary.back);
  CHECK(differences(read_catalog(database.connection), before) == "");
  CHECK(answer_to(database.connection, all_pets) == "Rex,Tom,Ada");
}

void require_all(const std::vector<OrdinaryChange>& changes) {
  for (const OrdinaryChange& change : changes) require_there_and_back(change);
}

}  // namespace

TEST_CASE("tables change with their rows, there and back") {
  require_all(table_changes());
}
TEST_CASE("columns change with their rows, there and back") {
  require_all(column_changes());
}
TEST_CASE("keys and indexes change with their rows, there and back") {
  require_all(key_changes());
}
TEST_CASE("enum types change with their rows, there and back") {
  require_all(enum_changes());
}

TEST_CASE("a label that rows have is not removed, and the error says which") {
  const Model from = shop();
  Model to = shop();
  to.enums[0].labels = {"calm", "rare"};
  Database database;
  run(database.connection, sql::create_all(from));
  database.connection.execute(rows);
  const auto statements = statements_of(make_plan(from, to, diff(from, to)));
  std::string message;
  try {
    run(database.connection, statements);
  } catch (const std::runtime_error& error) {
    message = error.what();
  }
  CHECK(message.find("rows of pets still hold a label of mood that goes away: column mood, label "
                     "\"wild\"") != std::string::npos);
  CHECK(answer_to(database.connection, all_pets) == "Rex,Tom,Ada");
  database.connection.execute("UPDATE pets SET mood = 'calm'");
  message.clear();
  try {
    run(database.connection, statements);
  } catch (const std::runtime_error& error) {
    message = error.what();
  }
  CHECK(message.find("column moods, label \"wild\"") != std::string::npos);
}

TEST_CASE("a narrower varchar is refused while a value is longer, and nothing is cut") {
  const Model from = shop();
  Model to = shop();
  column_of(to, "pets", "name").type = "varchar(2)";
  Database database;
  run(database.connection, sql::create_all(from));
  database.connection.execute(rows);
  CHECK_THROWS_WITH(run(database.connection, statements_of(make_plan(from, to, diff(from, to)))),
                    Catch::Contains("value too long"));
  CHECK(answer_to(database.connection, all_pets) == "Rex,Tom,Ada");
}

}  // namespace tenon::test
