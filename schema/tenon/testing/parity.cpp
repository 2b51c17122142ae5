// Compares structs and migrations, offline and in a real PostgreSQL.
#include <tenon/catalog/catalog.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/runtime/migration_run.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/testing/catalog_difference.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/parity.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace tenon::testing {
namespace {

Findings sentences(const std::vector<Diagnostic>& diagnostics) {
  Findings findings;
  for (const auto& diagnostic : diagnostics) {
    const auto& place = diagnostic.location;
    std::string text =
        place.file.empty() ? "" : place.file + ":" + std::to_string(place.line) + ": ";
    text += diagnostic.message;
    for (const auto& note : diagnostic.notes) text += "\n  " + note;
    findings.push_back(std::move(text));
  }
  return findings;
}

/// An empty database of the server, in which all of a comparison's statements run. Roles that they
/// name are made.
class Database {
 public:
  explicit Database(ScratchServer& server)
      : server_{server}, scratch_{server.create_database()}, connection_{scratch_.url()} {}

  /// Creates all of a model in a transaction as a migration has it.
  void create(const Model& model) {
    with_roles(server_, connection_, [&] {
      in_transaction(connection_, sql::transaction_settings, [&] {
        for (const auto& statement : sql::create_all(model)) connection_.execute(statement);
      });
    });
  }

  /// Nothing of a ledger is needed here, and none disturbs the catalog.
  void run(const Migration& migration, Direction direction) {
    for (const MigrationStep& step : steps_of(migration, direction))
      with_roles(server_, connection_, [&] { run_step(connection_, migration, direction, step); });
  }

  [[nodiscard]] Catalog catalog() { return read_catalog(connection_); }

 private:
  ScratchServer& server_;
  ScratchDatabase scratch_;
  Connection connection_;
};

/// The error of `action` as a finding; none when it succeeds.
template <class Action>
std::optional<std::string> failure_of(const std::string& what, Action action) {
  try {
    action();
    return std::nullopt;
  } catch (const MigrationError& error) {
    return what + ": " + error.what();
  } catch (const DatabaseError& error) {
    return what + ": " + error.what() + "\n" + error.statement;
  }
}

}  // namespace

ParityInputs read_parity_inputs(const std::filesystem::path& model,
                                const std::filesystem::path& migrations_folder) {
  ParityInputs inputs;
  inputs.declared = read_declarations(model);
  inputs.migrations = read_migrations(migrations_folder);
  inputs.migrations_folder = migrations_folder;
  return inputs;
}

Findings compare_structs_with_changes(const ParityInputs& inputs) {
  const auto history = check_history(inputs.migrations, inputs.migrations_folder);
  if (!history.findings.empty()) return sentences(history.findings);
  return sentences(check_drift(inputs.declared, history.head, inputs.migrations));
}

Findings compare_files_with_changes(const ParityInputs& inputs) {
  return sentences(check_history(inputs.migrations, inputs.migrations_folder).findings);
}

Findings compare_structs_with_replay(const ParityInputs& inputs, ScratchServer& server) {
  Database structs{server};
  Database replay{server};
  const auto not_created =
      failure_of("the structs cannot be created", [&] { structs.create(inputs.declared.model); });
  if (not_created) return {*not_created};
  const auto not_replayed = failure_of("the migrations cannot be replayed", [&] {
    for (const auto& migration : inputs.migrations) replay.run(migration, Direction::up);
  });
  if (not_replayed) return {*not_replayed};
  return differences({"the migrations", replay.catalog()}, {"the structs", structs.catalog()});
}

Findings compare_down_and_up(const ParityInputs& inputs, ScratchServer& server) {
  Database database{server};
  const auto run = [&](const Migration& migration, Direction direction) -> Findings {
    const auto failed = failure_of("up, down and up again at " + migration.id,
                                   [&] { database.run(migration, direction); });
    return failed ? Findings{*failed} : Findings{};
  };
  std::vector<Catalog> revisions{database.catalog()};
  for (const auto& migration : inputs.migrations) {
    if (auto failed = run(migration, Direction::up); !failed.empty()) return failed;
    revisions.push_back(database.catalog());
  }
  for (std::size_t i = inputs.migrations.size(); i-- > 0;) {
    const auto& migration = inputs.migrations[i];
    if (auto failed = run(migration, Direction::down); !failed.empty()) return failed;
    auto findings = differences({"before " + migration.id, revisions[i]},
                                {"after its up and down", database.catalog()});
    if (!findings.empty()) return findings;
  }
  // Each begins with the catalog that it had the first time, so that only the end is of interest.
  for (const auto& migration : inputs.migrations)
    if (auto failed = run(migration, Direction::up); !failed.empty()) return failed;
  return differences({"after the migrations", revisions.back()},
                     {"after their up, down and up", database.catalog()});
}

}  // namespace tenon::testing
