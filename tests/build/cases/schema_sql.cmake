# SCHEMA_SQL: the file is what the migrations make, or the build fails and says what writes it.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
set(header include/library/library.hpp)
set(file "${source}/sql/schema.sql")
set(options "-DSCHEMA_OPTIONS=SCHEMA_SQL,sql/schema.sql,NO_PARITY_TEST")

# refuses(<line> <text>...): the build fails at that line of the file, and writes nothing.
macro(refuses line)
  source_digest(before)
  build_fails()
  source_digest(after)
  if(NOT before STREQUAL after)
    fail("An ordinary build has written into the source tree.")
  endif()
  has("${file}:${line}:1: error:" "[tenon-schema-sql]" ${ARGN})
endmacro()

# What has no migration is said first; the target that writes the migration writes the file as well.
file(MAKE_DIRECTORY "${source}/migrations")
configure(${options})
build_fails()
has("[tenon-drift]")
has_not("[tenon-schema-sql]")
build(--target library_schema_migration)
build()
build()
was_no_op()
run("${prefix}/bin/tenon" show --from migrations:migrations --format sql)
file(READ "${file}" content)
if(NOT log STREQUAL content)
  fail("The file was to be what tenon show prints.")
endif()

# Edited by hand.
string(REGEX MATCHALL "\n" lines "${content}")
list(LENGTH lines end)
math(EXPR end "${end} + 1")
file(APPEND "${file}" "-- by hand\n")
refuses(${end} "found: -- by hand" "expected: the end of the file")
run_what_was_advised()
build()
build()
was_no_op()

# Gone.
file(REMOVE "${file}")
refuses(1 "there is no such file")
run_what_was_advised()
build()

# Older than the last migration.
replace(${header} "  // more members" "  bool is_lent = false;\n  // more members")
build_fails()
run("${prefix}/bin/tenon" new --model "${build}/library_schema.tenon/model.json" --migrations migrations)
build_fails()
has("[tenon-schema-sql]" "expected: " "is_lent")
run_what_was_advised()
build()

# A call without it asks for nothing.
file(REMOVE "${file}")
configure(-DSCHEMA_OPTIONS=NO_PARITY_TEST)
build()
