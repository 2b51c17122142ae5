// The embedded catalog against the one that is there.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/model/take_if.hpp>
#include <tenon/runtime/compared_catalogs.hpp>
#include <tenon/runtime/ledger_rows.hpp>
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

bool is_ignored_as(const std::string& object, const IgnoredObject& ignored) {
  return matches(object, ignored.object);
}

ComparedCatalogs read_compared_catalogs(AnyConnection connection, const ExpectedCatalog& expected,
                                        const VerifyOptions& options) {
  ComparedCatalogs both;
  both.expected = {model_from_json(expected.model), expected.unmodelled};
  leave_out(both.expected.model, options.ignored_schemas);

  CatalogOptions reading{.ignored_schemas = options.ignored_schemas};
  reading.ignored_schemas.emplace_back(ledger_schema);
  Connection& open = connection.get();
  both.undeclared_schemas = undeclared_schemas(open, both.expected.model, reading.ignored_schemas);
  reading.ignored_schemas.insert(reading.ignored_schemas.end(), both.undeclared_schemas.begin(),
                                 both.undeclared_schemas.end());
  both.seen = read_catalog(open, reading);
  both.other_ledgers = take_other_ledgers(both.seen.model, both.expected.model);
  both.seen_by = open.server_version() / 10'000;
  both.expected_by = expected.server_major;
  return both;
}

Verification verify(const ComparedCatalogs& catalogs, const VerifyOptions& options) {
  Verification verification;
  const auto& [seen, wanted, undeclared, ledgers, seen_by, expected_by] = catalogs;
  for (const OtherLedger& ledger : ledgers)
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
  auto others = undeclared;
  // public is in every database.
  std::erase(others, "public");
  if (!others.empty())
    verification.notes.push_back(fmt::format(
        "not compared, because nothing is declared in them: {}", fmt::join(others, ", ")));
  if (seen_by != expected_by)
    verification.notes.push_back("the server is PostgreSQL " + std::to_string(seen_by) +
                                 ", and PostgreSQL " + std::to_string(expected_by) +
                                 " printed what is expected: the two may print one expression "
                                 "differently");
  return verification;
}

Verification verify(AnyConnection connection, const ExpectedCatalog& expected,
                    const VerifyOptions& options) {
  if (!expected.missing_because.empty()) {
    Verification unknown;
    unknown.reason = "no expected catalog was embedded because " + expected.missing_because;
    return unknown;
  }
  return verify(read_compared_catalogs(std::move(connection), expected, options), options);
}

}  // namespace tenon
