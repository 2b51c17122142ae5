// Saying more in a connection string.
#pragma once

#include <optional>
#include <string>

namespace tenon {

/// `conninfo`, in either form that libpq reads, with one more parameter: of one that is there twice
/// the last one counts.
/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
/// @param parameter `name=value`, where the value needs neither quotes nor percent-encoding
/// @returns nothing where it would become a part of the last value.
[[nodiscard]] std::optional<std::string> with_parameter(const std::string& conninfo,
                                                        const std::string& parameter);

}  // namespace tenon
