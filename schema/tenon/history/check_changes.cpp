#include <fmt/format.h>

#include <tenon/diff/apply.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/rendered_files.hpp>
#include <tenon/history/sql_text.hpp>

namespace tenon::checking {
namespace {

// Whether `sql`, or at least its digest, is what the changes of a migration render to.
bool renders_to(const std::string& rendered, const std::string& sql, const std::string& digest) {
  const std::string expected = take_apart(rendered).generated;
  // check_files() vouches for the digest of the file's own text.
  return expected == take_apart(sql).generated || token_digest(expected) == digest;
}

void check_rendering(const History& history, const Migration& migration, const Model& before,
                     const Model& after, std::vector<Diagnostic>& findings) {
  // Another version may have written the same changes in another way; its digest vouches for it.
  if (migration.generator != generator_version()) return;
  const auto check = [&](std::string_view file, const std::string& rendered, const std::string& sql,
                         const std::string& digest) {
    if (renders_to(rendered, sql, digest)) return;
    findings.push_back(history.finding(
        migration.id, file, 1, "tenon-rendering",
        fmt::format("{} of {} is not what its changes render to", file, migration.id),
        {"changes.json or the digest in it was edited; bring the files back from version "
         "control"}));
  };
  const RenderedFiles rendered = render_files(migration, before, after);
  check("up.sql", rendered.up_sql, migration.up_sql, migration.up_digest);
  check("down.sql", rendered.down_sql, migration.down_sql, migration.down_digest);
  if (migration.reconciliation && !migration.changes.empty())
    findings.push_back(
        history.finding(migration.id, "changes.json", 1, "tenon-changes",
                        "it mends a database that drifted, and has changes of the schema as well",
                        {"changes.json was edited; bring it back from version control"}));
}

}  // namespace

std::vector<Diagnostic> check_changes(const History& history, Head& head) {
  std::vector<Diagnostic> findings;
  // Two models advance together, one migration apart, so that nothing is ever copied.
  Head before;
  for (const Migration& migration : history.migrations) {
    try {
      advance(head, migration);
      check_rendering(history, migration, before.model, head.model, findings);
      advance(before, migration);
    } catch (const ApplyError& error) {
      findings.push_back(history.finding(migration.id, "changes.json", 1, "tenon-changes",
                                         "its changes do not fit the schema before it",
                                         {error.what()}));
      return findings;
    } catch (const SqlError& error) {
      findings.push_back(history.finding(migration.id, "changes.json", 1, "tenon-sql",
                                         "what its changes render to cannot be read as SQL",
                                         {error.what()}));
      return findings;
    }
  }
  if (history.migrations.empty()) return findings;
  const Migration& last = history.migrations.back();
  if (model_digest(head.model) != last.model_digest)
    findings.push_back(history.finding(
        last.id, "changes.json", 1, "tenon-digest",
        fmt::format("the changes up to {} do not lead to the schema that it was generated for",
                    last.id),
        {"a changes.json was edited; bring the files back from version control"}));
  return findings;
}

}  // namespace tenon::checking
