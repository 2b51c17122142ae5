// Locks, rewrites, scans and losses of each kind of change.
#include <tenon/diff/change_table.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/before.hpp>
#include <tenon/plan/hazards.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace tenon::planning {
namespace {

struct Hazard {
  Lock lock = Lock::none;
  bool rewrites_table = false;
  bool scans_table = false;
  bool loses_data = false;
};

constexpr Hazard exclusive{Lock::access_exclusive, false, false, false};
constexpr Hazard exclusive_scan{Lock::access_exclusive, false, true, false};
constexpr Hazard exclusive_rewrite{Lock::access_exclusive, true, true, false};
constexpr Hazard exclusive_loss{Lock::access_exclusive, false, false, true};

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::ranges::find(types, type) != types.end();
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.+-") == std::string_view::npos;
}

// A default that PostgreSQL evaluates once, so that old rows need no rewrite. A function call may
// be volatile, which is not known here.
bool is_evaluated_once(std::string_view expression) {
  return is_number(expression) || expression.find('(') == std::string_view::npos ||
         expression == "now()";
}

// The numbers in the parentheses of a type: a length, or a precision and a scale.
std::vector<unsigned long> modifiers(std::string_view type) {
  std::vector<unsigned long> numbers;
  for (std::size_t at = type.find('('); at < type.size() && type[at] != ')'; ++at) {
    if (type[at] == '(' || type[at] == ',')
      numbers.push_back(0);
    else if (type[at] >= '0' && type[at] <= '9')
      numbers.back() = numbers.back() * 10 + static_cast<unsigned long>(type[at] - '0');
  }
  return numbers;
}

std::optional<unsigned long> first_modifier(std::string_view type) {
  const auto all = modifiers(type);
  return all.empty() ? std::nullopt : std::optional{all.front()};
}

bool is_varchar(std::string_view type) {
  return is_one_of(type, {"varchar", "character varying"});
}
bool is_integer(std::string_view type) {
  return is_one_of(type, {"smallint", "integer", "int", "bigint", "int2", "int4", "int8"});
}
bool is_fraction(std::string_view type) {
  return is_one_of(type, {"numeric", "decimal", "real", "double precision", "float4", "float8"});
}
bool is_timestamp(std::string_view type) {
  return is_one_of(type, {"timestamp", "timestamptz", "timestamp with time zone",
                          "timestamp without time zone"});
}

// The same values in the same bytes: a longer varchar, or one without an end.
bool keeps_bytes(const AlterColumnType& change) {
  if (change.conversion || change.from_collation != change.to_collation) return false;
  const std::string from = without_modifiers(change.from_type);
  const std::string to = without_modifiers(change.to_type);
  if (!is_varchar(from)) return false;
  if (to == "text") return true;
  const auto from_length = first_modifier(change.from_type);
  const auto to_length = first_modifier(change.to_type);
  return is_varchar(to) && (!to_length || (from_length && *from_length <= *to_length));
}

bool is_numeric(std::string_view type) {
  return is_one_of(type, {"numeric", "decimal"});
}
bool is_double(std::string_view type) {
  return is_one_of(type, {"double precision", "float8", "float"});
}

// Whether digits behind the point may go. Too many in front of it are an error of PostgreSQL's.
bool rounds(std::string_view from_type, std::string_view to_type) {
  const std::string from = without_modifiers(from_type);
  const std::string to = without_modifiers(to_type);
  if (is_integer(to)) return true;
  if (!is_numeric(to)) return is_numeric(from) || (is_double(from) && !is_double(to));
  const auto after = modifiers(to_type);
  if (after.empty()) return false;
  const auto before = modifiers(from_type);
  if (!is_numeric(from) || before.empty()) return true;
  const auto scale = [](const std::vector<unsigned long>& all) {
    return all.size() > 1 ? all[1] : 0;
  };
  return scale(before) > scale(after);
}

// Casts that round or cut without an error.
bool cuts_values(const AlterColumnType& change) {
  if (change.conversion) return false;
  const std::string from = without_modifiers(change.from_type);
  const std::string to = without_modifiers(change.to_type);
  if (is_fraction(from) && (is_integer(to) || is_fraction(to)))
    return rounds(change.from_type, change.to_type);
  if (is_timestamp(from)) {
    if (is_one_of(to, {"date", "time", "timetz", "time without time zone"})) return true;
    const auto after = first_modifier(change.to_type);
    return after && *after < first_modifier(change.from_type).value_or(6);
  }
  return false;
}

struct HazardOf {
  template <class Other>
  Hazard operator()(const Other&) const {
    return {};
  }
  Hazard operator()(const DropTable& change) const {
    // Its partitions have the rows.
    const bool is_partitioned =
        find(change.table.properties, PropertyKind::partition_key) != nullptr;
    return is_partitioned ? exclusive : exclusive_loss;
  }
  Hazard operator()(const RenameTable&) const { return exclusive; }
  Hazard operator()(const AddColumn& change) const {
    const Column& column = change.column;
    const bool rewrites = column.generated || column.identity ||
                          (column.default_value && !is_evaluated_once(*column.default_value));
    return rewrites ? exclusive_rewrite : exclusive;
  }
  Hazard operator()(const DropColumn& change) const {
    return change.column.generated ? exclusive : exclusive_loss;
  }
  Hazard operator()(const RenameColumn&) const { return exclusive; }
  Hazard operator()(const AlterColumnType& change) const {
    Hazard hazard = keeps_bytes(change) ? exclusive : exclusive_rewrite;
    hazard.loses_data = cuts_values(change);
    return hazard;
  }
  Hazard operator()(const AlterColumnNotNull& change) const {
    return change.not_null ? exclusive_scan : exclusive;
  }
  Hazard operator()(const AlterColumnDefault&) const { return exclusive; }
  Hazard operator()(const AlterColumnIdentity& change) const {
    return change.to && !change.from ? exclusive_scan : exclusive;
  }
  Hazard operator()(const AlterColumnGenerated& change) const {
    if (!change.to.generated) {
      const bool retypes = change.from.type != change.to.type;
      return retypes ? exclusive_rewrite : exclusive_scan;
    }
    Hazard hazard = exclusive_rewrite;
    hazard.loses_data = !change.from.generated;
    return hazard;
  }
  Hazard operator()(const AddConstraint& change) const {
    if (std::holds_alternative<ForeignKey>(change.constraint.definition)) {
      return {Lock::share_row_exclusive, false, true, false};
    }
    return exclusive_scan;
  }
  Hazard operator()(const DropConstraint&) const { return exclusive; }
  Hazard operator()(const RenameConstraint&) const { return exclusive; }
  Hazard operator()(const ValidateConstraint&) const {
    return {Lock::share_update_exclusive, false, true, false};
  }
  Hazard operator()(const DropDefinition& change) const {
    // A sequence has a value, a materialized view can be filled again.
    const bool is_lost = change.definition.name.kind == ObjectKind::sequence;
    return {Lock::none, false, false, is_lost};
  }
  Hazard operator()(const AlterProperty& change) const {
    if (change.object.kind != ObjectKind::table) return {};
    switch (change.kind) {
      case PropertyKind::privileges:
        return {};
      case PropertyKind::access_method:
      case PropertyKind::tablespace:
      case PropertyKind::unlogged:
        return exclusive_rewrite;
      case PropertyKind::partition_of:
        return exclusive_scan;
      default:
        return exclusive;
    }
  }
  Hazard operator()(const AlterConstraintDeferrability&) const { return exclusive; }
  Hazard operator()(const CreateIndex& change) const {
    const Lock lock = change.concurrently ? Lock::share_update_exclusive : Lock::share;
    return {lock, false, true, false};
  }
  Hazard operator()(const DropIndex& change) const {
    if (!change.concurrently) return exclusive;
    return {Lock::share_update_exclusive, false, false, false};
  }
  Hazard operator()(const RenameIndex&) const {
    return {Lock::share_update_exclusive, false, false, false};
  }
  Hazard operator()(const SetComment& change) const {
    const bool is_on_table =
        change.object.kind != ObjectKind::schema && change.object.kind != ObjectKind::enum_type;
    return {is_on_table ? Lock::share_update_exclusive : Lock::none, false, false, false};
  }
};

// A new table's foreign keys lock the tables that they refer to.
bool refers_to_old_table(const Change& change, const std::set<QualifiedName>& created) {
  const auto is_to_old = [&](const Constraint& constraint) {
    const auto* key = std::get_if<ForeignKey>(&constraint.definition);
    return key && !created.contains(key->referenced_table);
  };
  if (const auto* creation = std::get_if<CreateTable>(&change)) {
    return std::ranges::any_of(creation->table.constraints, is_to_old);
  }
  const auto* addition = std::get_if<AddConstraint>(&change);
  return addition && is_to_old(addition->constraint);
}

}  // namespace

}  // namespace tenon::planning

namespace tenon {

bool loses_data(const Change& change) {
  return std::visit(planning::HazardOf{}, change).loses_data;
}

bool runs_outside_transaction(const Change& change) {
  const auto* creation = std::get_if<CreateIndex>(&change);
  const auto* drop = std::get_if<DropIndex>(&change);
  return (creation && creation->concurrently) || (drop && drop->concurrently);
}

}  // namespace tenon

namespace tenon::planning {

Step assessed(Action action, const std::set<QualifiedName>& created) {
  Hazard hazard;
  bool outside_transaction = false;
  if (const auto* change = std::get_if<Change>(&action)) {
    outside_transaction = runs_outside_transaction(*change);
    const QualifiedName* table = table_of(*change);
    if (table && created.contains(*table)) {
      if (refers_to_old_table(*change, created)) hazard.lock = Lock::share_row_exclusive;
    } else {
      hazard = std::visit(HazardOf{}, *change);
    }
  } else if (std::holds_alternative<RequireLabelsUnused>(action)) {
    hazard.scans_table = true;
  }
  return {std::move(action),  hazard.lock,       hazard.rewrites_table,
          hazard.scans_table, hazard.loses_data, outside_transaction};
}

std::string hazard_comment(const Step& step) {
  std::string hazards;
  const auto add = [&hazards](const char* hazard) {
    hazards += (hazards.empty() ? "-- " : ", ") + std::string{hazard};
  };
  if (step.loses_data) add("loses data");
  if (step.rewrites_table) add("rewrites the table");
  if (step.scans_table) add("reads the whole table");
  if (hazards.empty()) return "";
  if (step.lock != Lock::none) hazards += " under " + std::string{name_of(step.lock)};
  return hazards + "\n";
}

}  // namespace tenon::planning
