// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html
#include <tenon/catalog/reading.hpp>

#include <memory>

namespace tenon::catalog {
namespace {

/// Rows that are part of an object which has another row as its own: the type of a table's rows, an
/// array's type, the rule that is a view, the default of a column, an index behind a constraint.
constexpr std::string_view parts = R"sql(
SELECT 'pg_type', t.oid, 'pg_class', t.typrelid
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE t.typrelid <> 0 AND t.oid >= 16384 AND c.relkind <> 'c'
UNION ALL
SELECT 'pg_class', t.typrelid, 'pg_type', t.oid
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE t.oid >= 16384 AND c.relkind = 'c'
UNION ALL
SELECT 'pg_type', t.typarray, 'pg_type', t.oid
FROM pg_type t WHERE t.typarray <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_rewrite', r.oid, 'pg_class', r.ev_class
FROM pg_rewrite r WHERE r.rulename = '_RETURN' AND r.oid >= 16384
UNION ALL
SELECT 'pg_class', k.conindid, 'pg_constraint', k.oid
FROM pg_constraint k WHERE k.conindid <> 0 AND k.contype IN ('p', 'u', 'x')
UNION ALL
SELECT 'pg_constraint', k.oid, 'pg_type', k.contypid
FROM pg_constraint k WHERE k.contypid <> 0
UNION ALL
SELECT d.classid::regclass::text, d.objid, d.refclassid::regclass::text, d.refobjid
FROM pg_depend d
WHERE d.deptype IN ('i', 'a') AND d.objid >= 16384
  AND (d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass, 'pg_publication_rel'::regclass)
         AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass, 'pg_publication'::regclass)
       OR d.classid IN ('pg_proc'::regclass, 'pg_type'::regclass) AND d.refclassid = 'pg_type'::regclass
         AND d.deptype = 'i')
)sql";

constexpr std::string_view dependencies = R"sql(
SELECT d.classid::regclass, d.objid, d.objsubid,
       CASE WHEN m.extension IS NULL THEN d.refclassid ELSE 'pg_extension'::regclass END::regclass,
       coalesce(m.extension, d.refobjid), CASE WHEN m.extension IS NULL THEN d.refobjsubid ELSE 0 END
FROM pg_depend d
LEFT JOIN members m ON m.classid = d.refclassid AND m.objid = d.refobjid
LEFT JOIN pg_sequence q ON q.seqrelid = d.objid AND d.classid = 'pg_class'::regclass
WHERE d.deptype IN ('n', 'a', 'i') AND d.objid >= 16384 AND d.refobjid >= 16384
  -- The types of rows, arrays and tables' values, and the triggers that are a foreign key.
  AND NOT (d.deptype = 'i' AND d.classid IN ('pg_type'::regclass, 'pg_trigger'::regclass))
  -- Of all other objects, the name tells the schema.
  AND (d.refclassid <> 'pg_namespace'::regclass OR d.classid = 'pg_extension'::regclass)
  -- A sequence goes with the column that owns it, but can be there before it.
  AND NOT (q.seqrelid IS NOT NULL AND d.objsubid = 0 AND d.deptype = 'a' AND d.refobjsubid > 0)
)sql";

class DependencyReader {
 public:
  explicit DependencyReader(Reading& reading) : reading_{reading} {}

  void add_part(Fields& fields) {
    const auto part = next_row(fields);
    whole_.emplace(part, next_row(fields));
  }

  void add_dependency(Fields& fields) {
    const Place* object = next_place(fields);
    const Place* used = next_place(fields);
    if (object == nullptr || used == nullptr || *object == *used) return;
    Model& model = reading_.catalog.model;
    if (Uses* uses = uses_at(*object, model)) uses->objects.push_back(name_at(*used, model));
  }

 private:
  static ObjectAddress next_row(Fields& fields) {
    const auto classid = fields.view();
    return {classid, fields.oid()};
  }

  const Place* next_place(Fields& fields) const {
    ObjectAddress address = next_row(fields);
    address.objsubid = fields.number();
    if (address.objsubid != 0) {
      if (const Place* column = reading_.find_place(address)) return column;
      address.objsubid = 0;
    }
    // A part of a part: the array of the row type of a table.
    for (int depth = 0; depth < 4; ++depth) {
      if (const Place* place = reading_.find_place(address)) return place;
      const auto whole = whole_.find(address);
      if (whole == whole_.end()) return nullptr;
      address = whole->second;
    }
    return nullptr;
  }

  Reading& reading_;
  ByAddress<ObjectAddress> whole_;
};

}  // namespace

void read_dependencies(Reading& reading) {
  const auto reader = std::make_shared<DependencyReader>(reading);
  reading.each_row(parts, [reader](Fields& fields) { reader->add_part(fields); });
  reading.each_row(dependencies, [reader](Fields& fields) { reader->add_dependency(fields); });
}

}  // namespace tenon::catalog
