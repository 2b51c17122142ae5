// https://www.postgresql.org/docs/current/sql-comment.html
#include <tenon/model/kind_names.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

namespace tenon::sql {
namespace {

// What lives in no schema has an empty one.
std::string global(const QualifiedName& name) {
  return name.schema.empty() ? identifier(name.name) : identifier(name);
}

std::string with_schema(const QualifiedName& name, const std::string& symbol) {
  return name.schema == "public" ? symbol : identifier(name.schema) + "." + symbol;
}

}  // namespace

std::string_view keywords_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::access_method:
      return "ACCESS METHOD";
    case ObjectKind::aggregate:
      return "AGGREGATE";
    case ObjectKind::composite_type:
    case ObjectKind::enum_type:
    case ObjectKind::range_type:
      return "TYPE";
    case ObjectKind::cast:
      return "CAST";
    case ObjectKind::collation:
      return "COLLATION";
    case ObjectKind::column:
    case ObjectKind::default_value:
      return "COLUMN";
    case ObjectKind::constraint:
      return "CONSTRAINT";
    case ObjectKind::conversion:
      return "CONVERSION";
    case ObjectKind::default_privileges:
      return "DEFAULT PRIVILEGES";
    case ObjectKind::domain:
      return "DOMAIN";
    case ObjectKind::event_trigger:
      return "EVENT TRIGGER";
    case ObjectKind::extension:
      return "EXTENSION";
    case ObjectKind::foreign_data_wrapper:
      return "FOREIGN DATA WRAPPER";
    case ObjectKind::foreign_server:
      return "SERVER";
    case ObjectKind::foreign_table:
      return "FOREIGN TABLE";
    case ObjectKind::function:
      return "FUNCTION";
    case ObjectKind::index:
      return "INDEX";
    case ObjectKind::language:
      return "LANGUAGE";
    case ObjectKind::materialized_view:
      return "MATERIALIZED VIEW";
    case ObjectKind::operator_:
      return "OPERATOR";
    case ObjectKind::operator_class:
      return "OPERATOR CLASS";
    case ObjectKind::operator_family:
      return "OPERATOR FAMILY";
    case ObjectKind::policy:
      return "POLICY";
    case ObjectKind::procedure:
      return "PROCEDURE";
    case ObjectKind::publication:
      return "PUBLICATION";
    case ObjectKind::rule:
      return "RULE";
    case ObjectKind::schema:
      return "SCHEMA";
    case ObjectKind::sequence:
      return "SEQUENCE";
    case ObjectKind::statistics:
      return "STATISTICS";
    case ObjectKind::table:
      return "TABLE";
    case ObjectKind::text_search_configuration:
      return "TEXT SEARCH CONFIGURATION";
    case ObjectKind::text_search_dictionary:
      return "TEXT SEARCH DICTIONARY";
    case ObjectKind::text_search_parser:
      return "TEXT SEARCH PARSER";
    case ObjectKind::text_search_template:
      return "TEXT SEARCH TEMPLATE";
    case ObjectKind::transform:
      return "TRANSFORM";
    case ObjectKind::trigger:
      return "TRIGGER";
    case ObjectKind::view:
      return "VIEW";
  }
  return "";
}

std::string address(const ObjectName& object) {
  const QualifiedName& name = object.parent;
  switch (object.kind) {
    case ObjectKind::schema:
      return identifier(name.schema);
    case ObjectKind::column:
    case ObjectKind::default_value:
      return identifier(name) + "." + identifier(object.member);
    case ObjectKind::index:
      return identifier(QualifiedName{name.schema, object.member});
    case ObjectKind::constraint:
    case ObjectKind::policy:
    case ObjectKind::rule:
    case ObjectKind::trigger:
      return identifier(object.member) + " ON " + identifier(name);
    case ObjectKind::aggregate:
      return identifier(name) + "(" + (object.member.empty() ? "*" : object.member) + ")";
    case ObjectKind::function:
    case ObjectKind::procedure:
      return identifier(name) + "(" + object.member + ")";
    case ObjectKind::operator_:
      return with_schema(name, name.name) + " (" + object.member + ")";
    case ObjectKind::operator_class:
    case ObjectKind::operator_family:
      return identifier(name) + " USING " + object.member;
    case ObjectKind::cast:
      return "(" + name.name + ")";
    case ObjectKind::transform:
      return name.name;
    default:
      return global(name);
  }
}

bool is_column_of(std::string_view column, std::string_view table) {
  return column.starts_with(table) && column.substr(table.size()).starts_with('.');
}

bool is_routine(ObjectKind kind) {
  return kind == ObjectKind::function || kind == ObjectKind::procedure ||
         kind == ObjectKind::aggregate;
}

std::string_view grant_keywords_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::materialized_view:
    case ObjectKind::view:
    case ObjectKind::foreign_table:
      return "TABLE";
    case ObjectKind::aggregate:
      return "FUNCTION";
    case ObjectKind::domain:
      return "TYPE";
    case ObjectKind::foreign_server:
      return "FOREIGN SERVER";
    default:
      return keywords_of(kind);
  }
}

}  // namespace tenon::sql
