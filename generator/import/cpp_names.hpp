// C++ names for the objects of a Model.
#pragma once

#include <tenon/model/model.hpp>

#include <map>
#include <string>
#include <utility>

namespace tenon::importing {

/// A valid identifier for every schema, table, enum type, column and label of a Model. Names are
/// unique where they stand, are none of C++'s keywords and no macro of its library, and depend on
/// nothing but the Model.
class CppNames {
 public:
  explicit CppNames(const Model& model);

  /// The namespace of a PostgreSQL schema.
  [[nodiscard]] const std::string& space(const std::string& schema) const;
  /// The struct of a table or the enum of an enum type, without its namespace.
  [[nodiscard]] const std::string& type(const QualifiedName& name) const;
  /// `household::User`, which is how annotations refer to it.
  [[nodiscard]] std::string qualified(const QualifiedName& name) const;
  [[nodiscard]] const std::string& member(const QualifiedName& table,
                                          const std::string& column) const;
  [[nodiscard]] const std::string& enumerator(const QualifiedName& type,
                                              const std::string& label) const;

 private:
  using Part = std::pair<QualifiedName, std::string>;

  std::map<std::string, std::string> spaces_;
  std::map<QualifiedName, std::string> types_;
  std::map<Part, std::string> parts_;
};

}  // namespace tenon::importing
