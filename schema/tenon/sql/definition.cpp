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
  bool is_temporal = false;

  std::string operator()(const PrimaryKey& key) const {
    return "PRIMARY KEY (" + identifier_list(key.columns) + period("WITHOUT OVERLAPS") + ")" +
           include_clause(key.include);
  }
  std::string operator()(const UniqueConstraint& unique) const {
    return std::string(unique.nulls_not_distinct ? "UNIQUE NULLS NOT DISTINCT (" : "UNIQUE (") +
           identifier_list(unique.columns) + period("WITHOUT OVERLAPS") + ")" +
           include_clause(unique.include);
  }
  std::string operator()(const ForeignKey& key) const {
    return "FOREIGN KEY (" + key_list(key.columns) + ") REFERENCES " +
           identifier(key.referenced_table) + " (" + key_list(key.referenced_columns) + ")" +
           (key.match_full ? " MATCH FULL" : "") + action_clause("DELETE", key.on_delete) +
           (key.on_delete_columns.empty() ? ""
                                          : " (" + identifier_list(key.on_delete_columns) + ")") +
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

 private:
  std::string period(std::string_view words) const {
    return is_temporal ? " " + std::string(words) : "";
  }
  // The last column of a temporal key is the period.
  std::string key_list(const std::vector<std::string>& columns) const {
    if (!is_temporal) return identifier_list(columns);
    return identifier_list({columns.begin(), columns.end() - 1}) + ", PERIOD " +
           identifier(columns.back());
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

}  // namespace

std::string identifier_list(const std::vector<std::string>& names) {
  return join(names, [](const std::string& name) { return identifier(name); });
}

std::string parameter_text(const std::pair<std::string, std::string>& parameter) {
  const bool is_word =
      !parameter.second.empty() && std::ranges::all_of(parameter.second, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
      });
  return parameter.first + " = " + (is_word ? parameter.second : literal(parameter.second));
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
    text += keyword(" GENERATED ALWAYS AS (") + *column.generated +
            keyword(column.is_virtual ? ") VIRTUAL" : ") STORED");
  }
  if (column.identity) {
    text +=
        keyword(" GENERATED ") + keyword(identity_text(*column.identity)) + keyword(" AS IDENTITY");
    if (column.identity_options) text += " (" + *column.identity_options + ")";
  }
  return text;
}

std::string constraint_definition(const Constraint& constraint) {
  std::string text = std::visit(DefinitionText{constraint.is_temporal}, constraint.definition);
  if (const auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition);
      exclusion && !constraint.storage_parameters.empty()) {
    // The predicate comes last.
    const std::string parameters =
        " WITH (" + join(constraint.storage_parameters, parameter_text) + ")";
    const auto where =
        exclusion->predicate ? text.size() - exclusion->predicate->size() - 9 : text.size();
    text.insert(where, parameters);
  } else if (!constraint.storage_parameters.empty()) {
    text += " WITH (" + join(constraint.storage_parameters, parameter_text) + ")";
  }
  if (constraint.deferrability != Deferrability::not_deferrable) {
    text.append(" ").append(deferrability_text(constraint.deferrability));
  }
  if (constraint.not_enforced) text += " NOT ENFORCED";
  if (constraint.not_valid) text += " NOT VALID";
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
