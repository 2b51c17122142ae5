// Which objects of a Model need which others.
#pragma once

#include <tenon/model/lookup.hpp>
#include <tenon/model/model.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tenon::planning {

/// The dependencies of a Model in both directions: what the texts of objects use, as the Model
/// notes it, and what follows from its structure (a key needs its columns, a partition its parent).
class Dependencies {
 public:
  explicit Dependencies(const Model& model);

  /// Forgets that the parts of indexes that the partition has need the wholes: when the wholes go,
  /// it is away.
  void leave_indexes(const Table& partition);

  /// Lets `other` use and be used like `object`: what it is called while it makes way.
  void add_alias(const ObjectName& object, const ObjectName& other);

  [[nodiscard]] const std::set<ObjectName>& used_by(const ObjectName& user) const;
  [[nodiscard]] const std::set<ObjectName>& users_of(const ObjectName& used) const;

  /// Whether `user` needs `used`, directly or through others.
  [[nodiscard]] bool reaches(const ObjectName& user, const ObjectName& used) const;

 private:
  void add(const ObjectName& user, const ObjectName& used);
  void add_to_schema(const ObjectName& object);
  void add(const ObjectName& user, const Uses& uses);
  void add(const Table& table);
  void add(const Table& table, const Constraint& constraint);
  void add(const ObjectName& object, const std::vector<Property>& properties);
  [[nodiscard]] std::vector<QualifiedName> with_partitions(const QualifiedName& table) const;

  std::map<ObjectName, std::set<ObjectName>> used_;
  std::map<ObjectName, std::set<ObjectName>> users_;
  QualifiedNameSet enums_;
  // By the SQL text of their names, as properties have them.
  std::map<std::string, ObjectName> tables_;
  std::multimap<std::string, QualifiedName> partitions_;
  std::map<std::string, ObjectName> servers_;
  std::map<std::string, ObjectName> indexes_;
};

}  // namespace tenon::planning
