// What the parity test of a schema proves: annotated structs and migrations are the same schema.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::testing {

/// The two sides: what the generator read from the structs, and the migrations.
struct ParityInputs {
  Declarations declared;
  std::vector<Migration> migrations;
  std::filesystem::path migrations_folder;
};

/// Reads a model.json and a folder of migrations.
/// @throws HistoryError naming the file that cannot be read or understood.
[[nodiscard]] ParityInputs read_parity_inputs(const std::filesystem::path& model,
                                              const std::filesystem::path& migrations_folder);

/// Each a sentence that names the object and says old -> new; none when all is well.
using Findings = std::vector<std::string>;

/// The structs are what the changes of all migrations add up to, compared as written. Asks no
/// server.
[[nodiscard]] Findings compare_structs_with_changes(const ParityInputs& inputs);

/// The files of the migrations say what was generated from their changes, in one chain. Asks no
/// server.
[[nodiscard]] Findings compare_files_with_changes(const ParityInputs& inputs);

/// Creates the structs in one database, replays the migrations in another, and compares what
/// PostgreSQL says of both, in both directions and with what no Model can express. This finds a
/// migration whose SQL was changed together with its digest.
/// @throws ConnectionError
[[nodiscard]] Findings compare_structs_with_replay(const ParityInputs& inputs,
                                                   ScratchServer& server);

/// Goes down and up again at every revision of a database and compares its catalog with the one
/// before.
/// @throws ConnectionError
[[nodiscard]] Findings compare_down_and_up(const ParityInputs& inputs, ScratchServer& server);

}  // namespace tenon::testing
