// A file of targets.
#pragma once

#include <nlohmann/json.hpp>

#include <support/temporary_folder.hpp>

#include <fstream>
#include <string>

namespace tenon::test {

class Fleet {
 public:
  explicit Fleet(const nlohmann::json& document) { std::ofstream{file()} << document.dump(); }
  [[nodiscard]] std::string file() const { return (folder_.path() / "fleet.json").string(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace tenon::test
