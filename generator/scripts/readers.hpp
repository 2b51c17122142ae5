// One reader a tool. Each throws ScriptError where the tool would refuse.
#pragma once

#include "scripts/script_folder.hpp"

namespace tenon::scripts {

/// Every file in the folder, numbers in their names counting as numbers; or one file. Statements
/// run as psql runs them, each by itself.
[[nodiscard]] ScriptFolder read_plain(const std::filesystem::path& path);

/// V*__*.sql by version, then R__*.sql by name, in all folders below.
/// https://documentation.red-gate.com/fd/migrations-184127470.html
[[nodiscard]] ScriptFolder read_flyway(const std::filesystem::path& folder);

/// What stands between `-- migrate:up` and `-- migrate:down`.
/// https://github.com/amacneil/dbmate#creating-migrations
[[nodiscard]] ScriptFolder read_dbmate(const std::filesystem::path& folder);

/// What stands between `-- +goose Up` and `-- +goose Down`.
/// https://pressly.github.io/goose/documentation/annotations/
[[nodiscard]] ScriptFolder read_goose(const std::filesystem::path& folder);

/// N_name.up.sql by number.
/// https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md
[[nodiscard]] ScriptFolder read_golang_migrate(const std::filesystem::path& folder);

/// The deploy scripts of sqitch.plan.
/// https://sqitch.org/docs/manual/sqitch/
[[nodiscard]] ScriptFolder read_sqitch(const std::filesystem::path& folder);

/// What `alembic upgrade head --sql` printed, in a file or in several.
/// https://alembic.sqlalchemy.org/en/latest/offline.html
[[nodiscard]] ScriptFolder read_alembic(const std::filesystem::path& path);

}  // namespace tenon::scripts
