#include <tenon/diff/owners_privileges.hpp>

#include <map>
#include <vector>

namespace tenon {
namespace {

template <class Object>
void leave_out(std::vector<Object>& from, std::vector<Object>& to) {
  using Name = decltype(Object::name);
  std::map<Name, Object*> others;
  for (Object& object : to) others.emplace(object.name, &object);
  for (Object& object : from) {
    const auto found = others.find(object.name);
    if (found == others.end()) continue;
    Object& other = *found->second;
    const auto is_left_out = [&](const Property& property) {
      return is_of_one_owner(property, object.owner, other.owner);
    };
    std::erase_if(object.properties, is_left_out);
    std::erase_if(other.properties, is_left_out);
  }
}

}  // namespace

void leave_out_owners_privileges(Model& from, Model& to) {
  leave_out(from.schemas, to.schemas);
  leave_out(from.enums, to.enums);
  leave_out(from.tables, to.tables);
  leave_out(from.definitions, to.definitions);
}

}  // namespace tenon
