# tenon_add_schema(): a library for annotated structs whose build fails when structs and migrations
# differ.
include_guard(GLOBAL)
cmake_policy(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/TenonPrograms.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/TenonCompilerArguments.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/TenonGenerate.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/TenonParityTest.cmake")

#[[
tenon_add_schema(<name>
  HEADERS <header>...               the headers with annotated structs
  MIGRATIONS <folder>               the migrations; made by the first one
  [SQL <file>...]                   what structs do not carry (views, functions, triggers, ...); the
                                    generator reads the files with a scratch PostgreSQL. They run in
                                    this order, after the tables of the structs, or before them when
                                    their first line is `-- tenon:before structs`
  [SCHEMA_SQL <file>]               the schema after the last migration as SQL, kept in the source tree;
                                    a build fails when it is not that
  [GENERATED <folder>]              commit what is generated, so that machines without Clang can build
  [INCLUDE_DIRECTORIES <folder>...] \
  [DEFINITIONS <definition>...]      > public properties of the library, also of the parse
  [LIBRARIES <library>...]          /
  [STANDARD 20|23|26]               the standard of the parse, where it is not the library's
  [NO_PARITY_TEST])

Gives
  <name>             a static library with the metadata header <name>.hpp and, embedded, the migrations
                     and the catalog after them (<name>_migrations.hpp); building it checks that
                     structs and migrations are the same schema. It brings Tenon::runtime where that
                     was found
  <name>_migration   a target that writes the next migration; TENON_SLUG names it,
                     TENON_ALLOW_DESTRUCTIVE the tables and columns that it may drop, and
                     TENON_CONCURRENTLY=1 makes indexes without blocking writes (environment)
  <name>_schema_sql  with SCHEMA_SQL: a target that writes that file; <name>_migration does as well
  <name>_accept      with GENERATED: a target that copies what is generated into that folder
  <name>.parity      a test, when testing is enabled before the call: replays the migrations on an
                     empty PostgreSQL and compares with the structs, both ways

The structs are parsed with the include directories, definitions and standard that the library has at
the end of configuration, transitive ones included, and with no other flag. They must be the same in
every configuration of a multi-config generator: CMake refuses to write the one file of compiler
arguments with several contents. A header that another target generates needs
add_dependencies(<name>_model <that target>).

An ordinary build writes into the build tree alone. The programs are the targets Tenon::tenon-generate
and Tenon::tenon, or the files that TENON_GENERATOR_EXECUTABLE and TENON_EXECUTABLE name, which must run
on the machine that builds.
]]
function(tenon_add_schema name)
  cmake_parse_arguments(
    PARSE_ARGV 1 arg "NO_PARITY_TEST" "MIGRATIONS;SCHEMA_SQL;GENERATED;STANDARD"
    "HEADERS;SQL;INCLUDE_DIRECTORIES;DEFINITIONS;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon_add_schema(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "tenon_add_schema(${name}): no value for ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  foreach(keyword HEADERS MIGRATIONS)
    if(NOT arg_${keyword})
      message(FATAL_ERROR "tenon_add_schema(${name}): ${keyword} is missing")
    endif()
  endforeach()
  if(arg_STANDARD AND NOT arg_STANDARD MATCHES "^2[036]$")
    message(FATAL_ERROR "tenon_add_schema(${name}): STANDARD ${arg_STANDARD}, expected 20, 23 or 26")
  endif()
  if(NOT name MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
    message(FATAL_ERROR "tenon_add_schema(${name}): the name must be a C++ identifier")
  endif()

  tenon_find_programs(${name})
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}.tenon")
  file(MAKE_DIRECTORY "${folder}/include")
  set(headers "${arg_HEADERS}")
  list(TRANSFORM headers REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  set(sql_files "${arg_SQL}")
  list(TRANSFORM sql_files REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  cmake_path(ABSOLUTE_PATH arg_MIGRATIONS NORMALIZE OUTPUT_VARIABLE migrations)
  set(schema_sql "")
  if(arg_SCHEMA_SQL)
    cmake_path(ABSOLUTE_PATH arg_SCHEMA_SQL NORMALIZE OUTPUT_VARIABLE schema_sql)
  endif()
  if(arg_GENERATED)
    cmake_path(ABSOLUTE_PATH arg_GENERATED NORMALIZE OUTPUT_VARIABLE committed)
  endif()

  # The metadata header is no source of it: what includes that is compiled again when a header of
  # the structs is touched, and the library never is.
  add_library(${name} STATIC "${folder}/${name}_migrations.cpp" "${folder}/${name}_catalog.cpp")
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON
                                           VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(
    ${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${folder}/include"
                   FILES "${folder}/include/${name}.hpp" "${folder}/include/${name}_migrations.hpp")
  target_link_libraries(${name} PUBLIC Tenon::annotations ${arg_LIBRARIES})
  # The migrator, health() and verify(), for whoever links the schema: what is generated needs nothing
  # but headers, and the parse none of libpqxx. The component `annotations` alone has no runtime.
  if(TARGET Tenon::runtime)
    target_link_libraries(${name} INTERFACE Tenon::runtime)
  endif()
  target_include_directories(${name} PUBLIC ${arg_INCLUDE_DIRECTORIES})
  target_compile_definitions(${name} PUBLIC ${arg_DEFINITIONS})
  # The metadata header names a header that is in none of the include directories by its path from the
  # top of the project. Searched last, so that no file there hides one of the standard library.
  target_compile_options(${name} INTERFACE "SHELL:-idirafter \"${PROJECT_SOURCE_DIR}\"")

  tenon_write_inputs(${name} "${folder}")
  tenon_write_compiler_arguments(${name} "${folder}" "${arg_STANDARD}")
  tenon_add_generation(${name} "${folder}" "${headers}" "${sql_files}" "${committed}")
  tenon_add_check(${name} "${folder}" "${migrations}" "${schema_sql}")

  if(NOT arg_NO_PARITY_TEST)
    tenon_add_parity_test(${name} "${folder}" "${migrations}")
  endif()
endfunction()

# What was said in the call, for the scripts. Make does not see that a command has changed; that this
# file has, it does.
function(tenon_write_inputs name folder)
  tenon_build_command(accept_command ${name}_accept)
  set(content "set(name ${name})\n")
  foreach(variable folder headers sql_files migrations schema_sql committed accept_command)
    string(APPEND content "set(${variable} [==[${${variable}}]==])\n")
  endforeach()
  string(APPEND content "set(source_root [==[${PROJECT_SOURCE_DIR}]==])\n")
  string(APPEND content "set(build_root [==[${CMAKE_BINARY_DIR}]==])\n")
  file(CONFIGURE OUTPUT "${folder}/inputs.cmake" CONTENT "${content}" @ONLY)
endfunction()

# The check of every build, which embeds what it has found good, and the targets that write the next
# migration and the schema as SQL.
function(tenon_add_check name folder migrations schema_sql)
  tenon_build_command(migration_command ${name}_migration)
  set(check_schema_sql "")
  set(write_schema_sql "")
  if(schema_sql)
    tenon_build_command(schema_sql_command ${name}_schema_sql)
    set(check_schema_sql --schema-sql "${schema_sql}" --schema-sql-fix-command
                         "${schema_sql_command}")
    set(write_schema_sql COMMAND "${tenon_command}" show --from "migrations:${migrations}" --out
                         "${schema_sql}")
    add_custom_target(
      ${name}_schema_sql ${write_schema_sql}
      DEPENDS ${tenon_depends}
      COMMENT "Writing the schema of ${name} as SQL"
      VERBATIM)
  endif()
  set(stamp "${folder}/check.stamp")
  set(header "${folder}/include/${name}_migrations.hpp")
  set(source "${folder}/${name}_migrations.cpp")
  set(catalog "${folder}/${name}_catalog.cpp")
  tenon_forget_older_depfile(forget ${name})
  # model.json is a dependency by the depfile alone: what was read again and found the same needs no
  # second check. That the target is one makes it come first.
  add_custom_command(
    OUTPUT "${stamp}"
    BYPRODUCTS "${header}" "${source}" "${catalog}"
    COMMAND
      "${tenon_command}" check --model "${folder}/model.json" --migrations "${migrations}"
      --source-root "${PROJECT_SOURCE_DIR}" --depfile "${folder}/check.d" --depfile-target
      "${stamp}" --fix-command "${migration_command}" ${check_schema_sql}
    COMMAND "${tenon_command}" embed --migrations "${migrations}" --name ${name} --header
            "${header}" -o "${source}" --expected-catalog "${catalog}"
    ${forget}
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${name}_model "${folder}/inputs.cmake" ${tenon_depends}
    DEPFILE "${folder}/check.d"
    COMMENT "Comparing the structs of ${name} with its migrations"
    VERBATIM)
  # As a source, the stamp comes before everything that is compiled in this library or after it.
  target_sources(${name} PRIVATE "${stamp}")

  add_custom_target(
    ${name}_migration
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${migrations}"
    COMMAND "${tenon_command}" new --model "${folder}/model.json" --migrations "${migrations}"
    ${write_schema_sql}
    DEPENDS ${tenon_depends}
    COMMENT "Writing the next migration of ${name}"
    USES_TERMINAL VERBATIM)
  add_dependencies(${name}_migration ${name}_model)
endfunction()
