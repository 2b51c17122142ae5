# The main job, from the first build of a new project to a changed struct and back to green.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
set(header include/library/library.hpp)
source_digest(before)
configure()

# There are structs and no migration, at first not even a folder for them.
build_fails()
has("${source}/migrations:1:1: error:" "there is no such folder" "--target library_schema_migration")
file(MAKE_DIRECTORY "${source}/migrations")
build_fails()
source_digest(after)
if(NOT before STREQUAL after)
  fail("An ordinary build has written into the source tree.")
endif()
line_of(line ${header} "Shelf {")
has("${source}/${header}:${line}:" "[tenon-drift]" "table shelves")
set(ENV{TENON_SLUG} create_shelves_and_books)
run_what_was_advised()
unset(ENV{TENON_SLUG})
file(GLOB migrations "${source}/migrations/*_000001_create_shelves_and_books/up.sql")
if(NOT migrations)
  fail("The first migration was to be written under the name that was asked for.")
endif()
build()
has("Comparing the structs of library_schema with its migrations")
test_passes(library_schema.parity)

# Nothing changed: nothing happens.
build()
was_no_op()

# A transitive include was touched: the structs are read once, and only what includes them is
# compiled again.
file(TOUCH "${source}/include/library/identifier.hpp")
build()
has_times(1 "Reading the structs of library_schema")
has_not("Comparing the structs" "unrelated.cpp" "library_schema_migrations.cpp")
build()
was_no_op()

# A member without a migration.
replace(${header} "  // more members" "  bool is_lent = false;\n  // more members")
build_fails()
line_of(line ${header} "is_lent")
has("${source}/${header}:${line}:" "[tenon-drift]" "books.is_lent" "boolean" "default false"
    "ALTER TABLE books ADD COLUMN is_lent")
run_what_was_advised()
build()
test_passes(library_schema.parity)
build()
was_no_op()

# With nothing to do, the target says so and writes nothing.
source_digest(before)
build(--target library_schema_migration)
has("nothing to do")
source_digest(after)
if(NOT before STREQUAL after)
  fail("Nothing was to be written.")
endif()
