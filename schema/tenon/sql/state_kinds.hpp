// The names of what can be asked about objects, for JSON and for SQL.
#pragma once

#include <tenon/sql/object_state.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace tenon::sql {

inline constexpr std::array state_kind_names{
    std::pair{StateKind::column, std::string_view{"column"}},
    std::pair{StateKind::column_comment, std::string_view{"column comment"}},
    std::pair{StateKind::constraint, std::string_view{"constraint"}},
    std::pair{StateKind::constraint_comment, std::string_view{"constraint comment"}},
    std::pair{StateKind::enum_type, std::string_view{"enum type"}},
    std::pair{StateKind::enum_type_comment, std::string_view{"enum type comment"}},
    std::pair{StateKind::extension, std::string_view{"extension"}},
    std::pair{StateKind::index, std::string_view{"index"}},
    std::pair{StateKind::index_comment, std::string_view{"index comment"}},
    std::pair{StateKind::privileges, std::string_view{"privileges"}},
    std::pair{StateKind::routine, std::string_view{"routine"}},
    std::pair{StateKind::row_security, std::string_view{"row security"}},
    std::pair{StateKind::schema, std::string_view{"schema"}},
    std::pair{StateKind::sequence, std::string_view{"sequence"}},
    std::pair{StateKind::storage_parameters, std::string_view{"storage parameters"}},
    std::pair{StateKind::table, std::string_view{"table"}},
    std::pair{StateKind::table_columns, std::string_view{"table columns"}},
    std::pair{StateKind::table_comment, std::string_view{"table comment"}},
    std::pair{StateKind::trigger, std::string_view{"trigger"}},
    std::pair{StateKind::view, std::string_view{"view"}}};

}  // namespace tenon::sql
