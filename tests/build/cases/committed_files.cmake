# GENERATED: committed files that differ fail the build until they are accepted; a machine without a
# generator builds from them, until a header changes.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
set(header include/library/library.hpp)
set(options "-DSCHEMA_OPTIONS=GENERATED,generated,NO_PARITY_TEST")
configure(${options})
build(--target library_schema_migration)
build_fails()
has("${source}/generated/library_schema.hpp:1:1: error:" "is missing" "[tenon-generated]"
    "--target library_schema_accept")
build(--target library_schema_accept)
build()
build()
was_no_op()
file(APPEND "${source}/generated/library_schema.hpp" "// by hand\n")
build_fails()
has("${source}/generated/library_schema.hpp:1:1: error:" "is not what the headers generate")
build(--target library_schema_accept)
build()

# An include of the project's own is recorded as well as the header itself.
file(READ "${source}/generated/library_schema.sha256" record)
foreach(file include/library/library.hpp include/library/identifier.hpp)
  string(FIND "${record}" "  ${file}\n" position)
  if(position EQUAL -1)
    fail("generated/library_schema.sha256 was to name ${file}")
  endif()
endforeach()

# The same project when cross-compiling without a generator for the machine that builds; here both
# machines are the same one.
set(build "${work}/cross-compiled")
set(cross ${options} -DCMAKE_SYSTEM_NAME=Linux)
configure_fails(${cross})
has("TENON_EXECUTABLE")
configure_fails(-DSCHEMA_OPTIONS=NO_PARITY_TEST -DCMAKE_SYSTEM_NAME=Linux
                "-DTENON_EXECUTABLE=${prefix}/bin/tenon")
has("TENON_GENERATOR_EXECUTABLE" "GENERATED")
configure(${cross} "-DTENON_EXECUTABLE=${prefix}/bin/tenon")
build()
has("Comparing the headers of library_schema with the record")
build()
was_no_op()
replace(${header} "  // more members" "  bool is_lent = false;\n  // more members")
build_fails()
has("${source}/${header}:1:1: error:" "[tenon-generator-needed]" "a generator is needed"
    "TENON_GENERATOR_EXECUTABLE")
replace(${header} "  bool is_lent = false;\n" "")
build()

# What is committed is watched as well, and what decides which members there are.
file(READ "${source}/generated/library_schema.hpp" generated)
file(APPEND "${source}/generated/library_schema.hpp" "// by hand\n")
build_fails()
has("is not what was generated" "[tenon-generator-needed]")
file(WRITE "${source}/generated/library_schema.hpp" "${generated}")
build()
file(READ "${source}/CMakeLists.txt" project)
file(APPEND "${source}/CMakeLists.txt"
     "target_compile_definitions(library_schema PUBLIC LIBRARY_IS_LARGE)\n")
build_fails()
has("the definitions" "are not the recorded ones")
file(WRITE "${source}/CMakeLists.txt" "${project}")
build()

file(REMOVE "${source}/include/library/identifier.hpp")
build_fails()
has("identifier.hpp:1:1: error:" "[tenon-generator-needed]")
