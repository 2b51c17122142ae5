// The statements of a plan, as a migration has them.
#pragma once

#include <tenon/plan/plan.hpp>
#include <tenon/sql/render.hpp>

#include <map>
#include <string>
#include <vector>

namespace tenon::test {

/// What a person would write into the backfill zone of a column, by `table.column`.
using Backfills = std::map<std::string, std::string>;

/// The statements of all steps, with the backfills where their zones are.
inline std::vector<std::string> statements_of(const Plan& plan, const Backfills& backfills = {}) {
  std::vector<std::string> statements;
  for (const Step& step : plan.steps) {
    if (const auto* zone = std::get_if<Backfill>(&step.action)) {
      const auto written = backfills.find(zone->table.name + "." + zone->column);
      if (written != backfills.end()) statements.push_back(written->second);
    }
    for (std::string& statement : sql::render(step.action)) {
      statements.push_back(std::move(statement));
    }
  }
  return statements;
}

}  // namespace tenon::test
