// What a query returned, left where libpq has put it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace tenon {

/// A value in PostgreSQL's text format; empty for NULL.
using ValueView = std::optional<std::string_view>;
using RowView = std::span<const ValueView>;

/// The rows of an answer that is too large to be copied.
class Result {
 public:
  /// Calls `use` with each row, whose values are good as long as this result is.
  void each_row(const std::function<void(RowView)>& use) const;

 private:
  friend class Connection;
  struct Impl;
  explicit Result(std::shared_ptr<const Impl> impl);

  std::shared_ptr<const Impl> impl_;
};

}  // namespace tenon
