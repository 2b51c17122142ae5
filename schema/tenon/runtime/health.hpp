// Whether a service may work on the database that it has.
#pragma once

#include <tenon/runtime/any_connection.hpp>
#include <tenon/runtime/expected_history.hpp>
#include <tenon/runtime/verify.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

struct HealthOptions {
  /// How long the server may take to answer. How long it may take to be reached is said in the
  /// connection string.
  /// https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT
  /// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-CONNECT-TIMEOUT
  std::chrono::milliseconds timeout{1'000};
  /// Compares the schema with it as well, see verify(); null to ask the ledger alone.
  const ExpectedCatalog* expected_catalog = nullptr;
  VerifyOptions verify{};
};

struct Health {
  enum class Status {
    /// The ledger has exactly the expected migrations, and the schema, if it was asked for, is the
    /// expected one.
    ok,
    /// `pending`, `unknown`, `changed` or `drift` say what is wrong.
    degraded,
    /// The database could not be asked; `messages` says why.
    unknown
  };

  Status status = Status::unknown;
  /// The last of the migrations that the program knows; empty when it knows none.
  std::optional<std::string> expected_head;
  /// The last migration that ran, or the squash that stands for it; empty before the first, and
  /// when nobody could say.
  std::optional<std::string> current_head;
  /// Known and not in the ledger, oldest first.
  std::vector<std::string> pending;
  /// In the ledger, not known and not replaced: a newer program, or another branch, was here.
  std::vector<std::string> unknown;
  /// Known or replaced, and in the ledger with another digest: the file was changed after it ran.
  std::vector<std::string> changed;
  /// What is wrong, a sentence each, without passwords; none when all is well.
  std::vector<std::string> messages;
  /// Only when it was asked for.
  std::optional<Verification> drift;
};

/// `ok`, `degraded` or `unknown`.
[[nodiscard]] const char* name_of(Health::Status status);

/// Compares the ledger with the migrations that the program knows: one round trip and one read of a
/// small table, fit for every second. Takes no lock that stands in anybody's way, and writes
/// nothing. A database without a ledger is one in which nothing ran.
///
/// @param connection without an open transaction. One that was lost stays lost: open another for
///   the next call, or give a connection string, which costs a connection a call.
/// @param expected made once by expected_history()
/// @return what was found. A database that does not answer, in time or at all, or that does not let
///   this role read the ledger is a status, not an exception.
/// @throws std::logic_error where `connection` is used for something else at the same time.
[[nodiscard]] Health health(AnyConnection connection, const ExpectedHistory& expected,
                            const HealthOptions& options = {});

/// The same for one call: it scans the SQL of all migrations for their digests.
/// @throws SqlError when a migration's text cannot be scanned.
[[nodiscard]] Health health(AnyConnection connection, std::span<const Migration> migrations,
                            const HealthOptions& options = {});

/// The answer of a health endpoint, in one line with these keys in this order: `status`,
/// `expected_head`, `current_head` (a string or null), `pending`, `unknown`, `changed`, `messages`
/// (lists of strings), and `drift`, which is null when it was not asked for, or has `status`,
/// `reason` (a string or null), `findings` (each with `severity`, `rule`, `kind`, `object`,
/// `details` and `sql`), `ignored` (each with `object` and `reason`) and `notes`.
[[nodiscard]] std::string to_json(const Health& health);

}  // namespace tenon
