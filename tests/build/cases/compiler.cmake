# Another build compiler, -Dcompiler=: the headers are seen with its standard library.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
file(MAKE_DIRECTORY "${source}/migrations")
configure("-DCMAKE_CXX_COMPILER=${compiler}")
build_fails()
has("[tenon-drift]" "table shelves")
run_what_was_advised()
build()
test_passes(library_schema.parity)

# The generated headers compile on their own.
build(--target library_schema_verify_interface_header_sets)
has("library_schema.hpp" "library_schema_migrations.hpp")
build()
was_no_op()
