// What `tenon verify` has found in one database or in many.
#pragma once

#include "colours.hpp"
#include "database_report.hpp"

#include <nlohmann/json_fwd.hpp>

#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon::cli {

struct DriftReport {
  /// One without a name, or those of a fleet.
  std::vector<DatabaseReport> databases;
  bool is_fleet = false;
  /// The structs, for the places of findings, when they were given.
  std::optional<Declarations> declared;
  /// What places are relative to.
  std::filesystem::path source_root;
};

/// Where in the structs what a finding is about is declared, as far as it is; line 0 without
/// structs, and for what no Model can have.
[[nodiscard]] SourceLocation place_of(const CatalogFinding& finding, const DriftReport& report);

/// The statements that make what is missing or different. None that takes something away: those are
/// nothing to copy from a report.
[[nodiscard]] std::span<const std::string> mending_statements(const CatalogFinding& finding);

/// The name and a colon in front of a message, nothing where there is but one database.
[[nodiscard]] std::string prefix_of(const DatabaseReport& database);

/// One difference, and in which databases it is.
struct MatrixRow {
  CatalogFinding finding;
  /// By the places in DriftReport::databases.
  std::vector<bool> is_in;
};

/// All differences of all databases, most grave first.
[[nodiscard]] std::vector<MatrixRow> matrix_of(const DriftReport& report);

/// Names of the databases that could be compared, those with the same schema together.
/// @param rows matrix_of(report)
[[nodiscard]] std::vector<std::vector<std::string>> same_schemas(const std::vector<MatrixRow>& rows,
                                                                 const DriftReport& report);

/// For people: the findings by severity, with the statements that mend what is missing or
/// different; of a fleet, the matrix.
[[nodiscard]] std::string to_text(const DriftReport& report, const Colours& colours);

/// The keys of docs/drift.md.
[[nodiscard]] nlohmann::ordered_json to_json(const DriftReport& report);

/// Workflow commands of GitHub: a blocking finding is an error, integrity a warning.
[[nodiscard]] std::string to_github(const DriftReport& report);

}  // namespace tenon::cli
