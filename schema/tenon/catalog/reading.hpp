// One reading of a catalog: what the readers of the single kinds of objects share.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/dependencies.hpp>
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/places.hpp>
#include <tenon/catalog/questions.hpp>
#include <tenon/catalog/scope.hpp>
#include <tenon/catalog/scoped_query.hpp>
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
  Reading(int server_version, Scope seen)
      : version{server_version}, scope{std::move(seen)}, scoped_{scope} {}

  int version;
  Scope scope;
  Catalog catalog{};
  Dependencies dependencies{};
  /// Every object that was read.
  ByAddress<Place> places{};

  /// Asks `query` with its scope. `use` gets its rows when all that was asked before is answered.
  void each_row(std::string_view query, std::function<void(Fields&)> use);

  /// What was asked with each_row(), which is given away.
  [[nodiscard]] std::vector<Question> take_questions() { return std::move(questions_); }

  /// Notes where the object is that the row is.
  void add_place(const ObjectAddress& address, const Place& place);

  /// The object of the row, or null when it was not read.
  [[nodiscard]] const Place* find_place(const ObjectAddress& address) const;

  /// @throws std::logic_error when it was not read.
  [[nodiscard]] const Place& place(const ObjectAddress& address) const;
  [[nodiscard]] Constraint& constraint(Oid oid);
  [[nodiscard]] Index& index(Oid oid);
  /// The constraint that the index is behind, or null.
  [[nodiscard]] const Place* place_of_constraint(const ObjectAddress& index) const;
  [[nodiscard]] Constraint* constraint_of_index(const ObjectAddress& index);

  /// Adds the definitions that `query` finds: the object's OID, schema, name, member, statement and
  /// shape, if there are such, and that are no parts of others. `classid` is the catalog table that
  /// they are rows of.
  void add_definitions(ObjectKind kind, std::string_view classid, std::string_view query);

  /// Adds the properties that `query` finds: the object's OID, the property's kind, key and value.
  /// Objects that were not read are passed over.
  void add_properties(std::string_view classid, std::string_view query);

 private:
  ScopedQueries scoped_;
  std::vector<Question> questions_{};
};

// What is known from the scope: nothing is asked.
void add_schemas(Reading& reading);
void add_tables(Reading& reading);

/// Reads what the definitions ask about and what add_uses() needs.
void read_dependencies(Reading& reading);

// Objects that a Model has members for. Columns come before constraints, these before indexes, and
// both before the elements of indexes.
void read_enums(Reading& reading);
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
void read_comments(Reading& reading);

/// Objects, and properties of objects, that a Model cannot have.
void read_unmodelled(Reading& reading);

/// Says what uses what, once all that was asked for has been answered.
void add_uses(Reading& reading);

}  // namespace tenon::catalog
