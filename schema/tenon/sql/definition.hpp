// The parts of statements that define something, as they stand in CREATE TABLE and CREATE INDEX.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::sql {

/// How the keywords are written: SQL for files is in capitals, messages are in small letters.
enum class Keywords { capitals, small };

/// Names with commas between them, each quoted where needed.
[[nodiscard]] std::string identifier_list(const std::vector<std::string>& names);

/// What follows the column's name: `varchar(120) COLLATE "C" NOT NULL DEFAULT 'x'`.
/// https://www.postgresql.org/docs/current/sql-createtable.html
[[nodiscard]] std::string column_definition(const Column& column,
                                            Keywords keywords = Keywords::capitals);

/// What follows the constraint's name: `UNIQUE (email) DEFERRABLE`.
[[nodiscard]] std::string constraint_definition(const Constraint& constraint);

/// What follows CREATE INDEX … ON table: `USING gin (tags) WHERE archived IS FALSE`.
/// https://www.postgresql.org/docs/current/sql-createindex.html
[[nodiscard]] std::string index_definition(const Index& index);

/// `name = value`, the value quoted where it is no word and no number.
[[nodiscard]] std::string parameter_text(const std::pair<std::string, std::string>& parameter);

/// What a sequence has whose options are all the usual ones.
inline constexpr std::string_view usual_sequence_options =
    "AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE";

/// `ALWAYS` or `BY DEFAULT`.
[[nodiscard]] std::string_view identity_text(Identity identity);

/// `NOT DEFERRABLE`, `DEFERRABLE` or `DEFERRABLE INITIALLY DEFERRED`.
[[nodiscard]] std::string_view deferrability_text(Deferrability deferrability);

}  // namespace tenon::sql
