// Whether a live database has the schema that a program was built for.
#pragma once

#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/runtime/expected_catalog.hpp>

#include <string>
#include <vector>

namespace tenon {

/// Differences that are known and wanted.
struct IgnoredObject {
  /// The object as findings call it, where `*` stands for anything: `table legacy_*`,
  /// `index users_email_idx`.
  std::string object;
  /// Why, for those who read the report.
  std::string reason;
};

struct VerifyOptions {
  /// PostgreSQL schemas that others look after, besides that of the ledger. They are left out on
  /// both sides.
  std::vector<std::string> ignored_schemas{};
  std::vector<IgnoredObject> ignored_objects{};
};

struct IgnoredFinding {
  CatalogFinding finding;
  std::string reason;
};

/// What a comparison with a live database has found.
struct Verification {
  enum class Status {
    /// Nothing differs, but for the order of columns and what was to be ignored.
    same,
    /// `findings` says what differs.
    different,
    /// It could not be compared; `reason` says why.
    unknown
  };

  Status status = Status::unknown;
  std::string reason;
  /// Most grave first.
  std::vector<CatalogFinding> findings;
  std::vector<IgnoredFinding> ignored;
  /// What may be the reason of findings that mean nothing: another major version of PostgreSQL.
  std::vector<std::string> notes;
};

/// `same`, `different` or `unknown`.
[[nodiscard]] const char* name_of(Verification::Status status);

/// Whether a finding is as grave as that or graver. The order of columns never counts.
[[nodiscard]] bool has_drift(const Verification& verification, Severity from = Severity::cosmetic);

/// In one line, with the keys of `drift` in to_json(const Health&).
[[nodiscard]] std::string to_json(const Verification& verification);

/// Reads the catalog of a database and compares it with the one that is expected after the last
/// migration, both ways, as PostgreSQL sees it. Owners are not compared, nor schemas in which
/// nothing is declared, nor what belongs to an extension: these are others'. Nothing is created or
/// changed: it is one READ ONLY transaction, and any role that may connect will do. It asks some
/// forty queries, so it is nothing for every second.
/// https://www.postgresql.org/docs/current/sql-set-transaction.html
///
/// @param connection without an open transaction
/// @param expected `expected_catalog()` of the generated library
/// @return the findings, or why there are none to be had when no catalog was embedded.
/// @throws DatabaseError, ConnectionError; std::runtime_error when the server is older or newer
/// than
///   the catalogs that are known; std::invalid_argument when another Tenon made `expected`.
[[nodiscard]] Verification verify(AnyConnection connection, const ExpectedCatalog& expected,
                                  const VerifyOptions& options = {});

}  // namespace tenon
