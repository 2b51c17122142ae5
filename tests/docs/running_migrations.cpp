// The example of docs/running-migrations.md.
#include <tenon/runtime/migrator.hpp>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace household_schema {

// As the library of a schema has it.
std::vector<tenon::Migration> migrations() {
  return {};
}

}  // namespace household_schema

namespace {

void migrate_at_start(const std::string& url) {
  const auto migrations = household_schema::migrations();
  tenon::MigrateOptions options;
  options.lock_timeout = std::chrono::seconds{2};
  options.progress = [](const tenon::Progress& progress) {
    if (progress.event == tenon::Progress::Event::migration_ends)
      std::cout << progress.migration.id << '\n';
  };
  tenon::migrate(url, migrations, options);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) migrate_at_start(argv[1]);
}
