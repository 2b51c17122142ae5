# Tenon as a subdirectory of a project, on a machine without Clang: the committed files are used.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
set(options "-DSCHEMA_OPTIONS=GENERATED,generated,NO_PARITY_TEST")
configure(${options})
build(--target library_schema_migration --target library_schema_accept)

replace(CMakeLists.txt "find_package(Tenon REQUIRED)" "add_subdirectory(\${TENON_SOURCE} tenon)")
set(build "${work}/subdirectory")
configure(${options} "-DTENON_SOURCE=${source_dir}" -DTENON_BUILD_GENERATOR=OFF
          -DCMAKE_DISABLE_FIND_PACKAGE_Clang=ON -DCMAKE_DISABLE_FIND_PACKAGE_LLVM=ON
          "-DTENON_EXECUTABLE=${prefix}/bin/tenon")
build(--target library_schema)
has("Comparing the headers of library_schema with the record"
    "Comparing the structs of library_schema with its migrations")
build(--target library_schema)
was_no_op()
replace(include/library/library.hpp "  // more members" "  bool is_lent = false;")
build_fails(--target library_schema)
has("[tenon-generator-needed]")
