#pragma once
#include <library/library.hpp>

namespace library {

struct TENON(view("SELECT s.label, b.id FROM books b JOIN shelves s ON s.id = b.shelf_id"),
             comment("Books, and where they are")) PlacedBook {
  std::string label;
  Identifier id;
  TENON_TABLE(grant("SELECT", to("librarian")));
};

}  // namespace library
