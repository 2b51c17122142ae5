#include <tenon/model/place_of.hpp>

namespace tenon {

SourceLocation place_of(const ObjectName& object, const Declarations& declared) {
  const ObjectName table{ObjectKind::table, object.parent, ""};
  const ObjectName type{ObjectKind::enum_type, object.parent, ""};
  for (const ObjectName* name : {&object, &table, &type})
    if (const auto found = declared.origins.find(*name); found != declared.origins.end())
      return found->second.location;
  return {declared.headers.empty() ? "" : declared.headers.front(), 1, 1};
}

}  // namespace tenon
