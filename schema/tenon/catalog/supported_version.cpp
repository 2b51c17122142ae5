#include <tenon/catalog/supported_version.hpp>

#include <stdexcept>
#include <string>

namespace tenon::catalog {
namespace {

constexpr int oldest = 13;
constexpr int newest = 18;

}  // namespace

void require_supported(int version) {
  const int major = version / 10'000;
  if (major >= oldest && major <= newest) return;
  throw std::runtime_error{
      "the server is PostgreSQL " + std::to_string(major) + "; this Tenon reads the catalogs of " +
      std::to_string(oldest) + " to " + std::to_string(newest) +
      (major > newest ? ": of a newer one it could miss something, so take a newer Tenon"
                      : ": upgrade the server, or compare its dump in a newer one")};
}

}  // namespace tenon::catalog
