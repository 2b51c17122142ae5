// From the kinds of changes to the kinds of states.
#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/drift_states.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <optional>
#include <string>
#include <utility>

namespace tenon {
namespace {

using sql::ObjectState;
using sql::qualified_identifier;
using sql::StateKind;

class Asking {
 public:
  explicit Asking(const Changes& changes) : changes_{changes} {}

  std::vector<ObjectState> states{};
  /// The change is of something that nothing can be asked about.
  bool is_unknown = false;

  // Another table may have the name, and its rows are to stay.
  void operator()(const DropTable& c) {
    add_table(c.table.name);
    add(StateKind::table_columns, qualified_identifier(table_before(c.table.name)));
  }
  void operator()(const RenameTable& c) {
    add(StateKind::table, qualified_identifier(c.from));
    add(StateKind::table_columns, qualified_identifier(c.from));
    add(StateKind::table, qualified_identifier(c.to));
  }
  void operator()(const RenameColumn& c) {
    add_member(StateKind::column, c.table, c.from);
    add_member(StateKind::column, c.table, c.to);
  }
  void operator()(const RenameConstraint& c) {
    add_member(StateKind::constraint, c.table, c.from);
    add_member(StateKind::constraint, c.table, c.to);
  }
  void operator()(const RenameIndex& c) {
    add_index(StateKind::index, c.table, c.from);
    add_index(StateKind::index, c.table, c.to);
  }
  void operator()(const RenameEnum& c) {
    add(StateKind::enum_type, qualified_identifier(c.from));
    add(StateKind::enum_type, qualified_identifier(c.to));
  }
  void operator()(const AddConstraint& c) {
    add(ObjectName{ObjectKind::constraint, c.table, c.constraint.name});
    if (const auto* key = std::get_if<ForeignKey>(&c.constraint.definition))
      add_table(key->referenced_table);
  }
  void operator()(const SetComment& c) {
    const ObjectName& object = c.object;
    switch (object.kind) {
      case ObjectKind::table:
      case ObjectKind::view:
      case ObjectKind::materialized_view:
      case ObjectKind::sequence:
        return add_to_relation(StateKind::table_comment, object.parent);
      case ObjectKind::column:
        return add_member(StateKind::column_comment, object.parent, column_before(object));
      case ObjectKind::constraint:
        return add_member(StateKind::constraint_comment, object.parent, object.member);
      case ObjectKind::index:
        return add_index(StateKind::index_comment, object.parent, object.member);
      case ObjectKind::enum_type:
        return add(StateKind::enum_type_comment, qualified_identifier(enum_before(object.parent)));
      default:
        is_unknown = true;
    }
  }
  void operator()(const AlterProperty& c) {
    const auto kind = kind_of(c);
    if (!kind)
      is_unknown = true;
    else if (*kind == StateKind::trigger)
      add_member(*kind, c.object.parent, c.object.member);
    else if (c.object.kind == ObjectKind::index)
      add_index(*kind, c.object.parent, c.object.member);
    else
      add_to_relation(*kind, c.object.parent);
  }
  void operator()(const auto& change) { add(subject(Change{change})); }

 private:
  void add(StateKind kind, std::string object, std::string member = {}) {
    states.push_back({kind, std::move(object), std::move(member), std::nullopt});
  }

  void add_table(const QualifiedName& table) {
    add(StateKind::table, qualified_identifier(table_before(table)));
  }

  /// Something that is said of a table, a view or a sequence.
  void add_to_relation(StateKind kind, const QualifiedName& relation) {
    add_table(relation);
    add(kind, qualified_identifier(table_before(relation)));
  }

  void add_member(StateKind kind, const QualifiedName& table, const std::string& member) {
    add_table(table);
    add(kind, qualified_identifier(table_before(table)), member);
  }

  void add_index(StateKind kind, const QualifiedName& table, const std::string& index) {
    add_table(table);
    add(kind, qualified_identifier({table_before(table).schema, index}));
  }

  /// The object itself, and what it is in.
  void add(const ObjectName& object) {
    switch (object.kind) {
      case ObjectKind::schema:
        return add(StateKind::schema, object.parent.schema);
      case ObjectKind::enum_type:
        return add(StateKind::enum_type, qualified_identifier(enum_before(object.parent)));
      case ObjectKind::table:
        return add_table(object.parent);
      case ObjectKind::column:
        return add_member(StateKind::column, object.parent, column_before(object));
      case ObjectKind::constraint:
        return add_member(StateKind::constraint, object.parent, object.member);
      case ObjectKind::index:
        return add_index(StateKind::index, object.parent, object.member);
      case ObjectKind::trigger:
        return add_member(StateKind::trigger, object.parent, object.member);
      case ObjectKind::view:
      case ObjectKind::materialized_view:
        return add(StateKind::view, qualified_identifier(object.parent));
      case ObjectKind::sequence:
        return add(StateKind::sequence, qualified_identifier(object.parent));
      case ObjectKind::function:
      case ObjectKind::procedure:
        // to_regprocedure() fails where the type of an argument is not there.
        return add(StateKind::routine, object.parent.schema,
                   object.parent.name + "(" + object.member + ")");
      case ObjectKind::extension:
        return add(StateKind::extension, object.parent.name);
      default:
        is_unknown = true;
    }
  }

  static std::optional<StateKind> kind_of(const AlterProperty& c) {
    switch (c.kind) {
      case PropertyKind::storage_parameter:
        return StateKind::storage_parameters;
      case PropertyKind::row_security:
      case PropertyKind::forced_row_security:
        return StateKind::row_security;
      case PropertyKind::sequence_options:
        return StateKind::sequence;
      case PropertyKind::firing:
        // Rules and event triggers stand elsewhere.
        if (c.object.kind == ObjectKind::trigger) return StateKind::trigger;
        return std::nullopt;
      case PropertyKind::privileges:
        // Those of columns, and of what is no relation, stand elsewhere.
        if (c.key.find('(') == std::string::npos &&
            (c.object.kind == ObjectKind::table || c.object.kind == ObjectKind::view ||
             c.object.kind == ObjectKind::sequence))
          return StateKind::privileges;
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] QualifiedName table_before(const QualifiedName& table) const {
    return name_before({ObjectKind::table, table, ""}, changes_).parent;
  }

  [[nodiscard]] std::string column_before(const ObjectName& column) const {
    return name_before(column, changes_).member;
  }

  [[nodiscard]] QualifiedName enum_before(const QualifiedName& type) const {
    for (const Change& change : changes_)
      if (const auto* renamed = std::get_if<RenameEnum>(&change);
          renamed != nullptr && renamed->to == type)
        return renamed->from;
    return type;
  }

  const Changes& changes_;
};

}  // namespace

std::vector<ObjectState> states_to_ask(const Change& change, const Changes& changes) {
  Asking asking{changes};
  std::visit(asking, change);
  if (asking.is_unknown) return {};
  return std::move(asking.states);
}

}  // namespace tenon
