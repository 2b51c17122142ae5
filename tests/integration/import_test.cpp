// From a database to headers and back: what tenon show --format cpp writes, tenon-generate reads
// again, and with the SQL beside the headers it is the same catalog. pg_dump, which knows nothing
// of Tenon, is the judge.
#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/dumped.hpp>
#include <support/needed_version.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::content_of;
using test::Database;
using test::Outcome;
using test::quoted;
using test::run_program;
namespace fs = std::filesystem;

const fs::path source_folder{TENON_SOURCE_DIR};

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  // What is empty has no files, and no folder either.
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::directory_iterator{folder})
    if (entry.path().extension() == extension) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string quoted_list(const std::vector<fs::path>& files) {
  std::string list;
  for (const fs::path& file : files) list += " " + quoted(file);
  return list;
}

void run(Database& database, const std::string& sql) {
  INFO(sql);
  REQUIRE_NOTHROW(database.connection.execute(sql));
}

std::vector<std::string> described(const Changes& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes)
    lines.push_back(describe(subject(change)) + ": " + describe(change));
  return lines;
}

// `arguments` of tenon, run with the server that the tests share.
Outcome tenon(const std::string& arguments) {
  return run_program(test::server_variable() + quoted(TENON_EXECUTABLE) + " " + arguments);
}

// What tenon show made of a source, and tenon-generate of that.
class Imported {
 public:
  explicit Imported(const std::string& source) {
    const Outcome shown =
        tenon("show --from " + quoted(source) + " --format cpp --out " + quoted(folder()));
    INFO(shown.output);
    REQUIRE(shown.status == 0);
    notes_ = shown.output;
    if (headers().empty()) return;
    std::string sql;
    for (const fs::path& file : files_in(folder(), ".sql")) sql += " --sql " + quoted(file);
    const Outcome generated =
        run_program(test::server_variable() + quoted(TENON_GENERATE_EXECUTABLE) +
                    quoted_list(headers()) + sql + " -o " + quoted(model()) + " --source-root " +
                    quoted(folder()) + " -- -std=c++20 -I" + quoted(source_folder / "schema"));
    INFO(generated.output);
    REQUIRE(generated.status == 0);
  }

  [[nodiscard]] fs::path folder() const { return folder_.path() / "out"; }
  [[nodiscard]] std::vector<fs::path> headers() const { return files_in(folder(), ".hpp"); }
  [[nodiscard]] const std::string& notes() const { return notes_; }

  void create(Database& database) const {
    if (headers().empty()) {
      run(database, content_of(folder() / "prerequisites.sql"));
      run(database, content_of(folder() / "remainder.sql"));
      return;
    }
    const Outcome shown = tenon("show --from " + quoted("model:" + model().string()));
    REQUIRE(shown.status == 0);
    run(database, shown.output);
  }

  [[nodiscard]] fs::path model() const { return folder_.path() / "model.json"; }

 private:
  test::TemporaryFolder folder_;
  std::string notes_;
};

void check_import(Database& original) {
  const Imported imported{original.scratch.url()};
  for (const fs::path& header : imported.headers()) UNSCOPED_INFO(content_of(header));
  Database created;
  imported.create(created);
  CHECK(described(
            diff(read_catalog(created.connection).model, read_catalog(original.connection).model))
            .empty());
  CHECK(test::dumped(created) == test::dumped(original));
}

TEST_CASE("schemas with odd names, odd texts and keys of all kinds come back as structs") {
  for (const fs::path& file : files_in(source_folder / "tests/integration/imported", ".sql")) {
    DYNAMIC_SECTION(file.stem().string()) {
      Database original{content_of(file)};
      check_import(original);
    }
  }
}

TEST_CASE("schemas of all kinds of objects come back as structs and SQL") {
  for (const fs::path& file : files_in(source_folder / "tests/integration/schema_pairs", ".sql")) {
    const std::string text = content_of(file);
    if (!test::can_read(text, file.stem().string())) continue;
    const std::string then = "-- then\n";
    const auto at = text.find(then);
    REQUIRE(at != text.npos);
    // The first is like it, and an import takes seconds.
    DYNAMIC_SECTION(file.stem().string()) {
      Database original{text.substr(at + then.size())};
      check_import(original);
    }
  }
}

TEST_CASE("an identity begins where its options say") {
  Database original{
      "CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY"
      " (START WITH -100 INCREMENT BY 5 MINVALUE -100 MAXVALUE 100), a integer)"};
  const Imported imported{original.scratch.url()};
  Database created;
  imported.create(created);
  run(created,
      "INSERT INTO t (a) VALUES (1), (2);"
      "DO 'BEGIN ASSERT (SELECT array_agg(id) FROM t) = ''{-100,-95}''; END'");
}

TEST_CASE("what a person wrote comes back in the same words") {
  for (const char* migrations : {"tests/schemas/migrations", "examples/household/migrations"}) {
    DYNAMIC_SECTION(migrations) {
      const std::string source = "migrations:" + (source_folder / migrations).string();
      const Imported imported{source};
      CHECK(imported.notes().empty());
      const Outcome differences =
          tenon("diff --from " + quoted("model:" + imported.model().string()) + " --to " +
                quoted(source));
      CHECK(differences.output == "no differences\n");
    }
  }
}

TEST_CASE("imported headers compile without a warning") {
  for (const char* name : {"keys", "more_than_structs", "names", "texts"}) {
    const std::string file =
        (source_folder / "tests/integration/imported" / (std::string(name) + ".sql")).string();
    const Imported imported{file};
    for (const fs::path& header : imported.headers()) {
      const fs::path source = imported.folder() / "application.cpp";
      std::ofstream{source} << "#include " << header.filename() << "\n";
      const Outcome compiled = run_program(
          quoted(TENON_BUILD_COMPILER) +
          " -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -fsyntax-only -I" +
          quoted(source_folder / "schema") + " " + quoted(source));
      INFO(content_of(header));
      INFO(compiled.output);
      CHECK(compiled.status == 0);
    }
  }
}

}  // namespace
}  // namespace tenon
