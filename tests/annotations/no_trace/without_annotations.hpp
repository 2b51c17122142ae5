// From here on annotations say nothing at all.
#pragma once

#undef TENON
#undef TENON_TABLE
#undef TENON_ENUM
#define TENON(...)
#define TENON_TABLE(...) static_assert(true)
#define TENON_ENUM(...) static_assert(true)
