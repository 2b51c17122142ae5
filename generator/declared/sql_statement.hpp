// One statement of SQL with its place.
#pragma once

#include <tenon/model/declarations.hpp>

#include <string>

namespace tenon {

/// With its final semicolon, if it has one.
struct SqlStatement {
  std::string text;
  SourceLocation location;
};

}  // namespace tenon
