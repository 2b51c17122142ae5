// Which servers' catalogs are known.
#pragma once

namespace tenon::catalog {

/// PostgreSQL 13 to 18: of an older one columns are missing, and a newer one may have objects and
/// properties that nobody would see.
/// @param version as Connection::server_version() counts it: 150004 is 15.4.
/// @throws std::runtime_error for any other.
void require_supported(int version);

}  // namespace tenon::catalog
