#include "takeover.hpp"

#include "schema_dump.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/testing/missing_roles.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace tenon::cli {
namespace {

using Lines = std::vector<std::string>;

// With the schema, public too: the names stand in scripts of other people.
std::string qualified(const std::string& schema, const std::string& name) {
  return sql::identifier(schema) + "." + sql::identifier(name);
}

class Differences {
 public:
  void add(const std::string& name, Lines details) {
    const auto same = std::ranges::find(all_, name, &TakeoverDifference::name);
    if (same == all_.end())
      all_.push_back({name, std::move(details)});
    else
      std::ranges::move(details, std::back_inserter(same->details));
  }
  [[nodiscard]] std::vector<TakeoverDifference> take() { return std::move(all_); }

 private:
  std::vector<TakeoverDifference> all_;
};

void compare(const Catalog& before, const Catalog& after, Differences& found) {
  for (const CatalogFinding& finding : compare_catalogs(before, after))
    found.add(finding.object,
              {finding.change ? describe(*finding.change)
                              : (finding.kind == CatalogFinding::Kind::unexpected
                                     ? "Tenon cannot express it, so that it is not carried"
                                     : finding.details)});
}

Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Of a list in parentheses, the last one has no comma.
Lines sorted_lines(const std::string& text) {
  Lines lines = lines_of(text);
  for (std::string& line : lines)
    if (line.ends_with(',')) line.pop_back();
  std::ranges::sort(lines);
  return lines;
}

Lines changed_lines(const std::string& before, const std::string& after) {
  const Lines old_lines = sorted_lines(before);
  const Lines new_lines = sorted_lines(after);
  Lines gone;
  Lines come;
  std::ranges::set_difference(old_lines, new_lines, std::back_inserter(gone));
  std::ranges::set_difference(new_lines, old_lines, std::back_inserter(come));
  Lines changed;
  for (const std::string& line : gone) changed.push_back("- " + line);
  for (const std::string& line : come) changed.push_back("+ " + line);
  // The same lines in another order.
  if (changed.empty()) {
    for (const std::string& line : lines_of(before)) changed.push_back("- " + line);
    for (const std::string& line : lines_of(after)) changed.push_back("+ " + line);
  }
  return changed;
}

void compare_entry(const std::string& name, const DumpEntry& before, const DumpEntry& after,
                   Differences& found) {
  constexpr std::string_view table = "table ";
  if (before.owner != after.owner)
    found.add("owner of " + name, {fmt::format("{} -> {}", before.owner, after.owner)});
  if (before.sql == after.sql) return;
  const bool is_order =
      name.starts_with(table) && sorted_lines(before.sql) == sorted_lines(after.sql);
  found.add(is_order ? "column order of " + name.substr(table.size()) : name,
            changed_lines(before.sql, after.sql));
}

void compare(const SchemaDump& before, const SchemaDump& after, Differences& found) {
  for (const auto& [name, entry] : before) {
    const auto other = after.find(name);
    compare_entry(name, entry, other == after.end() ? DumpEntry{{}, entry.owner} : other->second,
                  found);
  }
  for (const auto& [name, entry] : after)
    if (!before.contains(name)) compare_entry(name, {{}, entry.owner}, entry, found);
}

// Tables of the application that hold rows themselves.
constexpr const char* own_tables =
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' "
    "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass "
    "AND d.objid = c.oid AND d.deptype = 'e') ORDER BY 1, 2";

// Sequences that have given out a value, and the table that they belong to.
constexpr const char* used_sequences =
    "SELECT s.schemaname, s.sequencename, s.last_value, n.nspname, c.relname FROM pg_sequences s "
    "LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') "
    "AND d.refclassid = 'pg_class'::regclass AND d.objid = "
    "(quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename))::regclass "
    "LEFT JOIN pg_class c ON c.oid = d.refobjid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE s.last_value IS NOT NULL ORDER BY 1, 2";

class Content {
 public:
  Content(Connection& open, const std::vector<OtherLedger>& ledgers) : open_{open} {
    for (const OtherLedger& ledger : ledgers)
      (ledger.object.kind == ObjectKind::schema ? schemas_ : tables_)
          .insert(ledger.object.kind == ObjectKind::schema
                      ? ledger.object.parent.schema
                      : qualified(ledger.object.parent.schema, ledger.object.parent.name));
  }

  void compare_with_nothing(Differences& found) {
    for (const Row& row : open_.query(own_tables)) {
      const std::string& schema = not_null(row.at(0));
      const std::string name = qualified(schema, not_null(row.at(1)));
      if (schemas_.contains(schema) || tables_.contains(name)) continue;
      const std::string count =
          not_null(open_.query("SELECT count(*) FROM ONLY " + name).at(0).at(0));
      if (count == "0") continue;
      found.add("rows of " + name,
                {count + (count == "1" ? " row" : " rows") +
                 " that the scripts insert, and no generated migration carries"});
      // Its sequences have counted the rows.
      tables_.insert(name);
    }
    for (const Row& row : open_.query(used_sequences)) {
      const std::string& schema = not_null(row.at(0));
      if (schemas_.contains(schema)) continue;
      if (row.at(3) && tables_.contains(qualified(*row.at(3), not_null(row.at(4))))) continue;
      found.add("value of sequence " + qualified(schema, not_null(row.at(1))),
                {"it has come to " + not_null(row.at(2)) + ", and begins anew"});
    }
  }

 private:
  Connection& open_;
  std::set<std::string> schemas_;
  std::set<std::string> tables_;
};

void add_left_out(const RanScripts& scripts, Differences& found) {
  for (const std::string& file : scripts.folder.not_run)
    found.add("file " + file + " not run",
              {std::string{"it is no script of "} + name_of(scripts.folder.tool)});
  for (const OtherLedger& ledger : scripts.ledgers) {
    const QualifiedName& name = ledger.object.parent;
    const bool is_schema = ledger.object.kind == ObjectKind::schema;
    found.add((is_schema ? "schema " + sql::identifier(name.schema)
                         : "table " + qualified(name.schema, name.name)) +
                  " left out",
              {"it is the ledger of " + ledger.tool});
  }
  for (const std::string& role : scripts.created_roles)
    found.add("role " + sql::identifier(role),
              {"the scripts create it; a role belongs to a server, and no migration creates one"});
}

SchemaDump dump_of(const RanScripts& scripts, int major) {
  Lines tables;
  Lines schemas;
  for (const OtherLedger& ledger : scripts.ledgers)
    (ledger.object.kind == ObjectKind::schema ? schemas : tables)
        .push_back(ledger.object.kind == ObjectKind::schema
                       ? sql::identifier(ledger.object.parent.schema)
                       : qualified(ledger.object.parent.schema, ledger.object.parent.name));
  return dump_schema(scripts.database.url(), major, tables, schemas);
}

}  // namespace

std::vector<TakeoverDifference> takeover_differences(const RanScripts& scripts,
                                                     const std::vector<Migration>& migrations,
                                                     Scratch& scratch) {
  testing::ScratchServer& server = scratch.server();
  const int major = server.version() / 10'000;
  const auto database = server.create_database();
  Connection after{database.url()};
  testing::with_roles(server, after, [&] { migrate(after, migrations); });
  Connection before{scripts.database.url()};

  Differences found;
  compare({scripts.source.model, scripts.source.unmodelled},
          read_catalog(after, {.ignored_schemas = {ledger_schema}, .owners = scratch.owners}),
          found);
  compare(dump_of(scripts, major), dump_schema(database.url(), major, {}, {ledger_schema}), found);
  Content{before, scripts.ledgers}.compare_with_nothing(found);
  add_left_out(scripts, found);
  return found.take();
}

}  // namespace tenon::cli
