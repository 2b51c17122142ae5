// Catch2 2 has its main() in the header; Catch2 3 brings it as a library.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#else
namespace tenon::test {
extern const int catch_main_is_in_the_library;
const int catch_main_is_in_the_library = 1;
}  // namespace tenon::test
#endif
