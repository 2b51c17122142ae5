// The texts, with what depends on the schema put in.
#include "project_texts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace tenon::cli {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word(char c) {
  return c == '_' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr const char* cmake_format = R"(cmake_minimum_required(VERSION 3.25)
project({0} LANGUAGES CXX)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_package(Tenon REQUIRED)
enable_testing()

tenon_add_schema({1}
    HEADERS    {2}
{3}    MIGRATIONS migrations)
)";

constexpr const char* readme_format = R"(# {0}

The schema of a PostgreSQL database as annotated C++ structs. A change to a struct that has no
migration does not build, and migrations that do not make exactly the structs do not pass ctest.

* `schema/`: the structs, and SQL files for what structs do not carry
* `migrations/`: what makes this schema of an empty database, step by step

Build and test; the test replays the migrations on a PostgreSQL of its own:

```sh
cmake -S . -B build
cmake --build build
ctest --test-dir build --output-on-failure
```

Change a struct or an SQL file, and build: the error says what has no migration. Make the migration,
review it, and commit both:

```sh
cmake --build build --target {1}_migration
```

Run migrations on a database:

```sh
tenon up     --database "$DATABASE_URL" --migrations migrations
tenon status --database "$DATABASE_URL" --migrations migrations
```
{2})";

constexpr const char* baseline_format = R"(
## The baseline

`migrations/{0}` makes the whole schema as it was when this project began. An
empty database runs it like any other migration, in the test, in CI and on a new machine. A database
that had the schema before must not run it. It is compared, and then records the baseline without
running it, once:

```sh
tenon diff  --from "$DATABASE_URL" --to migrations:migrations
tenon stamp --database "$DATABASE_URL" --migrations migrations
```

`tenon up` refuses a database that has tables and has not recorded the baseline.
)";

constexpr const char* empty_header_format =
    R"(// Structs go here. Each that has TENON(table) is a table.
#pragma once

#include <tenon/annotations.hpp>

namespace {0} {{
using namespace tenon::annotations;

}}  // namespace {0}
)";

}  // namespace

std::string library_of(const NewProject& project) {
  return project.name + "_schema";
}

bool is_project_name(std::string_view name) {
  return !name.empty() && !is_digit(name.front()) && std::ranges::all_of(name, is_word);
}

std::string project_name_from(std::string_view text) {
  std::string name;
  for (const char c : text)
    name += is_word(c) ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : '_';
  return is_project_name(name) ? name : "app";
}

std::string cmake_text(const NewProject& project) {
  const std::string between = "\n               ";
  const std::string sql =
      project.sql_files.empty()
          ? ""
          : fmt::format("    SQL        {}\n", fmt::join(project.sql_files, between));
  return fmt::format(cmake_format, project.name, library_of(project),
                     fmt::join(project.headers, between), sql);
}

std::string readme_text(const NewProject& project) {
  return fmt::format(readme_format, project.name, library_of(project),
                     project.baseline ? fmt::format(baseline_format, *project.baseline) : "");
}

std::string empty_header_text(const std::string& space) {
  return fmt::format(empty_header_format, space);
}

}  // namespace tenon::cli
