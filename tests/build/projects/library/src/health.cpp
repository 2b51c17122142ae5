// Asks a database, with nothing linked but the schema's library.
#include <library_schema_migrations.hpp>

#include <tenon/runtime.hpp>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto catalog = library_schema::expected_catalog();
  std::cout << "embedded: "
            << (catalog.missing_because.empty() ? "the catalog after " + catalog.head
                                                : "none because " + catalog.missing_because)
            << '\n'
            << to_json(tenon::health(argv[1], library_schema::migrations())) << '\n';
}
