// The embedded catalog against the one that is there.
#include <tenon/history/model_json.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/verify.hpp>

#include <algorithm>

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

}  // namespace

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
  verification.findings = compare_catalogs(read_catalog(open, reading), wanted);
  verification.status =
      verification.findings.empty() ? Verification::Status::same : Verification::Status::different;
  if (const int major = open.server_version() / 10'000; major != expected.server_major)
    verification.notes.push_back("the server is PostgreSQL " + std::to_string(major) +
                                 ", and PostgreSQL " + std::to_string(expected.server_major) +
                                 " printed what is expected: the two may print one expression "
                                 "differently");
  return verification;
}

}  // namespace tenon
