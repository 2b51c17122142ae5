// One reading of a catalog: what the readers of the single kinds of objects share.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/places.hpp>
#include <tenon/catalog/questions.hpp>
#include <tenon/catalog/scope.hpp>
#include <tenon/model/model.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::catalog {

/// The state of a reading. Readers say what they ask for and what they do with each row; the rows
/// come in the order of the readers, which is that in which they need each other: tables first.
class Reading {
 public:
  /// @param server_version as PostgreSQL counts it
  Reading(int server_version, Scope seen) : version{server_version}, scope{std::move(seen)} {}

  int version;
  Scope scope;
  Catalog catalog{};
  /// Every object that was read.
  ByAddress<Place> places{};
  ByAddress<std::string> comments{};

  /// Asks `query` with its scope. `use` gets its rows when all that was asked before is answered.
  void each_row(std::string_view query, std::function<void(Fields&)> use);

  /// What was asked with each_row(), which is given away.
  [[nodiscard]] std::vector<Question> take_questions() { return std::move(questions_); }

  /// The comment on what a row of the catalog table is.
  [[nodiscard]] std::optional<std::string> comment(const ObjectAddress& address) const;

  /// Notes where the object is that the row is.
  void add_place(const ObjectAddress& address, const Place& place);

  /// The object of the row, or null when it was not read.
  [[nodiscard]] const Place* find_place(const ObjectAddress& address) const;

  /// @throws std::logic_error when it was not read.
  [[nodiscard]] const Place& place(const ObjectAddress& address) const;
  [[nodiscard]] Constraint& constraint(Oid oid);
  [[nodiscard]] Index& index(Oid oid);

  /// Adds the definitions that `query` finds: the object's OID, schema, name, member, statement and
  /// shape, if there are such. `classid` is the catalog table that they are rows of.
  void add_definitions(ObjectKind kind, std::string_view classid, std::string_view query);

  /// Adds the properties that `query` finds: the object's OID, the property's kind, key and value.
  /// Objects that were not read are passed over.
  void add_properties(std::string_view classid, std::string_view query);

 private:
  std::vector<Question> questions_{};
};

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

// Objects that a Model has as definitions.
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
