# SQL: what structs do not carry is part of the schema, of its gate and of its migrations.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
# COPY leaves a file that seems to be as old as the one it copies.
file(REMOVE "${source}/CMakeLists.txt")
file(COPY "${source_dir}/tests/build/projects/sql_files/" DESTINATION "${source}")
file(MAKE_DIRECTORY "${source}/migrations")
replace(include/library/library.hpp "TENON(unique)" "TENON(unique, check(\"is_label(label)\"))")
configure()
build(--target library_schema_accept)
build_fails()
has("[tenon-drift]" "${source}/sql/functions.sql:2:1:" "${source}/sql/views.sql:1:1:"
    "view shelf_sizes has no migration")
build(--target library_schema_migration)
build(--target library_schema_accept)
build()
test_passes(library_schema.parity)
build()
was_no_op()

# A changed statement has no migration; changed words that say the same need none.
replace(sql/views.sql "count(*)" "sum(id)")
build(--target library_schema_accept)
has("Reading the structs of library_schema")
build_fails()
has("${source}/sql/views.sql:1:1: error:" "view shelf_sizes"
    "[tenon-drift]" "--target library_schema_migration")
has_not("has no migration")
replace(sql/views.sql "sum(id)" "count( * ) /* of them */")
build_fails()
has_not("[tenon-drift]")
# It is read, so it is in the record of what was.
has("library_schema.sha256" "[tenon-generated]")
build(--target library_schema_accept)
build()
replace(sql/views.sql "count( * ) /* of them */" "sum(id)")
build(--target library_schema_migration)
build(--target library_schema_accept)
build()
test_passes(library_schema.parity)

# A view is a struct as well, and its members are compared with its query.
replace(include/library/placed_books.hpp "s.label, b.id" "s.label AS shelf, b.id")
build_fails()
has("${source}/include/library/placed_books.hpp:8:" "the query of placed_book gives no column label"
    "[tenon-view-column]")
replace(include/library/placed_books.hpp "std::string label" "std::string shelf")
build_fails()
has("${source}/include/library/placed_books.hpp:7:" "view placed_book" "[tenon-drift]")
build(--target library_schema_migration)
build(--target library_schema_accept)
build()
test_passes(library_schema.parity)

# What PostgreSQL refuses is an error at the statement, and the way back needs nothing but the old text.
replace(sql/views.sql "FROM books" "FROM bookz")
build_fails()
has("${source}/sql/views.sql:1:1: error:" "relation \"bookz\" does not exist" "[tenon-sql-file]")
replace(sql/views.sql "FROM bookz" "FROM books")
build()

# A machine without a generator watches the files, too.
set(build "${work}/without a generator")
configure(-DCMAKE_SYSTEM_NAME=Linux "-DTENON_EXECUTABLE=${prefix}/bin/tenon")
build()
build()
was_no_op()
replace(sql/views.sql "sum(id)" "max(id)")
build_fails()
has("${source}/sql/views.sql:1:1: error:" "[tenon-generator-needed]")
