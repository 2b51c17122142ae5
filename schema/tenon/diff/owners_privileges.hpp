// What an owner is granted of what it owns.
#pragma once

#include <tenon/model/model.hpp>

namespace tenon {

/// Whether the property says what a role may do with an object that this role owns in one of two
/// databases alone. Where it is the owner it may do all of it, whatever GRANT says, so that the
/// two cannot be compared. https://www.postgresql.org/docs/current/ddl-priv.html
[[nodiscard]] inline bool is_of_one_owner(const Property& property, const Owner& from,
                                          const Owner& to) {
  return property.kind == PropertyKind::privileges &&
         (property.key == from.role) != (property.key == to.role);
}

/// Takes such properties out of both Models.
void leave_out_owners_privileges(Model& from, Model& to);

}  // namespace tenon
