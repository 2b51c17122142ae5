// Columns of a table that both sides have.
#include <tenon/diff/compare.hpp>

namespace tenon {
namespace {

bool has_same_type(const Column& from, const Column& to) {
  return from.type == to.type && from.collation == to.collation;
}

// A generated column whose type changes is made anew like one whose expression changes.
bool is_generated_anew(const Column& from, const Column& to) {
  if (from.generated != to.generated || from.is_virtual != to.is_virtual) return true;
  return to.generated && !has_same_type(from, to);
}

void compare_column(const QualifiedName& table, const Column& from, const Column& to,
                    const Intents& intents, ComparedChanges& changes) {
  if (is_generated_anew(from, to)) {
    changes.columns.emplace_back(AlterColumnGenerated{table, from, to});
    return;
  }
  const ObjectName name{ObjectKind::column, table, to.name};
  if (!has_same_type(from, to)) {
    AlterColumnType change{table,          to.name,      from.type,   to.type,
                           from.collation, to.collation, std::nullopt};
    const auto conversion = intents.conversions.find(name);
    if (conversion != intents.conversions.end()) change.conversion = conversion->second;
    changes.columns.emplace_back(std::move(change));
  }
  if (from.default_value != to.default_value) {
    changes.columns.emplace_back(
        AlterColumnDefault{table, to.name, from.default_value, to.default_value});
  }
  if (from.identity != to.identity || from.identity_options != to.identity_options) {
    changes.columns.emplace_back(AlterColumnIdentity{table, to.name, from.identity, to.identity,
                                                     from.identity_options, to.identity_options});
  }
  if (from.not_null != to.not_null) {
    changes.columns.emplace_back(AlterColumnNotNull{table, to.name, to.not_null});
  }
  compare_comments(name, from.comment, to.comment, changes);
}

}  // namespace

void compare_columns(const Table& from, const Table& to, const Intents& intents,
                     ComparedChanges& changes) {
  match_by_name(
      from.columns, to.columns,
      [&](const Column& old) { changes.column_drops.emplace_back(DropColumn{to.name, old}); },
      [&](const Column& added) { changes.columns.emplace_back(AddColumn{to.name, added}); },
      [&](const Column& old, const Column& now) {
        compare_column(to.name, old, now, intents, changes);
      });
}

}  // namespace tenon
