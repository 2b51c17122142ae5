// The embedded catalog against the one that is there.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/other_ledgers.hpp>
#include <tenon/runtime/verify.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tenon {
namespace {

void leave_out(Model& model, const std::vector<std::string>& schemas) {
  const auto is_left_out = [&](const std::string& schema) {
    return std::ranges::find(schemas, schema) != schemas.end();
  };
  std::erase_if(model.schemas, [&](const Schema& schema) { return is_left_out(schema.name); });
  std::erase_if(model.enums, [&](const EnumType& type) { return is_left_out(type.name.schema); });
  std::erase_if(model.tables, [&](const Table& table) { return is_left_out(table.name.schema); });
  std::erase_if(model.definitions, [&](const Definition& definition) {
    return is_left_out(definition.name.parent.schema);
  });
}

/// The schemas that anything of the model is in.
std::set<std::string> declared_schemas(const Model& model) {
  std::set<std::string> names;
  for (const Schema& schema : model.schemas) names.insert(schema.name);
  for (const EnumType& type : model.enums) names.insert(type.name.schema);
  for (const Table& table : model.tables) names.insert(table.name.schema);
  for (const Definition& definition : model.definitions)
    names.insert(definition.name.parent.schema);
  names.erase("");
  // Who declares nothing at all will begin in public.
  if (names.empty()) names.insert("public");
  return names;
}

/// Those of the database that are others' business.
std::vector<std::string> undeclared_schemas(Connection& connection, const Model& wanted,
                                            const std::vector<std::string>& ignored) {
  const auto declared = declared_schemas(wanted);
  std::vector<std::string> others;
  for (const Row& row : connection.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' "
                                         "AND nspname <> 'information_schema' ORDER BY nspname"))
    if (const std::string& name = not_null(row.at(0));
        !declared.contains(name) && std::ranges::find(ignored, name) == ignored.end())
      others.push_back(name);
  return others;
}

/// Whether `text` is `pattern`, in which `*` stands for any text.
bool matches(std::string_view text, std::string_view pattern) {
  const auto star = pattern.find('*');
  if (star == pattern.npos) return text == pattern;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const auto rest = pattern.substr(star + 1);
  for (std::size_t at = star; at <= text.size(); ++at)
    if (matches(text.substr(at), rest)) return true;
  return false;
}

/// Moves what is to be ignored, and notes what there is no need to ignore any longer.
void ignore(Verification& verification, const std::vector<IgnoredObject>& objects) {
  for (const IgnoredObject& ignored : objects) {
    auto known = take_if(verification.findings, [&](const CatalogFinding& finding) {
      return matches(finding.object, ignored.object);
    });
    if (known.empty())
      verification.notes.push_back("nothing is found that is ignored as '" + ignored.object +
                                   "': " + ignored.reason);
    for (CatalogFinding& finding : known)
      verification.ignored.push_back({std::move(finding), ignored.reason});
  }
}

}  // namespace

bool has_drift(const Verification& verification, Severity from) {
  return std::ranges::any_of(verification.findings, [from](const CatalogFinding& finding) {
    return finding.rule.is_drift && finding.rule.severity >= from;
  });
}

const char* name_of(Verification::Status status) {
  switch (status) {
    case Verification::Status::same:
      return "same";
    case Verification::Status::different:
      return "different";
    case Verification::Status::unknown:
      return "unknown";
  }
  return "";
}

Verification verify(AnyConnection connection, const ExpectedCatalog& expected,
                    const VerifyOptions& options) {
  Verification verification;
  if (!expected.missing_because.empty()) {
    verification.reason = "no expected catalog was embedded because " + expected.missing_because;
    return verification;
  }
  Catalog wanted{model_from_json(expected.model), expected.unmodelled};
  leave_out(wanted.model, options.ignored_schemas);

  CatalogOptions reading{.ignored_schemas = options.ignored_schemas};
  reading.ignored_schemas.emplace_back(ledger_schema);
  Connection& open = connection.get();
  auto others = undeclared_schemas(open, wanted.model, reading.ignored_schemas);
  reading.ignored_schemas.insert(reading.ignored_schemas.end(), others.begin(), others.end());
  Catalog seen = read_catalog(open, reading);
  for (const OtherLedger& ledger : take_other_ledgers(seen.model, wanted.model))
    verification.notes.push_back("not compared, because it is the ledger of " + ledger.tool + ": " +
                                 describe(ledger.object));
  auto& findings = verification.findings;
  findings = compare_catalogs(seen, wanted);
  std::ranges::move(compare_column_orders(seen.model, wanted.model), std::back_inserter(findings));
  stable_sort(findings, [](const CatalogFinding& a, const CatalogFinding& b) {
    return a.rule.severity > b.rule.severity;
  });
  ignore(verification, options.ignored_objects);
  verification.status =
      has_drift(verification) ? Verification::Status::different : Verification::Status::same;
  // public is in every database.
  std::erase(others, "public");
  if (!others.empty())
    verification.notes.push_back(fmt::format(
        "not compared, because nothing is declared in them: {}", fmt::join(others, ", ")));
  if (const int major = open.server_version() / 10'000; major != expected.server_major)
    verification.notes.push_back("the server is PostgreSQL " + std::to_string(major) +
                                 ", and PostgreSQL " + std::to_string(expected.server_major) +
                                 " printed what is expected: the two may print one expression "
                                 "differently");
  return verification;
}

}  // namespace tenon
