// Schema sources: whatever yields a Model.
#pragma once

#include <tenon/model/model.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::testing {
class ScratchServer;
}

namespace tenon::cli {

/// What was read from a source, and how its texts are written.
struct LoadedSource {
  Model model;
  /// The texts are a person's, not PostgreSQL's: they compare only with others of their kind.
  bool is_as_written = false;
  /// As Catalog::unmodelled.
  std::vector<std::string> unmodelled{};
  /// What there is to say of how it was read.
  std::vector<std::string> notes{};
};

/// A server for the sources that need one, started when the first of them asks, and what is to be
/// read of databases.
class Scratch {
 public:
  /// @param with_owners read who owns what as well.
  explicit Scratch(bool with_owners);
  ~Scratch();
  [[nodiscard]] testing::ScratchServer& server();

  const bool owners;

 private:
  std::unique_ptr<testing::ScratchServer> server_;
};

/// Reads `empty`, `model:FILE.json`, `migrations:DIR`, `migrations:DIR@ID`, `FILE.sql` (run in a
/// scratch database), `postgresql://…`, or another tool's scripts (scripts::script_place(); run in
/// a scratch database).
/// @throws UsageError for any other text; HistoryError, ConnectionError, DatabaseError,
/// ServerError.
[[nodiscard]] LoadedSource load_source(const std::string& source, Scratch& scratch);

/// Says on standard error what of `source` is in nothing that is made of it, because a Model cannot
/// express it.
void note_unmodelled(const LoadedSource& source);

/// The schema as PostgreSQL prints it: what a person wrote is created in a scratch database and
/// read back.
/// @throws DatabaseError, ConnectionError, ServerError
[[nodiscard]] Model as_printed(const LoadedSource& source, Scratch& scratch);

/// Both sources, in texts that can be compared: where one is as PostgreSQL prints it, the other is
/// created in a scratch database and read back. A database that is compared with another tool's
/// scripts has that tool's ledger, which is left out and noted.
struct LoadedPair {
  LoadedSource from;
  LoadedSource to;
};
[[nodiscard]] LoadedPair load_sources(const std::string& from, const std::string& to,
                                      Scratch& scratch);

/// Whether reading all of `sources` can ask for a scratch server, which only databases never do.
[[nodiscard]] bool may_ask_scratch_server(std::initializer_list<std::string_view> sources);

/// What `load_source` takes, for --help.
inline constexpr const char* sources_help =
    "empty, model:FILE.json, migrations:DIR[@ID], FILE.sql, postgresql://…, or scripts:FOLDER: "
    "other tools' migrations (flyway:, dbmate:, golang-migrate:, goose:, sqitch:, alembic:, sql: "
    "say whose)";

}  // namespace tenon::cli
