// https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html
#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/default_privileges.hpp>
#include <tenon/sql/privileges.hpp>
#include <tenon/sql/quote.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

// The word for the kind in ALTER DEFAULT PRIVILEGES; empty for what has none.
std::string_view kind_of_default(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::table:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
      return "TABLES";
    case ObjectKind::sequence:
      return "SEQUENCES";
    case ObjectKind::function:
    case ObjectKind::procedure:
    case ObjectKind::aggregate:
      return "FUNCTIONS";
    case ObjectKind::enum_type:
    case ObjectKind::composite_type:
    case ObjectKind::domain:
    case ObjectKind::range_type:
      return "TYPES";
    case ObjectKind::schema:
      return "SCHEMAS";
    default:
      return "";
  }
}

/// What the object that is created has in the end, or null when it gets another name then.
const std::vector<Property>* properties_after(const Scene& scene, const ObjectName& object) {
  const auto of = [](const auto* found) { return found ? &found->properties : nullptr; };
  if (object.kind == ObjectKind::table) return of(find(scene.to.tables, object.parent));
  if (object.kind == ObjectKind::enum_type) return of(find(scene.to.enums, object.parent));
  return of(find(scene.to.definitions, object));
}

// What PUBLIC has of a new object, which default privileges can only repeat or take back.
// https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGES-SUMMARY-TABLE
std::string_view usual_of_public(std::string_view kind) {
  if (kind == "FUNCTIONS") return "EXECUTE";
  return kind == "TYPES" ? "USAGE" : "";
}

class Revoker {
 public:
  Revoker(const Scene& scene, Phases& phases) : scene_(scene), phases_(phases) {}

  void visit(const ObjectName& object, const std::vector<Property>& wanted) {
    const std::string_view kind = kind_of_default(object.kind);
    if (kind.empty()) return;
    for (auto& [whom, given] : given_to(object, kind)) {
      const std::string& role = whom.second;
      if (role == "PUBLIC") given.erase(std::string{usual_of_public(kind)});
      if (given.empty()) continue;
      const Property* kept = find(wanted, PropertyKind::privileges, role);
      const std::optional<std::string> value = kept ? std::optional{kept->value} : std::nullopt;
      const std::string before = sql::privileges_value(given);
      if (value.value_or("") == before) continue;
      phases_.properties_set.emplace_back(
          Change{AlterProperty{object, PropertyKind::privileges, role, before, value}});
    }
  }

 private:
  using CreatorAndRole = std::pair<std::string, std::string>;

  // By who creates it and who gets them: those of the schema come on top of the others.
  std::map<CreatorAndRole, std::set<std::string>> given_to(const ObjectName& object,
                                                           std::string_view kind) const {
    std::map<CreatorAndRole, std::set<std::string>> given;
    for (const Definition& defaults : scene_.before.definitions) {
      if (defaults.name.kind != ObjectKind::default_privileges || defaults.name.member != kind)
        continue;
      const QualifiedName& of = defaults.name.parent;
      if (!of.schema.empty() && of.schema != object.parent.schema) continue;
      for (const Property& property : defaults.properties) {
        // Its owner has all of them anyway.
        if (property.kind == PropertyKind::privileges && property.key != sql::identifier(of.name))
          given[{of.name, property.key}].merge(sql::privilege_tokens(property.value));
      }
    }
    for (auto& [whom, tokens] : given)
      std::erase_if(tokens, [&tokens = tokens](const std::string& token) {
        return token.starts_with('-') && tokens.contains(token.substr(1));
      });
    return given;
  }

  const Scene& scene_;
  Phases& phases_;
};

}  // namespace

void plan_default_privileges(const Scene& scene, Phases& phases) {
  // What is made anew is created as well. The steps that are added here create nothing.
  std::vector<ObjectName> created;
  for (const std::vector<Action>* phase : phases.in_order())
    for (const Action& action : *phase) {
      if (const auto* table = change_in<CreateTable>(action))
        created.push_back({ObjectKind::table, table->table.name, ""});
      if (const auto* type = change_in<CreateEnum>(action))
        created.push_back({ObjectKind::enum_type, type->type.name, ""});
      if (const auto* definition = change_in<CreateDefinition>(action))
        created.push_back(definition->definition.name);
    }
  Revoker revoker(scene, phases);
  for (const ObjectName& object : created)
    if (const auto* wanted = properties_after(scene, object)) revoker.visit(object, *wanted);
}

}  // namespace tenon::planning
