#include <fmt/format.h>

#include <tenon/diff/apply.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/sql_text.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace tenon {
namespace {

// Collects what is wrong with one history.
class Checker {
 public:
  Checker(std::span<const Migration> migrations, const std::filesystem::path& folder)
      : migrations_{migrations}, folder_{folder} {}

  CheckedHistory run() {
    check_chain();
    for (const Migration& migration : migrations_) {
      check_file(migration, "up.sql", migration.up_sql, migration.up_digest);
      check_file(migration, "down.sql", migration.down_sql, migration.down_digest);
    }
    // Changes of a broken chain would only fail in confusing ways.
    if (result_.findings.empty()) check_changes();
    return std::move(result_);
  }

 private:
  void report(const std::string& id, std::string_view file, unsigned line, std::string rule,
              std::string message, std::vector<std::string> notes) {
    const auto path = (folder_ / id / file).lexically_normal();
    result_.findings.push_back(
        {{path.string(), line, 1}, std::move(rule), std::move(message), std::move(notes)});
  }

  void check_chain() {
    std::map<std::string, std::string> child_of;
    const Migration* previous = nullptr;
    for (const Migration& migration : migrations_) {
      const std::string parent = migration.parent.value_or("");
      const auto [sibling, is_first] = child_of.emplace(parent, migration.id);
      const std::string after = parent.empty() ? "an empty database" : parent;
      if (!is_first)
        report(migration.id, "changes.json", 1, "tenon-two-heads",
               fmt::format("two heads: {} and {} both follow {}", sibling->second, migration.id,
                           after),
               {"keep one as it is, delete the folder of the other and make it anew on top: "
                "its backfill zones are the only part that is written by hand"});
      else if (const std::string expected = previous ? previous->id : ""; parent != expected)
        report(migration.id, "changes.json", 1, "tenon-gap",
               fmt::format("a gap in the chain: {} follows {}, which is not there", migration.id,
                           after),
               {fmt::format("the migration before it here is {}; bring the missing folder back "
                            "from version control",
                            previous ? previous->id : "none")});
      else if (const unsigned long position = previous ? position_of(previous->id) + 1 : 1;
               position_of(migration.id) != position)
        report(
            migration.id, "changes.json", 1, "tenon-gap",
            fmt::format("a gap in the chain: {} stands at position {}", migration.id, position),
            {"a migration's folder is named by its date, its position in the chain and its slug"});
      previous = &migration;
    }
  }

  void check_file(const Migration& migration, std::string_view file, const std::string& sql,
                  const std::string& digest) {
    try {
      const ZonedSql zoned = take_apart(sql);
      if (token_digest(zoned.generated) != digest)
        report(migration.id, file, 1, "tenon-edited",
               fmt::format("{} of {} was edited after it was generated", file, migration.id),
               {"change the struct and let the next migration be generated; only text between "
                "`tenon:backfill begin` and `end` is written by hand",
                "to undo the edit: bring the file back from version control"});
      for (const BackfillZone& zone : zoned.zones) check_zone(migration, file, zone);
    } catch (const SqlError& error) {
      report(migration.id, file, 1, "tenon-sql", fmt::format("{} cannot be read as SQL", file),
             {error.what()});
    }
  }

  void check_zone(const Migration& migration, std::string_view file, const BackfillZone& zone) {
    try {
      for (const ForbiddenStatement& statement : statements_that_are_no_data_moves(zone.text)) {
        const auto before = zone.text.begin();
        const auto lines = std::count(
            before, before + static_cast<std::ptrdiff_t>(first_token(zone.text, statement.offset)),
            '\n');
        report(migration.id, file, zone.first_line + static_cast<unsigned>(lines),
               "tenon-handwritten-ddl",
               fmt::format("a backfill zone moves data only, and this is a {}", statement.kind),
               {"INSERT, UPDATE, DELETE, MERGE and SELECT may stand here; a change of the schema "
                "is made in the struct"});
      }
    } catch (const SqlError& error) {
      report(migration.id, file, zone.first_line, "tenon-sql",
             "a backfill zone cannot be parsed by PostgreSQL's parser", {error.what()});
    }
  }

  // A statement begins, for the parser, right behind the semicolon before it.
  static std::size_t first_token(const std::string& text, std::size_t offset) {
    const auto found = text.find_first_not_of(" \t\r\n", offset);
    return found == std::string::npos ? offset : found;
  }

  // Two models advance together, one migration apart, so that nothing is ever copied.
  void check_changes() {
    Head before;
    for (const Migration& migration : migrations_) {
      try {
        advance(result_.head, migration);
        check_rendering(migration, before.model, result_.head.model);
        advance(before, migration);
      } catch (const ApplyError& error) {
        report(migration.id, "changes.json", 1, "tenon-changes",
               "its changes do not fit the schema before it", {error.what()});
        return;
      }
    }
    if (migrations_.empty()) return;
    const Migration& last = migrations_.back();
    if (model_digest(result_.head.model) != last.model_digest)
      report(last.id, "changes.json", 1, "tenon-digest",
             fmt::format("the changes up to {} do not lead to the schema that it was generated for",
                         last.id),
             {"a changes.json was edited; bring the files back from version control"});
  }

  void check_rendering(const Migration& migration, const Model& before, const Model& after) {
    // Another version may have written the same changes in another way; its digest vouches for it.
    if (migration.generator != generator_version()) return;
    const std::string up = render_up(before, after, migration.changes);
    const std::string down = render_down(before, after, migration.changes);
    for (const auto& [file, text, digest] : {std::tuple{"up.sql", &up, &migration.up_digest},
                                             std::tuple{"down.sql", &down, &migration.down_digest}})
      if (token_digest(take_apart(*text).generated) != *digest)
        report(migration.id, file, 1, "tenon-rendering",
               fmt::format("{} of {} is not what its changes render to", file, migration.id),
               {"changes.json or the digest in it was edited; bring the files back from version "
                "control"});
  }

  std::span<const Migration> migrations_;
  std::filesystem::path folder_;
  CheckedHistory result_;
};

}  // namespace

CheckedHistory check_history(std::span<const Migration> migrations,
                             const std::filesystem::path& folder) {
  return Checker{migrations, folder}.run();
}

}  // namespace tenon
