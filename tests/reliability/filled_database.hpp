// A database with rows, its copies, and what must be true of one after all its migrations.
#pragma once

#include "experiment.hpp"
#include "history.hpp"

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace tenon::reliability {

/// The first migration of a history has run and its tables have rows; copies are made of it.
class FilledDatabase {
 public:
  /// Also lets one copy run to its end, undisturbed, to know what is right and how long it takes.
  FilledDatabase(std::string tenon, Server& server, const EveryKind& history, unsigned rows);

  /// A new copy. @return its name.
  std::string copy();
  void drop(const std::string& name);

  /// `tenon COMMAND` for one of the databases.
  [[nodiscard]] std::vector<std::string> command(const std::string& what,
                                                 const std::string& conninfo) const;

  /// @throws Broken when anything differs from the copy that ran undisturbed: a row, an object, an
  ///   invalid index, the ledger.
  void require_all_is_there(const std::string& name) const;

  [[nodiscard]] std::chrono::microseconds undisturbed() const { return undisturbed_; }
  [[nodiscard]] const EveryKind& history() const { return history_; }

 private:
  struct Contents {
    Catalog catalog;
    std::vector<Rows> answers;
  };
  [[nodiscard]] Contents contents(const std::string& name) const;

  std::string tenon_;
  Server& server_;
  const EveryKind& history_;
  Contents right_;
  std::chrono::microseconds undisturbed_{};
  unsigned copies_ = 0;
};

}  // namespace tenon::reliability
