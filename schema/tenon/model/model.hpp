// The schema of a PostgreSQL database as a plain value.
//
// Everything Tenon does is a function from or to a Model: annotated structs, migrations, a live
// catalog and a model.json all become one, and diff() compares two of them. It knows nothing of
// Clang, libpqxx, JSON or files. Expressions and types are SQL text: as a person wrote them when
// the Model comes from structs, as PostgreSQL prints them when it comes from a catalog.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tenon {

/// The name of an object that lives directly in a PostgreSQL schema: a table, a type.
/// Both parts are the raw names, never quoted.
struct QualifiedName {
  std::string schema = "public";
  std::string name;

  friend auto operator<=>(const QualifiedName&, const QualifiedName&) = default;
  // Most names differ in their second part.
  friend bool operator==(const QualifiedName& a, const QualifiedName& b) {
    return a.name == b.name && a.schema == b.schema;
  }
};

/// What kind of object an ObjectName names.
enum class ObjectKind {
  schema,
  enum_type,
  table,
  column,
  constraint,
  index,
  /// The DEFAULT of a column, which can need a function that the column itself does not need.
  default_value,
  // What a Model has as a Definition.
  access_method,
  aggregate,
  cast,
  collation,
  composite_type,
  conversion,
  default_privileges,
  domain,
  event_trigger,
  extension,
  foreign_data_wrapper,
  foreign_server,
  /// A Table all the same; named so where statements do.
  foreign_table,
  function,
  language,
  materialized_view,
  operator_,
  operator_class,
  operator_family,
  policy,
  procedure,
  publication,
  range_type,
  rule,
  sequence,
  statistics,
  text_search_configuration,
  text_search_dictionary,
  text_search_parser,
  text_search_template,
  transform,
  trigger,
  view
};

/// The address of any object of a Model, used where objects of all kinds are spoken of together:
/// comments, source locations, findings, dependencies.
struct ObjectName {
  ObjectKind kind = ObjectKind::table;
  /// The table, type, view, function …; the table of a trigger; for a schema, only
  /// `parent.schema`. What lives in no schema (an extension, a cast) has an empty one.
  QualifiedName parent;
  /// The column, constraint, index, trigger, rule or policy; the argument types of a function.
  std::string member;

  friend auto operator<=>(const ObjectName&, const ObjectName&) = default;
};

/// What an object's texts refer to. It orders steps and is never a difference.
struct Uses {
  std::vector<ObjectName> objects{};

  friend bool operator==(const Uses&, const Uses&) { return true; }
};

/// The role that an object belongs to, as SQL text, where it was read from a database. It is never a
/// difference: PropertyKind::owner is. What it is granted of the object gives it nothing.
struct Owner {
  std::string role{};

  friend bool operator==(const Owner&, const Owner&) { return true; }
};

/// What can be said of an object by a clause or a statement of its own, and be taken back.
enum class PropertyKind {
  access_method,
  /// Of a composite type; the key is the attribute's name, the value its type.
  attribute,
  /// The index that CLUSTER orders the table by.
  clustered_on,
  /// COMMENT ON a part that has no place in a Model; the key is the part.
  comment,
  /// The key of these is the column; of options, with the option's name after the word OPTION.
  column_compression,
  column_default,
  column_foreign_option,
  column_option,
  column_statistics,
  column_storage,
  /// Of a domain; the key is the constraint's name.
  domain_check,
  domain_default,
  domain_not_null,
  /// Whether a trigger, rule or event trigger fires; absent when it does as usual.
  firing,
  foreign_option,
  foreign_server,
  forced_row_security,
  /// A partition of an index; the key is the index below, the value the one above.
  index_partition,
  /// The key is the index and the number of its element.
  index_statistics,
  index_tablespace,
  /// The key is the parent, the value its place among the parents.
  inherits,
  of_type,
  owned_by,
  owner,
  partition_key,
  /// The key is the partitioned table, the value the bound.
  partition_of,
  /// Whether a partition fires the trigger of a parent, the key; absent when it does as that does.
  partition_trigger,
  policy_check,
  policy_roles,
  policy_using,
  /// The key is the role, with the column in parentheses where the privileges are on one. The value
  /// lists what it has beyond PostgreSQL's default, `*` with the right to grant it, and after a `-`
  /// what it lacks of that.
  privileges,
  /// What a publication publishes; the key is the table or schema.
  publishes,
  replica_identity,
  row_security,
  /// All of them, where one is not the usual one.
  sequence_options,
  statistics_target,
  storage_parameter,
  tablespace,
  /// Of a text search configuration; the key is the kind of token.
  text_search_mapping,
  unlogged,
  version
};

/// Whether the order in which properties of this kind were said is kept.
[[nodiscard]] constexpr bool keeps_order(PropertyKind kind) {
  return kind == PropertyKind::attribute || kind == PropertyKind::storage_parameter;
}

/// One property. The value is SQL text.
struct Property {
  PropertyKind kind = PropertyKind::storage_parameter;
  std::string key{};
  std::string value{};

  friend auto operator<=>(const Property&, const Property&) = default;
};

/// A PostgreSQL schema (namespace). `public`, which every database has, is in a Model only where
/// something is said of it.
struct Schema {
  std::string name;
  std::optional<std::string> comment{};
  /// Sorted.
  std::vector<Property> properties{};
  Owner owner{};

  friend bool operator==(const Schema&, const Schema&) = default;
};

/// A type made by CREATE TYPE … AS ENUM. The order of the labels is their sort order.
struct EnumType {
  QualifiedName name;
  std::vector<std::string> labels{};
  std::optional<std::string> comment{};
  /// Sorted.
  std::vector<Property> properties{};
  Owner owner{};

  friend bool operator==(const EnumType&, const EnumType&) = default;
};

/// GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY.
enum class Identity { always, by_default };

struct Column {
  std::string name;
  /// SQL text of the type with its modifiers, e.g. `varchar(120)`, `timestamptz`, `auth.role[]`.
  std::string type;
  /// Collation as SQL text, e.g. `"C"` or `pg_catalog."de-x-icu"`; empty when the type's own.
  std::optional<std::string> collation{};
  bool not_null = false;
  /// SQL expression of DEFAULT.
  std::optional<std::string> default_value{};
  /// SQL expression of GENERATED ALWAYS AS (…) STORED.
  std::optional<std::string> generated{};
  /// GENERATED ALWAYS AS (…) VIRTUAL (PostgreSQL 18 and later).
  bool is_virtual = false;
  std::optional<Identity> identity{};
  /// All options of the identity's sequence, where one of them is not the usual one.
  std::optional<std::string> identity_options{};
  /// It comes from a parent table alone.
  bool is_inherited = false;
  std::optional<std::string> comment{};
  Uses uses{};
  Uses default_uses{};

  friend bool operator==(const Column&, const Column&) = default;
};

/// When a constraint is checked.
enum class Deferrability { not_deferrable, deferrable, initially_deferred };

struct PrimaryKey {
  std::vector<std::string> columns{};
  std::vector<std::string> include{};

  friend bool operator==(const PrimaryKey&, const PrimaryKey&) = default;
};

struct UniqueConstraint {
  std::vector<std::string> columns{};
  std::vector<std::string> include{};
  /// UNIQUE NULLS NOT DISTINCT (PostgreSQL 15 and later).
  bool nulls_not_distinct = false;

  friend bool operator==(const UniqueConstraint&, const UniqueConstraint&) = default;
};

/// What happens to referencing rows when the referenced row is deleted or its key updated.
enum class ReferentialAction { no_action, restrict, cascade, set_null, set_default };

struct ForeignKey {
  std::vector<std::string> columns{};
  QualifiedName referenced_table;
  std::vector<std::string> referenced_columns{};
  bool match_full = false;
  ReferentialAction on_delete = ReferentialAction::no_action;
  ReferentialAction on_update = ReferentialAction::no_action;
  /// The columns that ON DELETE SET NULL or SET DEFAULT sets; empty for all of them.
  std::vector<std::string> on_delete_columns{};

  friend bool operator==(const ForeignKey&, const ForeignKey&) = default;
};

struct CheckConstraint {
  std::string expression;
  bool no_inherit = false;

  friend bool operator==(const CheckConstraint&, const CheckConstraint&) = default;
};

/// One column or expression of an index or an exclusion constraint.
struct IndexElement {
  /// A column's name, or SQL text of an expression, without parentheses around it.
  std::string target;
  bool is_expression = false;
  /// As SQL text; empty when it is the default of the column's type.
  std::optional<std::string> collation{};
  /// As SQL text, with parameters if it has any; empty when it is the default of the type.
  std::optional<std::string> operator_class{};
  bool descending = false;
  /// NULLS FIRST; PostgreSQL's default is NULLS LAST ascending and NULLS FIRST descending.
  bool nulls_first = false;

  friend bool operator==(const IndexElement&, const IndexElement&) = default;
};

struct ExclusionElement {
  IndexElement element;
  /// The operator's symbol, e.g. `&&`.
  std::string with;

  friend bool operator==(const ExclusionElement&, const ExclusionElement&) = default;
};

struct ExclusionConstraint {
  /// The index access method, e.g. `gist`.
  std::string method = "gist";
  std::vector<ExclusionElement> elements{};
  std::vector<std::string> include{};
  /// SQL text of WHERE (…).
  std::optional<std::string> predicate{};

  friend bool operator==(const ExclusionConstraint&, const ExclusionConstraint&) = default;
};

struct Constraint {
  std::string name;
  std::variant<PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint>
      definition;
  Deferrability deferrability = Deferrability::not_deferrable;
  bool not_valid = false;
  /// NOT ENFORCED (PostgreSQL 18 and later).
  bool not_enforced = false;
  /// WITHOUT OVERLAPS on the last column, or PERIOD (PostgreSQL 18 and later).
  bool is_temporal = false;
  /// It comes from a parent table alone.
  bool is_inherited = false;
  /// The index behind it is that of a partitioned table.
  bool is_partitioned = false;
  /// Of the index behind it, as name and value. Their order is kept and never counts.
  std::vector<std::pair<std::string, std::string>> storage_parameters{};
  std::optional<std::string> comment{};
  Uses uses{};

  friend bool operator==(const Constraint&, const Constraint&) = default;
};

/// An index that no constraint owns.
struct Index {
  std::string name;
  std::string method = "btree";
  bool unique = false;
  /// Of a partitioned table: it has nothing but parts, which are indexes of the partitions.
  bool is_partitioned = false;
  bool nulls_not_distinct = false;
  std::vector<IndexElement> elements{};
  std::vector<std::string> include{};
  /// SQL text of WHERE …; a partial index.
  std::optional<std::string> predicate{};
  /// Storage parameters as name and value. Their order is kept and never counts.
  std::vector<std::pair<std::string, std::string>> storage_parameters{};
  std::optional<std::string> comment{};
  Uses uses{};

  friend bool operator==(const Index&, const Index&) = default;
};

struct Table {
  QualifiedName name;
  /// In the order of declaration. The order never counts as a difference.
  std::vector<Column> columns{};
  std::vector<Constraint> constraints{};
  std::vector<Index> indexes{};
  /// By kind and key, but for storage parameters, which keep their order.
  std::vector<Property> properties{};
  std::optional<std::string> comment{};
  Owner owner{};

  friend bool operator==(const Table&, const Table&) = default;
};

/// An object of which nothing but the whole is ever planned: a view, a function, a trigger, a
/// domain … It is what the statement says that creates it, and its properties.
struct Definition {
  ObjectName name;
  /// CREATE … as PostgreSQL or a person writes it, without a semicolon, and without what
  /// `properties` say.
  std::string statement;
  /// What must stay the same for CREATE OR REPLACE to be possible: the result and the arguments of
  /// a function, the columns of a view. Nothing when the object cannot be replaced in place.
  std::optional<std::string> shape{};
  /// By kind and key, but for attributes and storage parameters, which keep their order.
  std::vector<Property> properties{};
  std::optional<std::string> comment{};
  Uses uses{};
  Owner owner{};

  friend bool operator==(const Definition&, const Definition&) = default;
};

/// A whole schema. Equality of two Models is diff(a, b) being empty, not member-wise: the order of
/// objects does not count.
struct Model {
  std::vector<Schema> schemas{};
  std::vector<EnumType> enums{};
  std::vector<Table> tables{};
  std::vector<Definition> definitions{};
};

}  // namespace tenon
