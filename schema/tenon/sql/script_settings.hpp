// What comes before statements that create a Model's objects.
#pragma once

namespace tenon::sql {

/// Names are as they are with this search path, and a function may speak of what comes after it.
inline constexpr const char* script_settings =
    "SET search_path = public;\nSET check_function_bodies = off;\n";

/// The same for the transaction that is open.
inline constexpr const char* transaction_settings =
    "SET LOCAL search_path = public; SET LOCAL check_function_bodies = off";

}  // namespace tenon::sql
