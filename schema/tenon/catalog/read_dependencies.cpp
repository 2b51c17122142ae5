// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html
#include <tenon/catalog/reading.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tenon::catalog {
namespace {

/// Of the members of extensions the scope tells. The triggers that are a foreign key are many, and
/// nothing speaks of them.
constexpr std::string_view query = R"sql(
SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype FROM pg_depend
WHERE objid >= 16384 AND deptype IN ('n', 'a', 'i')
  AND NOT (deptype = 'i' AND classid = 'pg_trigger'::regclass)
)sql";

/// PostgreSQL calls some dependencies automatic that are of a part all the same: the constraint of
/// a domain, an element of an operator family, a table in a publication.
struct AutomaticPart {
  std::string_view part;
  std::string_view whole;
};
constexpr std::array automatic_parts{
    AutomaticPart{"pg_amop", "pg_opclass"},
    AutomaticPart{"pg_amop", "pg_opfamily"},
    AutomaticPart{"pg_amproc", "pg_opclass"},
    AutomaticPart{"pg_amproc", "pg_opfamily"},
    AutomaticPart{"pg_constraint", "pg_type"},
    AutomaticPart{"pg_publication_rel", "pg_publication"},
};

bool is_part(const Dependency& dependency) {
  const auto& [object, used, type] = dependency;
  if (object.objsubid != 0) return false;
  if (type == 'i') return true;
  return type == 'a' && std::ranges::any_of(automatic_parts, [&](const AutomaticPart& known) {
           return known.part == object.class_name() && known.whole == used.class_name();
         });
}

ObjectAddress next_address(const Scope& scope, Fields& fields) {
  const auto class_name = scope.class_name(fields.oid());
  const Oid oid = fields.oid();
  return {class_name, oid, fields.number()};
}

}  // namespace

void read_dependencies(Reading& reading) {
  reading.each_row(query, [&reading](Fields& fields) {
    const auto object = next_address(reading.scope, fields);
    const auto used = next_address(reading.scope, fields);
    const Dependency dependency{object, used, fields.character()};
    if (is_part(dependency)) reading.dependencies.wholes.emplace(object, used);
    reading.dependencies.all.push_back(dependency);
  });
}

}  // namespace tenon::catalog
