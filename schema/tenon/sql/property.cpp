// Properties said, changed and taken back.
// https://www.postgresql.org/docs/current/sql-altertable.html
#include <tenon/sql/address.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/privileges.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/sequence_bounds.hpp>
#include <tenon/sql/statements.hpp>

#include <utility>

namespace tenon::sql {
namespace {

class PropertyStatements {
 public:
  explicit PropertyStatements(const AlterProperty& change)
      : change_(change), key_(change.key), to_(change.to) {}

  Statements make() const {
    switch (change_.kind) {
      case PropertyKind::access_method:
        return {alter("SET ACCESS METHOD " + to_.value_or("heap"))};
      case PropertyKind::attribute:
        return {alter(attribute())};
      case PropertyKind::clustered_on:
        return {alter(to_ ? "CLUSTER ON " + *to_ : "SET WITHOUT CLUSTER")};
      case PropertyKind::comment:
        return {"COMMENT ON " + key_ + " IS " + (to_ ? literal(*to_) : "NULL") + ";"};
      case PropertyKind::column_compression:
        return {alter_column("SET COMPRESSION " + to_.value_or("default"))};
      case PropertyKind::column_default:
        return {alter_column(to_ ? "SET DEFAULT " + *to_ : "DROP DEFAULT")};
      case PropertyKind::column_foreign_option:
        return {"ALTER FOREIGN TABLE " + address(change_.object) + " ALTER COLUMN " +
                column_of_option() + " OPTIONS (" + option(name_of_option()) + ");"};
      case PropertyKind::column_option:
        return {alter("ALTER COLUMN " + column_of_option() +
                      (to_ ? " SET (" + name_of_option() + " = " + *to_ + ")"
                           : " RESET (" + name_of_option() + ")"))};
      case PropertyKind::column_statistics:
        return {alter_column("SET STATISTICS " + to_.value_or("-1"))};
      case PropertyKind::column_storage:
        // What most types of variable length have; DEFAULT is a word of PostgreSQL 16.
        return {alter_column("SET STORAGE " + to_.value_or("EXTENDED"))};
      case PropertyKind::domain_check:
        return domain_check();
      case PropertyKind::domain_default:
        return {alter(to_ ? "SET DEFAULT " + *to_ : "DROP DEFAULT")};
      case PropertyKind::domain_not_null:
        return {alter(to_ ? "SET NOT NULL" : "DROP NOT NULL")};
      case PropertyKind::firing:
        return {firing()};
      case PropertyKind::foreign_option:
        return {foreign_option()};
      case PropertyKind::forced_row_security:
        return {alter(to_ ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY")};
      case PropertyKind::index_partition:
        // A part of an index leaves only when it is dropped.
        return to_ ? Statements{"ALTER INDEX " + *to_ + " ATTACH PARTITION " + key_ + ";"}
                   : Statements{};
      case PropertyKind::index_statistics:
        return {"ALTER INDEX " + key_ + " SET STATISTICS " + to_.value_or("-1") + ";"};
      case PropertyKind::index_tablespace:
        return {"ALTER INDEX " + key_ + " SET TABLESPACE " + to_.value_or("pg_default") + ";"};
      case PropertyKind::inherits:
        return change_.from && to_ ? Statements{}
                                   : Statements{alter((to_ ? "INHERIT " : "NO INHERIT ") + key_)};
      case PropertyKind::of_type:
        return {alter(to_ ? "OF " + *to_ : "NOT OF")};
      case PropertyKind::owner:
        return to_ ? Statements{alter("OWNER TO " + *to_)} : Statements{};
      case PropertyKind::owned_by:
        return {alter("OWNED BY " + to_.value_or("NONE"))};
      case PropertyKind::partition_of:
        return partition();
      case PropertyKind::partition_trigger:
        return {alter(to_.value_or("ENABLE") + " TRIGGER " + key_)};
      case PropertyKind::policy_check:
        return {alter("WITH CHECK (" + to_.value_or("true") + ")")};
      case PropertyKind::policy_roles:
        return {alter("TO " + to_.value_or("PUBLIC"))};
      case PropertyKind::policy_using:
        return {alter("USING (" + to_.value_or("true") + ")")};
      case PropertyKind::privileges:
        return privilege_statements(change_);
      case PropertyKind::publishes:
        return publishes();
      case PropertyKind::replica_identity:
        return {alter("REPLICA IDENTITY " + to_.value_or("DEFAULT"))};
      case PropertyKind::row_security:
        return {alter(to_ ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY")};
      case PropertyKind::sequence_options:
        return sequence_options();
      case PropertyKind::statistics_target:
        return {alter("SET STATISTICS " + to_.value_or("-1"))};
      case PropertyKind::storage_parameter:
        return {alter(storage_parameter())};
      case PropertyKind::tablespace:
        return {alter("SET TABLESPACE " + to_.value_or("pg_default"))};
      case PropertyKind::text_search_mapping:
        return {alter(mapping())};
      case PropertyKind::unlogged:
        return {alter(to_ ? "SET UNLOGGED" : "SET LOGGED")};
      case PropertyKind::version:
        return to_ ? Statements{alter("UPDATE TO " + literal(*to_))} : Statements{};
      case PropertyKind::foreign_server:
      case PropertyKind::partition_key:
        // Only CREATE TABLE can say these.
        return {};
    }
    return {};
  }

 private:
  std::string alter(const std::string& action) const {
    return "ALTER " + std::string(keywords_of(change_.object.kind)) + " " +
           address(change_.object) + " " + action + ";";
  }

  std::string alter_column(const std::string& action) const {
    return alter("ALTER COLUMN " + key_ + " " + action);
  }

  std::string attribute() const {
    const std::string name = identifier(key_);
    if (!to_) return "DROP ATTRIBUTE " + name;
    return change_.from ? "ALTER ATTRIBUTE " + name + " TYPE " + *to_
                        : "ADD ATTRIBUTE " + name + " " + *to_;
  }

  std::string option(const std::string& name) const {
    if (!to_) return "DROP " + name;
    return (change_.from ? "SET " : "ADD ") + name + " " + literal(*to_);
  }

  std::string foreign_option() const {
    const std::string options = "OPTIONS (" + option(identifier(key_)) + ")";
    if (change_.object.kind != ObjectKind::table) return alter(options);
    return "ALTER FOREIGN TABLE " + address(change_.object) + " " + options + ";";
  }

  std::string column_of_option() const { return key_.substr(0, key_.find(" OPTION ")); }
  std::string name_of_option() const { return key_.substr(key_.find(" OPTION ") + 8); }

  Statements domain_check() const {
    const std::string name = identifier(key_);
    Statements result;
    if (change_.from) result.push_back(alter("DROP CONSTRAINT " + name));
    if (to_) result.push_back(alter("ADD CONSTRAINT " + name + " " + *to_));
    return result;
  }

  std::string firing() const {
    const ObjectName& object = change_.object;
    const std::string how = to_.value_or("ENABLE");
    if (object.kind == ObjectKind::event_trigger) return alter(how);
    return "ALTER TABLE " + identifier(object.parent) + " " + how +
           (object.kind == ObjectKind::rule ? " RULE " : " TRIGGER ") + identifier(object.member) +
           ";";
  }

  Statements partition() const {
    const std::string table = address(change_.object);
    Statements result;
    if (change_.from) result.push_back("ALTER TABLE " + key_ + " DETACH PARTITION " + table + ";");
    if (to_)
      result.push_back("ALTER TABLE " + key_ + " ATTACH PARTITION " + table + " " + *to_ + ";");
    return result;
  }

  Statements publishes() const {
    Statements result;
    if (change_.from) result.push_back(alter("DROP " + key_));
    if (to_) result.push_back(alter("ADD " + key_ + *to_));
    return result;
  }

  Statements sequence_options() const {
    Statements result =
        move_into_bounds(literal(address(change_.object)) + "::regclass", change_.from, to_);
    result.push_back(alter(
        to_.value_or(std::string(usual_sequence_options)).append(restart(change_.from, to_))));
    return result;
  }

  std::string storage_parameter() const {
    if (to_) return "SET (" + parameter_text({key_, *to_}) + ")";
    if (change_.object.kind != ObjectKind::publication) return "RESET (" + key_ + ")";
    return key_ == "publish" ? "SET (publish = 'insert, update, delete, truncate')"
                             : "SET (" + key_ + " = false)";
  }

  std::string mapping() const {
    if (!to_) return "DROP MAPPING FOR " + key_;
    return (change_.from ? "ALTER MAPPING FOR " : "ADD MAPPING FOR ") + key_ + " WITH " + *to_;
  }

  const AlterProperty& change_;
  const std::string& key_;
  const std::optional<std::string>& to_;
};

}  // namespace

Statements statements(const AlterProperty& change) {
  return PropertyStatements{change}.make();
}

}  // namespace tenon::sql
