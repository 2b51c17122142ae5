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
};

/// What kind of object an ObjectName names.
enum class ObjectKind { schema, enum_type, table, column, constraint, index };

/// The address of any object of a Model, used where objects of all kinds are spoken of together:
/// comments, source locations, findings.
struct ObjectName {
  ObjectKind kind = ObjectKind::table;
  /// The table, type or, for a schema, only `parent.schema`.
  QualifiedName parent;
  /// The column, constraint or index; empty for a schema, a type and a table.
  std::string member;

  friend auto operator<=>(const ObjectName&, const ObjectName&) = default;
};

/// A PostgreSQL schema (namespace) other than `public`, which every database has.
struct Schema {
  std::string name;
  std::optional<std::string> comment{};

  friend bool operator==(const Schema&, const Schema&) = default;
};

/// A type made by CREATE TYPE … AS ENUM. The order of the labels is their sort order.
struct EnumType {
  QualifiedName name;
  std::vector<std::string> labels{};
  std::optional<std::string> comment{};

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
  std::optional<Identity> identity{};
  std::optional<std::string> comment{};

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
  std::optional<std::string> comment{};

  friend bool operator==(const Constraint&, const Constraint&) = default;
};

/// An index that no constraint owns.
struct Index {
  std::string name;
  std::string method = "btree";
  bool unique = false;
  bool nulls_not_distinct = false;
  std::vector<IndexElement> elements{};
  std::vector<std::string> include{};
  /// SQL text of WHERE …; a partial index.
  std::optional<std::string> predicate{};
  /// Storage parameters as name and value, sorted by name.
  std::vector<std::pair<std::string, std::string>> storage_parameters{};
  std::optional<std::string> comment{};

  friend bool operator==(const Index&, const Index&) = default;
};

struct Table {
  QualifiedName name;
  /// In the order of declaration. The order never counts as a difference.
  std::vector<Column> columns{};
  std::vector<Constraint> constraints{};
  std::vector<Index> indexes{};
  std::optional<std::string> comment{};

  friend bool operator==(const Table&, const Table&) = default;
};

/// A whole schema. Equality of two Models is diff(a, b) being empty, not member-wise: the order of
/// objects does not count.
struct Model {
  std::vector<Schema> schemas{};
  std::vector<EnumType> enums{};
  std::vector<Table> tables{};
};

}  // namespace tenon
