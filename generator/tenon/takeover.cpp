#include "takeover.hpp"

#include "secret_options.hpp"
#include "takeover_content.hpp"
#include "takeover_dumps.hpp"

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/testing/missing_roles.hpp>

#include <string>
#include <vector>

namespace tenon::cli {
namespace {

void compare(const Catalog& before, const Catalog& after, TakeoverDifferences& found) {
  for (const CatalogFinding& finding : compare_catalogs(before, after))
    found.add(finding.object,
              {finding.change ? describe(*finding.change)
                              : (finding.kind == CatalogFinding::Kind::unexpected
                                     ? "Tenon cannot express it, so that it is not carried"
                                     : finding.details)});
}

void add_left_out(const RanScripts& scripts, TakeoverDifferences& found) {
  for (const std::string& file : scripts.folder.not_run)
    found.add("file " + file + " not run",
              {std::string{"it is no script of "} + name_of(scripts.folder.tool)});
  for (const OtherLedger& ledger : scripts.ledgers) {
    const QualifiedName& name = ledger.object.parent;
    const bool is_schema = ledger.object.kind == ObjectKind::schema;
    found.add((is_schema ? "schema " + sql::identifier(name.schema)
                         : "table " + sql::qualified_identifier(name)) +
                  " left out",
              {"it is the ledger of " + ledger.tool});
  }
  for (const std::string& role : scripts.created_roles)
    found.add("role " + sql::identifier(role),
              {"the scripts create it; a role belongs to a server, and no migration creates one"});
}

testing::SchemaDump dump_of(const RanScripts& scripts, int major) {
  std::vector<std::string> tables;
  std::vector<std::string> schemas;
  for (const OtherLedger& ledger : scripts.ledgers)
    (ledger.object.kind == ObjectKind::schema ? schemas : tables)
        .push_back(ledger.object.kind == ObjectKind::schema
                       ? sql::identifier(ledger.object.parent.schema)
                       : sql::qualified_identifier(ledger.object.parent));
  return testing::dump_schema(scripts.database.url(), major, tables, schemas);
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

  TakeoverDifferences found;
  compare({scripts.source.model, scripts.source.unmodelled},
          read_catalog(after, {.ignored_schemas = {ledger_schema}, .owners = scratch.owners}),
          found);
  compare_dumps(dump_of(scripts, major),
                testing::dump_schema(database.url(), major, {}, {ledger_schema}), found);
  add_content(before, scripts.ledgers, found);
  for (const std::string& option : secret_options(scripts.source.model))
    found.add(option, {"it is carried, and so it stands in files that are committed"});
  add_left_out(scripts, found);
  return found.take();
}

}  // namespace tenon::cli
