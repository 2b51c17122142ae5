# The library of a schema brings the runtime and the expected catalog, where there is a PostgreSQL;
# without one, and without Tenon's libraries, it builds as well.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
set(options -DSCHEMA_OPTIONS=NO_PARITY_TEST)
set(scratch_url "$ENV{TENON_SCRATCH_URL}")
set(binaries "$ENV{TENON_POSTGRESQL_BIN}")

# asks(<text>...): the program says these of a database that there is not.
macro(asks)
  build(--target health)
  run("${build}/health" "host='${work}/nowhere' password=geheim")
  has("\"status\":\"unknown\"" "no connection" ${ARGN})
  has_not("geheim")
endmacro()

# No PostgreSQL.
set(ENV{TENON_POSTGRESQL_BIN} "${work}/nowhere")
unset(ENV{TENON_SCRATCH_URL})
configure(${options})
build(--target library_schema_migration)
build()
has_times(1 "tenon: note: no expected catalog is embedded in library_schema: no PostgreSQL")
build()
was_no_op()
asks("embedded: none because there was no PostgreSQL where it was built")

# With one, from the next build on that has something to compare.
set(ENV{TENON_POSTGRESQL_BIN} "${binaries}")
set(ENV{TENON_SCRATCH_URL} "${scratch_url}")
if(binaries STREQUAL "")
  unset(ENV{TENON_POSTGRESQL_BIN})
endif()
build()
was_no_op()
file(GLOB migration "${source}/migrations/*_000001_*/up.sql")
file(APPEND "${migration}" "-- reviewed\n")
build()
has("Comparing the structs of library_schema")
has_not("no expected catalog")
cmake_path(GET migration PARENT_PATH id)
cmake_path(GET id FILENAME id)
asks("embedded: the catalog after ${id}" "\"expected_head\":\"${id}\"")
build()
was_no_op()

# The metadata and the migrations alone need no other package.
replace(CMakeLists.txt "find_package(Tenon REQUIRED)"
        "find_package(Tenon REQUIRED COMPONENTS annotations)")
set(build "${work}/annotations")
configure(${options} -DCMAKE_DISABLE_FIND_PACKAGE_Pqxx=ON -DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON)
build()
has("Linking CXX executable app")
file(READ "${build}/build.ninja" rules)
if(rules MATCHES "pqxx")
  fail("Nothing of libpqxx was to be linked.")
endif()
