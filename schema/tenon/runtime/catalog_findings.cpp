// From changes and from what has no words to findings.
#include <tenon/diff/column_order.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/owners_privileges.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <iterator>
#include <variant>

namespace tenon {
namespace {

using Kind = CatalogFinding::Kind;

struct KindOf {
  Kind operator()(const CreateSchema&) const { return Kind::missing; }
  Kind operator()(const CreateEnum&) const { return Kind::missing; }
  Kind operator()(const AddEnumLabel&) const { return Kind::missing; }
  Kind operator()(const CreateTable&) const { return Kind::missing; }
  Kind operator()(const AddColumn&) const { return Kind::missing; }
  Kind operator()(const AddConstraint&) const { return Kind::missing; }
  Kind operator()(const CreateIndex&) const { return Kind::missing; }
  Kind operator()(const CreateDefinition&) const { return Kind::missing; }
  Kind operator()(const DropSchema&) const { return Kind::unexpected; }
  Kind operator()(const DropEnum&) const { return Kind::unexpected; }
  Kind operator()(const DropTable&) const { return Kind::unexpected; }
  Kind operator()(const DropColumn&) const { return Kind::unexpected; }
  Kind operator()(const DropConstraint&) const { return Kind::unexpected; }
  Kind operator()(const DropIndex&) const { return Kind::unexpected; }
  Kind operator()(const DropDefinition&) const { return Kind::unexpected; }
  Kind operator()(const auto&) const { return Kind::different; }
};

/// What there is to say of an object that one side has alone.
struct Definitions {
  std::string operator()(const AddEnumLabel& c) const { return "label " + sql::literal(c.label); }
  std::string operator()(const AddColumn& c) const { return describe(c.column); }
  std::string operator()(const DropColumn& c) const { return describe(c.column); }
  std::string operator()(const AddConstraint& c) const {
    return sql::constraint_definition(c.constraint);
  }
  std::string operator()(const DropConstraint& c) const {
    return sql::constraint_definition(c.constraint);
  }
  std::string operator()(const CreateIndex& c) const { return text(c.index); }
  std::string operator()(const DropIndex& c) const { return text(c.index); }
  std::string operator()(const auto&) const { return {}; }

 private:
  static std::string text(const Index& index) {
    return (index.unique ? "unique " : "") + sql::index_definition(index);
  }
};

CatalogFinding finding(const Change& change) {
  const Kind kind = std::visit(KindOf{}, change);
  return {kind,
          drift_rule(change),
          describe(subject(change)),
          kind == Kind::different ? describe(change) : std::visit(Definitions{}, change),
          change,
          sql::render(change)};
}

std::string column_names(const Table& table) {
  std::string names;
  for (const Column& column : table.columns)
    names += (names.empty() ? "" : ", ") + sql::identifier(column.name);
  return "(" + names + ")";
}

/// The lines in `some` that are not in `others`; both are sorted.
void add_lines(std::vector<CatalogFinding>& findings, Kind kind,
               const std::vector<std::string>& some, const std::vector<std::string>& others) {
  std::vector<std::string> lines;
  std::ranges::set_difference(some, others, std::back_inserter(lines));
  for (std::string& line : lines)
    findings.push_back({kind, drift_rule("unmodelled"), std::move(line), {}, {}, {}});
}

bool is_same(const Model& seen, const Model& expected) {
  if (model_digest(seen) == model_digest(expected)) return true;
  Model from = seen;
  Model to = expected;
  leave_out_owners_privileges(from, to);
  return model_digest(from) == model_digest(to);
}

}  // namespace

const char* name_of(CatalogFinding::Kind kind) {
  switch (kind) {
    case Kind::missing:
      return "missing";
    case Kind::unexpected:
      return "unexpected";
    case Kind::different:
      return "different";
  }
  return "";
}

std::string describe(const CatalogFinding& finding) {
  std::string text = finding.object + ": " + name_of(finding.kind);
  if (finding.details.empty()) return text;
  return finding.kind == Kind::different ? finding.object + ": " + finding.details
                                         : text + " (" + finding.details + ")";
}

std::vector<CatalogFinding> compare_catalogs(const Catalog& seen, const Catalog& expected) {
  std::vector<CatalogFinding> findings;
  for (const Change& change : diff(seen.model, expected.model)) findings.push_back(finding(change));
  // A comparison that finds nothing is believed only when the models are the same in every byte.
  if (findings.empty() && !is_same(seen.model, expected.model))
    findings.push_back({Kind::different,
                        drift_rule("unmodelled"),
                        "the schema",
                        "in something that has no words:\n" + to_json(seen.model, 2) + "\n->\n" +
                            to_json(expected.model, 2),
                        {},
                        {}});
  add_lines(findings, Kind::unexpected, seen.unmodelled, expected.unmodelled);
  add_lines(findings, Kind::missing, expected.unmodelled, seen.unmodelled);
  return findings;
}

std::vector<CatalogFinding> compare_column_orders(const Model& seen, const Model& expected) {
  std::vector<CatalogFinding> findings;
  for (const QualifiedName& name : tables_in_another_order(seen, expected))
    findings.push_back({Kind::different,
                        drift_rule("column-order"),
                        describe(ObjectName{ObjectKind::table, name, {}}),
                        "columns: " + column_names(*find(seen.tables, name)) + " -> " +
                            column_names(*find(expected.tables, name)),
                        {},
                        {}});
  return findings;
}

}  // namespace tenon
