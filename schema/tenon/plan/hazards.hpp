// What a step costs and risks.
#pragma once

#include <tenon/plan/plan.hpp>

#include <set>
#include <string>

namespace tenon::planning {

/// The step with its lock, rewrite, scan and loss filled in, as PostgreSQL's documentation says;
/// where that depends on what cannot be seen here, the worse is said.
/// https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
///
/// @param created tables of the same plan: nobody waits for them and they have no rows.
[[nodiscard]] Step assessed(Action action, const std::set<QualifiedName>& created);

/// What a reviewer must know before the step runs on a table with rows, as a line of SQL: `-- loses
/// data under ACCESS EXCLUSIVE`; empty where there is nothing.
[[nodiscard]] std::string hazard_comment(const Step& step);

}  // namespace tenon::planning
