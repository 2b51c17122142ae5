// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html
#include <tenon/catalog/reading.hpp>
#include <tenon/model/lookup.hpp>

#include <memory>
#include <unordered_map>

namespace tenon::catalog {
namespace {

/// Rows that are part of an object which has another row as its own: the type of a table's rows, an
/// array's type, the rule that is a view, the default of a column, an index behind a constraint.
constexpr std::string_view parts = R"sql(
SELECT concat('pg_type ', t.oid), concat('pg_class ', t.typrelid)
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE t.typrelid <> 0 AND t.oid >= 16384 AND c.relkind <> 'c'
UNION ALL
SELECT concat('pg_class ', t.typrelid), concat('pg_type ', t.oid)
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE t.oid >= 16384 AND c.relkind = 'c'
UNION ALL
SELECT concat('pg_type ', t.typarray), concat('pg_type ', t.oid)
FROM pg_type t WHERE t.typarray <> 0 AND t.oid >= 16384
UNION ALL
SELECT concat('pg_rewrite ', r.oid), concat('pg_class ', r.ev_class)
FROM pg_rewrite r WHERE r.rulename = '_RETURN' AND r.oid >= 16384
UNION ALL
SELECT concat('pg_class ', k.conindid), concat('pg_constraint ', k.oid)
FROM pg_constraint k WHERE k.conindid <> 0 AND k.contype IN ('p', 'u', 'x')
UNION ALL
SELECT concat('pg_constraint ', k.oid), concat('pg_type ', k.contypid)
FROM pg_constraint k WHERE k.contypid <> 0
UNION ALL
SELECT concat(d.classid::regclass, ' ', d.objid), concat(d.refclassid::regclass, ' ', d.refobjid)
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
    const auto& part = fields.text();
    whole_.emplace(part, fields.text());
  }

  void add_dependency(Fields& fields) {
    const auto* object = next_name(fields);
    const auto* used = next_name(fields);
    if (object == nullptr || used == nullptr || *object == *used) return;
    if (Uses* uses = uses_of(*object)) uses->objects.push_back(*used);
  }

 private:
  const ObjectName* next_name(Fields& fields) const {
    std::string key = fields.text() + ' ';
    key += fields.text();
    const std::string part = fields.text();
    if (part != "0") {
      const auto column = reading_.names.find(key + ' ' + part);
      if (column != reading_.names.end()) return &column->second;
    }
    // A part of a part: the array of the row type of a table.
    for (int depth = 0; depth < 4; ++depth) {
      if (const auto name = reading_.names.find(key); name != reading_.names.end())
        return &name->second;
      const auto whole = whole_.find(key);
      if (whole == whole_.end()) return nullptr;
      key = whole->second;
    }
    return nullptr;
  }

  Uses* uses_of(const ObjectName& name) const {
    if (const auto place = reading_.places.find(name); place != reading_.places.end())
      return &reading_.catalog.model.definitions[place->second].uses;
    Table* table = find_table(name.parent);
    if (table == nullptr) return nullptr;
    if (name.kind == ObjectKind::column || name.kind == ObjectKind::default_value) {
      Column* column = find(table->columns, name.member);
      if (column == nullptr) return nullptr;
      const bool is_default = name.kind == ObjectKind::default_value && !column->generated;
      return is_default ? &column->default_uses : &column->uses;
    }
    if (name.kind == ObjectKind::constraint) {
      Constraint* constraint = find(table->constraints, name.member);
      return constraint == nullptr ? nullptr : &constraint->uses;
    }
    if (name.kind != ObjectKind::index) return nullptr;
    Index* index = find(table->indexes, name.member);
    return index == nullptr ? nullptr : &index->uses;
  }

  Table* find_table(const QualifiedName& name) const {
    const auto place = reading_.tables_by_name.find(name);
    return place == reading_.tables_by_name.end() ? nullptr
                                                  : &reading_.catalog.model.tables[place->second];
  }

  Reading& reading_;
  std::unordered_map<std::string, std::string> whole_;
};

}  // namespace

void read_dependencies(Reading& reading) {
  const auto reader = std::make_shared<DependencyReader>(reading);
  reading.each_row(parts, [reader](Fields& fields) { reader->add_part(fields); });
  reading.each_row(dependencies, [reader](Fields& fields) { reader->add_dependency(fields); });
}

}  // namespace tenon::catalog
