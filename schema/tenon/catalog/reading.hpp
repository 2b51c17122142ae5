// One reading of a catalog: what the readers of the single kinds of objects share.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/questions.hpp>
#include <tenon/model/model.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenon::catalog {

/// The state of a reading. Readers say what they ask for and what they do with each row; the rows
/// come in the order of the readers, which is that in which they need each other: tables first.
class Reading {
 public:
  /// Finds out which schemas are read, and what in them belongs to extensions.
  /// @param connection is inside the transaction of the reading.
  Reading(Connection& connection, const std::vector<std::string>& ignored_schemas);

  int version;
  Catalog catalog{};
  /// Kinds of definitions of which there is one at least.
  std::set<ObjectKind> present_kinds{};
  /// The catalog tables that have rows of such, and those that are always read.
  std::set<std::string, std::less<>> present_classes{"pg_class", "pg_namespace", "pg_type"};
  /// Of pg_class, pg_proc and pg_type: those in which somebody has been granted something.
  std::set<std::string, std::less<>> granted_classes{};
  /// Places in catalog.model by the OID of pg_class or pg_constraint.
  std::map<std::string, std::size_t> tables{};
  std::map<QualifiedName, std::size_t> tables_by_name{};
  struct Place {
    std::size_t table;
    std::size_t member;
  };
  std::map<std::string, Place> constraints{};
  std::map<std::string, Place> indexes{};
  /// Every object that was read, by its row: `pg_class 16384`, `pg_class 16384 1` for a column.
  std::unordered_map<std::string, ObjectName> names{};
  /// Comments by the same keys.
  std::unordered_map<std::string, std::string> comments{};
  /// Places in catalog.model.definitions.
  std::map<ObjectName, std::size_t> places{};

  /// `query` with common table expressions in front of it: members(classid, objid, extension), what
  /// belongs to an extension; schemas(oid, nspname) and tables(oid), what is read. They need
  /// parameters().
  [[nodiscard]] static std::string with_scope(std::string_view query);

  /// Asks `query` with its scope. `use` gets its rows when all that was asked before is answered.
  void each_row(std::string_view query, std::function<void(Fields&)> use);

  /// What was asked with each_row() since the last call.
  [[nodiscard]] std::vector<Question> questions() { return std::exchange(questions_, {}); }
  /// The parameters of all of them.
  [[nodiscard]] const std::vector<Value>& parameters() const { return scope_; }

  /// The comment on what a row of the catalog table `classid` is.
  [[nodiscard]] std::optional<std::string> comment(std::string_view classid,
                                                   const std::string& row) const;

  /// Notes which object a row of the catalog table `classid` is; see `names`.
  void add_name(std::string_view classid, const std::string& row, const ObjectName& name);

  [[nodiscard]] Table& table(const std::string& oid);
  [[nodiscard]] Constraint& constraint(const std::string& oid);
  [[nodiscard]] Index& index(const std::string& oid);

  /// Adds the definitions that `query` finds: the object's OID, schema, name, member, statement and
  /// shape, if there are such. `classid` is the catalog table that they are rows of.
  void add_definitions(ObjectKind kind, std::string_view classid, std::string_view query);

  /// The properties of the object of this row, or null when it was not read.
  [[nodiscard]] std::vector<Property>* properties_of(const std::string& key);

  /// Adds the properties that `query` finds: the object's OID, the property's kind, key and value.
  /// Objects that were not read are passed over.
  void add_properties(std::string_view classid, std::string_view query);

 private:
  std::vector<Value> scope_;
  std::vector<Question> questions_{};
};

/// Finds out which kinds of definitions there are, so that nothing is asked about the others.
void read_present_kinds(Reading& reading);

/// Reads all comments, for the readers of what they are on.
void read_comments(Reading& reading);

// Objects that a Model has members for. Tables come before columns, these before constraints and
// indexes, and both before the elements of indexes.
void read_schemas(Reading& reading);
void read_enums(Reading& reading);
void read_tables(Reading& reading);
void read_columns(Reading& reading);
void read_constraints(Reading& reading);
void read_indexes(Reading& reading);
/// Columns and expressions of indexes and exclusion constraints.
void read_index_elements(Reading& reading);

// Objects that a Model has as definitions. These and what follows need to know what is present.
void read_extensions(Reading& reading);
void read_types(Reading& reading);
void read_sequences(Reading& reading);
void read_routines(Reading& reading);
void read_views(Reading& reading);
void read_triggers(Reading& reading);
void read_policies(Reading& reading);
void read_operators(Reading& reading);
void read_collations(Reading& reading);
void read_languages(Reading& reading);
void read_text_search(Reading& reading);
void read_foreign_data(Reading& reading);
void read_publications(Reading& reading);
void read_statistics(Reading& reading);

// What is said of all of them. These come last.
void read_table_properties(Reading& reading);
void read_definition_properties(Reading& reading);
void read_privileges(Reading& reading);
void read_owners(Reading& reading);
void read_dependencies(Reading& reading);

/// Objects, and properties of objects, that a Model cannot have.
void read_unmodelled(Reading& reading);

}  // namespace tenon::catalog
