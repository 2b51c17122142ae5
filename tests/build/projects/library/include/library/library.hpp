#pragma once
#include <library/identifier.hpp>
#include <string>
#include <tenon/annotations.hpp>

namespace library {
using namespace tenon::annotations;

struct TENON(table("shelves")) Shelf {
  TENON(primary_key, identity) Identifier id;
  TENON(unique) std::string label;
};

struct TENON(table("books")) Book {
  TENON(primary_key, identity) Identifier id;
  TENON(references(&Shelf::id, on_delete::cascade), index) Identifier shelf_id;
#if LIBRARY_HAS_TITLE
  std::string title = LIBRARY_TITLE;
#endif
  // more members
};

}  // namespace library
