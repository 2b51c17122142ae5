// Which objects of a Model use which, from pg_depend.
#include <tenon/catalog/reading.hpp>

#include <set>

namespace tenon::catalog {
namespace {

class UsesWriter {
 public:
  explicit UsesWriter(Reading& reading) : reading_{reading} {
    for (const Relation& relation : reading.scope.relations)
      if (relation.kind == 'S') sequences_.insert(relation.oid);
  }

  void add(const Dependency& dependency) {
    if (!counts(dependency)) return;
    const Place* object = place_of(dependency.object);
    const Place* used = place_of(or_its_extension(dependency.used));
    if (object == nullptr || used == nullptr || *object == *used) return;
    Model& model = reading_.catalog.model;
    if (Uses* uses = uses_at(*object, model)) uses->objects.push_back(name_at(*used, model));
  }

 private:
  bool counts(const Dependency& dependency) const {
    const auto& [object, used, type] = dependency;
    if (used.objid < first_normal_oid) return false;
    // Of all other objects, the name tells the schema.
    if (used.classid == namespace_.classid) return object.classid == extension_.classid;
    // A sequence goes with the column that owns it, but can be there before it.
    return !(type == 'a' && object.objsubid == 0 && used.objsubid > 0 &&
             object.classid == relation_.classid && sequences_.contains(object.objid));
  }

  ObjectAddress or_its_extension(const ObjectAddress& used) const {
    const auto& extensions = reading_.scope.extensions;
    const auto found = extensions.find({used.class_name(), used.objid});
    return found == extensions.end() ? used : ObjectAddress{"pg_extension", found->second};
  }

  const Place* place_of(ObjectAddress address) const {
    if (address.objsubid != 0) {
      if (const Place* column = reading_.find_place(address)) return column;
      address.objsubid = 0;
    }
    const auto& wholes = reading_.dependencies.wholes;
    // A part of a part: the array of the row type of a table.
    for (int depth = 0; depth < 4; ++depth) {
      if (const Place* place = reading_.find_place(address)) return place;
      const auto whole = wholes.find(address);
      if (whole == wholes.end()) return nullptr;
      address = whole->second;
    }
    return nullptr;
  }

  Reading& reading_;
  std::set<Oid> sequences_;
  ObjectAddress namespace_{"pg_namespace", 0};
  ObjectAddress extension_{"pg_extension", 0};
  ObjectAddress relation_{"pg_class", 0};
};

}  // namespace

void add_uses(Reading& reading) {
  UsesWriter writer{reading};
  for (const Dependency& dependency : reading.dependencies.all) writer.add(dependency);
}

}  // namespace tenon::catalog
