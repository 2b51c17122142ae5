// Writes columns, constraints and indexes as CREATE TABLE and CREATE INDEX have them.
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::sql {
namespace {

template <class Range, class Function>
std::string join(const Range& range, const Function& text_of) {
  std::string result;
  for (const auto& item : range) {
    if (!result.empty()) result += ", ";
    result += text_of(item);
  }
  return result;
}

std::string include_clause(const std::vector<std::string>& columns) {
  return columns.empty() ? "" : " INCLUDE (" + identifier_list(columns) + ")";
}

std::string element_text(const IndexElement& element) {
  std::string text =
      element.is_expression ? "(" + element.target + ")" : identifier(element.target);
  if (element.collation) text += " COLLATE " + *element.collation;
  if (element.operator_class) text += " " + *element.operator_class;
  if (element.descending) text += " DESC";
  if (element.nulls_first != element.descending) {
    text += element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  }
  return text;
}

std::string_view action_text(ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action:
      return "NO ACTION";
    case ReferentialAction::restrict:
      return "RESTRICT";
    case ReferentialAction::cascade:
      return "CASCADE";
    case ReferentialAction::set_null:
      return "SET NULL";
    case ReferentialAction::set_default:
      return "SET DEFAULT";
  }
  return "";
}

std::string action_clause(std::string_view event, ReferentialAction action) {
  if (action == ReferentialAction::no_action) return "";
  return " ON " + std::string(event) + " " + std::string(action_text(action));
}

struct DefinitionText {
  std::string operator()(const PrimaryKey& key) const {
    return "PRIMARY KEY (" + identifier_list(key.columns) + ")" + include_clause(key.include);
  }
  std::string operator()(const UniqueConstraint& unique) const {
    return std::string(unique.nulls_not_distinct ? "UNIQUE NULLS NOT DISTINCT (" : "UNIQUE (") +
           identifier_list(unique.columns) + ")" + include_clause(unique.include);
  }
  std::string operator()(const ForeignKey& key) const {
    return "FOREIGN KEY (" + identifier_list(key.columns) + ") REFERENCES " +
           identifier(key.referenced_table) + " (" + identifier_list(key.referenced_columns) + ")" +
           (key.match_full ? " MATCH FULL" : "") + action_clause("DELETE", key.on_delete) +
           action_clause("UPDATE", key.on_update);
  }
  std::string operator()(const CheckConstraint& check) const {
    return "CHECK (" + check.expression + ")" + (check.no_inherit ? " NO INHERIT" : "");
  }
  std::string operator()(const ExclusionConstraint& exclusion) const {
    const auto text_of = [](const ExclusionElement& part) {
      return element_text(part.element) + " WITH " + part.with;
    };
    return "EXCLUDE USING " + identifier(exclusion.method) + " (" +
           join(exclusion.elements, text_of) + ")" + include_clause(exclusion.include) +
           (exclusion.predicate ? " WHERE (" + *exclusion.predicate + ")" : "");
  }
};

// DEFAULT in a column's definition takes no operator that is a word (AND, IN, AT TIME ZONE) unless
// it stands in parentheses; any space outside a string literal may belong to one.
bool needs_parentheses(std::string_view expression) {
  bool in_literal = false;
  for (const char c : expression) {
    if (c == '\'') in_literal = !in_literal;
    if (!in_literal && (c == ' ' || c == '\n' || c == '\t')) return true;
  }
  return false;
}

// A storage parameter's value as it is where it is a word or a number, quoted otherwise.
std::string parameter_text(const std::pair<std::string, std::string>& parameter) {
  const bool is_word =
      !parameter.second.empty() && std::ranges::all_of(parameter.second, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
      });
  return identifier(parameter.first) + " = " +
         (is_word ? parameter.second : literal(parameter.second));
}

}  // namespace

std::string identifier_list(const std::vector<std::string>& names) {
  return join(names, [](const std::string& name) { return identifier(name); });
}

std::string_view identity_text(Identity identity) {
  return identity == Identity::always ? "ALWAYS" : "BY DEFAULT";
}

std::string_view deferrability_text(Deferrability deferrability) {
  switch (deferrability) {
    case Deferrability::not_deferrable:
      return "NOT DEFERRABLE";
    case Deferrability::deferrable:
      return "DEFERRABLE";
    case Deferrability::initially_deferred:
      return "DEFERRABLE INITIALLY DEFERRED";
  }
  return "";
}

std::string column_definition(const Column& column, Keywords keywords) {
  const auto keyword = [&](std::string_view words) {
    std::string text(words);
    if (keywords == Keywords::small) {
      for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
  };
  std::string text = column.type;
  if (column.collation) text += keyword(" COLLATE ") + *column.collation;
  if (column.not_null) text += keyword(" NOT NULL");
  if (column.default_value) {
    const bool enclosed =
        keywords == Keywords::capitals && needs_parentheses(*column.default_value);
    text += keyword(" DEFAULT ") +
            (enclosed ? "(" + *column.default_value + ")" : *column.default_value);
  }
  if (column.generated) {
    text += keyword(" GENERATED ALWAYS AS (") + *column.generated + keyword(") STORED");
  }
  if (column.identity) {
    text +=
        keyword(" GENERATED ") + keyword(identity_text(*column.identity)) + keyword(" AS IDENTITY");
  }
  return text;
}

std::string constraint_definition(const Constraint& constraint) {
  std::string text = std::visit(DefinitionText{}, constraint.definition);
  if (constraint.deferrability != Deferrability::not_deferrable) {
    text.append(" ").append(deferrability_text(constraint.deferrability));
  }
  return text;
}

std::string index_definition(const Index& index) {
  std::string text;
  if (index.method != "btree") text += "USING " + identifier(index.method) + " ";
  text += "(" + join(index.elements, element_text) + ")" + include_clause(index.include);
  if (index.nulls_not_distinct) text += " NULLS NOT DISTINCT";
  if (!index.storage_parameters.empty()) {
    text += " WITH (" + join(index.storage_parameters, parameter_text) + ")";
  }
  if (index.predicate) text += " WHERE " + *index.predicate;
  return text;
}

}  // namespace tenon::sql
