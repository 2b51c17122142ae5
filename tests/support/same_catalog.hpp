// Whether two readings give the same.
#pragma once

#include <tenon/catalog/catalog.hpp>

namespace tenon::test {

[[nodiscard]] inline bool same(const Catalog& a, const Catalog& b) {
  return a.model.schemas == b.model.schemas && a.model.enums == b.model.enums &&
         a.model.tables == b.model.tables && a.model.definitions == b.model.definitions &&
         a.unmodelled == b.unmodelled;
}

}  // namespace tenon::test
