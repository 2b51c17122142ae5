// Which header includes which.
#pragma once

#include "import/choices.hpp"

#include <tenon/model/model.hpp>

#include <map>
#include <set>
#include <string>

namespace tenon::importing {

/// The headers of schemas, of which none includes itself through others: where two would need each
/// other, the one that comes later has to do without.
class Includes {
 public:
  Includes(const Model& model, const Choices& choices);

  /// Whether the header of `from` sees all that the header of `to` defines.
  [[nodiscard]] bool sees(const std::string& from, const std::string& to) const;
  /// The schemas whose headers that of `schema` includes.
  [[nodiscard]] const std::set<std::string>& of(const std::string& schema) const;

 private:
  void add(const std::string& from, const std::string& to);
  [[nodiscard]] bool reaches(const std::string& from, const std::string& to) const;

  std::map<std::string, std::set<std::string>> included_;
};

}  // namespace tenon::importing
