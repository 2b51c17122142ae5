#include "takeover_content.hpp"

#include <tenon/sql/quote.hpp>

#include <set>
#include <string>

namespace tenon::cli {
namespace {

// What is the application's own, and not that of an extension.
constexpr const char* own =
    " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' "
    "AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass "
    "AND e.objid = c.oid AND e.deptype = 'e') ORDER BY 1, 2";

// Tables that hold rows themselves.
constexpr const char* tables =
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind = 'r'";

// Sequences, where they start, and the table that they belong to.
constexpr const char* sequences =
    "SELECT n.nspname, c.relname, s.seqstart, o.nspname, t.relname FROM pg_sequence s "
    "JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    "LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') "
    "AND d.refclassid = 'pg_class'::regclass AND d.objid = c.oid "
    "LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace o ON o.oid = t.relnamespace "
    "WHERE true";

struct LeftOut {
  std::set<std::string> schemas;
  std::set<std::string> tables;
};

LeftOut left_out_by(const std::vector<OtherLedger>& ledgers) {
  LeftOut names;
  for (const OtherLedger& ledger : ledgers)
    if (ledger.object.kind == ObjectKind::schema)
      names.schemas.insert(ledger.object.parent.schema);
    else
      names.tables.insert(sql::qualified_identifier(ledger.object.parent));
  return names;
}

// Where a sequence goes on, in words; nothing where that is where a new one begins, or where it has
// counted rows that are named.
std::string place_of(Connection& open, const std::string& sequence, const std::string& start,
                     bool counts_named_rows) {
  // pg_sequences says nothing of a value that was set and not yet given out.
  const Row row = open.query("SELECT last_value, is_called FROM " + sequence).at(0);
  const std::string& value = not_null(row.at(0));
  if (not_null(row.at(1)) == "t")
    return counts_named_rows ? "" : "it has come to " + value + ", and begins anew";
  if (value == start) return "";
  return "its first value is to be " + value + ", and it begins with " + start;
}

}  // namespace

void add_content(Connection& open, const std::vector<OtherLedger>& ledgers,
                 TakeoverDifferences& found) {
  const LeftOut left_out = left_out_by(ledgers);
  std::set<std::string> named;
  for (const Row& row : open.query(std::string{tables} + own)) {
    const std::string& schema = not_null(row.at(0));
    const std::string name = sql::qualified_identifier({schema, not_null(row.at(1))});
    if (left_out.schemas.contains(schema) || left_out.tables.contains(name)) continue;
    const std::string count = not_null(open.query("SELECT count(*) FROM ONLY " + name).at(0).at(0));
    if (count == "0") continue;
    found.add("rows of " + name, {count + (count == "1" ? " row" : " rows") +
                                  " that the scripts insert, and no generated migration carries"});
    named.insert(name);
  }
  for (const Row& row : open.query(std::string{sequences} + own)) {
    const std::string& schema = not_null(row.at(0));
    const std::string table =
        row.at(3) ? sql::qualified_identifier({*row.at(3), not_null(row.at(4))}) : "";
    if (left_out.tables.contains(table) || left_out.schemas.contains(schema)) continue;
    const std::string name = sql::qualified_identifier({schema, not_null(row.at(1))});
    const std::string place = place_of(open, name, not_null(row.at(2)), named.contains(table));
    if (!place.empty()) found.add("value of sequence " + name, {place});
  }
}

}  // namespace tenon::cli
