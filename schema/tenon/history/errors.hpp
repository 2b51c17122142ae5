// What can be wrong with files of a history.
#pragma once

#include <tenon/sql/tokens.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace tenon {

/// A file or folder of a history that cannot be used; what() begins with its path.
struct HistoryError : std::runtime_error {
  HistoryError(std::filesystem::path where, const std::string& what_is_wrong)
      : std::runtime_error{where.string() + ": " + what_is_wrong}, path{std::move(where)} {}

  std::filesystem::path path;
};

}  // namespace tenon
