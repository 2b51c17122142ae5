#include "takeover_content.hpp"

#include <set>
#include <string>

namespace tenon::cli {
namespace {

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
      names.tables.insert(qualified_name(ledger.object.parent.schema, ledger.object.parent.name));
  return names;
}

}  // namespace

void add_content(Connection& open, const std::vector<OtherLedger>& ledgers,
                 TakeoverDifferences& found) {
  LeftOut left_out = left_out_by(ledgers);
  for (const Row& row : open.query(own_tables)) {
    const std::string& schema = not_null(row.at(0));
    const std::string name = qualified_name(schema, not_null(row.at(1)));
    if (left_out.schemas.contains(schema) || left_out.tables.contains(name)) continue;
    const std::string count = not_null(open.query("SELECT count(*) FROM ONLY " + name).at(0).at(0));
    if (count == "0") continue;
    found.add("rows of " + name, {count + (count == "1" ? " row" : " rows") +
                                  " that the scripts insert, and no generated migration carries"});
    // Its sequences have counted the rows.
    left_out.tables.insert(name);
  }
  for (const Row& row : open.query(used_sequences)) {
    const std::string& schema = not_null(row.at(0));
    const bool is_of_table =
        row.at(3) && left_out.tables.contains(qualified_name(*row.at(3), not_null(row.at(4))));
    if (is_of_table || left_out.schemas.contains(schema)) continue;
    found.add("value of sequence " + qualified_name(schema, not_null(row.at(1))),
              {"it has come to " + not_null(row.at(2)) + ", and begins anew"});
  }
}

}  // namespace tenon::cli
