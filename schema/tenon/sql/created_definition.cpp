// CREATE and DROP of definitions, with the clauses that their properties are.
#include <tenon/diff/property_changes.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

#include <algorithm>
#include <string_view>

namespace tenon::sql {
namespace {

bool is_clause(const Property& property) {
  switch (property.kind) {
    case PropertyKind::domain_check:
      // A constraint that is NOT VALID cannot be created with its domain.
      return !property.value.ends_with(" NOT VALID");
    case PropertyKind::attribute:
    case PropertyKind::domain_default:
    case PropertyKind::domain_not_null:
    case PropertyKind::policy_check:
    case PropertyKind::policy_roles:
    case PropertyKind::policy_using:
    case PropertyKind::sequence_options:
    case PropertyKind::version:
      return true;
    default:
      return false;
  }
}

std::string clause(const Property& property) {
  switch (property.kind) {
    case PropertyKind::domain_check:
      return " CONSTRAINT " + identifier(property.key) + " " + property.value;
    case PropertyKind::domain_default:
      return " DEFAULT " + property.value;
    case PropertyKind::domain_not_null:
      return " NOT NULL";
    case PropertyKind::policy_check:
      return " WITH CHECK (" + property.value + ")";
    case PropertyKind::policy_roles:
      return " TO " + property.value;
    case PropertyKind::policy_using:
      return " USING (" + property.value + ")";
    case PropertyKind::sequence_options:
      return " " + property.value;
    case PropertyKind::version:
      return " VERSION " + literal(property.value);
    default:
      return "";
  }
}

std::string created(const Definition& definition) {
  std::string text = definition.statement;
  std::string attributes;
  // CREATE POLICY has its clauses in this order.
  std::vector<Property> properties = definition.properties;
  stable_sort(properties, [](const Property& a, const Property& b) {
    const auto place = [](const Property& p) {
      return p.kind == PropertyKind::policy_roles   ? 0
             : p.kind == PropertyKind::policy_using ? 1
                                                    : 2;
    };
    return place(a) < place(b);
  });
  for (const Property& property : properties) {
    if (property.kind == PropertyKind::attribute)
      attributes += (attributes.empty() ? "\n    " : ",\n    ") + identifier(property.key) + " " +
                    property.value;
    else if (is_clause(property))
      text += clause(property);
  }
  if (definition.name.kind == ObjectKind::composite_type)
    text += attributes.empty() ? " ()" : " (" + attributes + "\n)";
  return text + ";";
}

void append(Statements& all, Statements&& more) {
  for (std::string& statement : more) all.push_back(std::move(statement));
}

}  // namespace

void append_properties(Statements& result, const ObjectName& object,
                       const std::vector<Property>& properties) {
  for (const Property& property : properties) append(result, statements(said(object, property)));
}

Statements statements(const CreateDefinition& change) {
  const Definition& definition = change.definition;
  Statements result;
  // Default privileges are nothing but their privileges.
  if (definition.name.kind != ObjectKind::default_privileges) result.push_back(created(definition));
  std::vector<Property> properties = definition.properties;
  std::erase_if(properties, is_clause);
  // Last, because what they are on may be another property.
  stable_sort(properties, [](const Property& a, const Property& b) {
    return a.kind != PropertyKind::comment && b.kind == PropertyKind::comment;
  });
  append_properties(result, definition.name, properties);
  append_comment(result, definition.name, definition.comment);
  return result;
}

Statements statements(const DropDefinition& change) {
  const Definition& definition = change.definition;
  if (definition.name.kind == ObjectKind::default_privileges) {
    Statements result;
    for (const Property& property : definition.properties)
      append(result, statements(taken_back(definition.name, property)));
    return result;
  }
  return {"DROP " + std::string(keywords_of(definition.name.kind)) + " " +
          address(definition.name) + ";"};
}

Statements statements(const RenameAside& step) {
  return {"ALTER " + std::string(keywords_of(step.object.kind)) + " " + address(step.object) +
          " RENAME TO " + identifier(step.to.name) + ";"};
}

// In place; otherwise the plan has a drop and a creation. The options of a view go with the old
// one.
Statements statements(const ReplaceDefinition& change) {
  constexpr std::string_view create = "CREATE ";
  std::string text = change.to.statement;
  text.replace(0, create.size(), "CREATE OR REPLACE ");
  Statements result{text + ";"};
  for (const Property& property : change.to.properties)
    if (property.kind == PropertyKind::storage_parameter)
      append(result, statements(said(change.to.name, property)));
  return result;
}

}  // namespace tenon::sql
