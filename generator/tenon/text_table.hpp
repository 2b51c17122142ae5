// Columns of text.
#pragma once

#include <string>
#include <vector>

namespace tenon::cli {

/// Lines of as many cells as the first has, each column as wide as its widest cell.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> titles);
  void add(std::vector<std::string> cells);
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::vector<std::string>> lines_;
};

}  // namespace tenon::cli
