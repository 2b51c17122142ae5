// Where in SQL files an object is spoken of.
#pragma once

#include "sql_files/sql_file.hpp"

#include <tenon/model/declarations.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenon::sql_files {

/// The names in the statements of files.
class ObjectPlaces {
 public:
  /// @param files must live as long as this.
  explicit ObjectPlaces(const std::vector<SqlFile>& files);

  /// The first statement that names `object`, and also its table where it belongs to one. It is a
  /// place for people to look at: nothing depends on it.
  [[nodiscard]] std::optional<SourceLocation> find(const ObjectName& object) const;

 private:
  /// The statements that have a name in them, in order.
  std::map<std::string, std::vector<const SqlStatement*>> statements_;
};

}  // namespace tenon::sql_files
