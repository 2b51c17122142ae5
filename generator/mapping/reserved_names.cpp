// The names of PostgreSQL's own catalog.
#include "mapping/reserved_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tenon::generator {
namespace {

// The union over PostgreSQL 13 to 18 of: SELECT typname FROM pg_type
// WHERE typnamespace = 'pg_catalog'::regnamespace AND typname !~ '^(pg_|_)'.
constexpr auto catalog_types = std::to_array<std::string_view>({"aclitem",
                                                                "any",
                                                                "anyarray",
                                                                "anycompatible",
                                                                "anycompatiblearray",
                                                                "anycompatiblemultirange",
                                                                "anycompatiblenonarray",
                                                                "anycompatiblerange",
                                                                "anyelement",
                                                                "anyenum",
                                                                "anymultirange",
                                                                "anynonarray",
                                                                "anyrange",
                                                                "bit",
                                                                "bool",
                                                                "box",
                                                                "bpchar",
                                                                "bytea",
                                                                "char",
                                                                "cid",
                                                                "cidr",
                                                                "circle",
                                                                "cstring",
                                                                "date",
                                                                "datemultirange",
                                                                "daterange",
                                                                "event_trigger",
                                                                "fdw_handler",
                                                                "float4",
                                                                "float8",
                                                                "gtsvector",
                                                                "index_am_handler",
                                                                "inet",
                                                                "int2",
                                                                "int2vector",
                                                                "int4",
                                                                "int4multirange",
                                                                "int4range",
                                                                "int8",
                                                                "int8multirange",
                                                                "int8range",
                                                                "internal",
                                                                "interval",
                                                                "json",
                                                                "jsonb",
                                                                "jsonpath",
                                                                "language_handler",
                                                                "line",
                                                                "lseg",
                                                                "macaddr",
                                                                "macaddr8",
                                                                "money",
                                                                "name",
                                                                "numeric",
                                                                "nummultirange",
                                                                "numrange",
                                                                "oid",
                                                                "oidvector",
                                                                "path",
                                                                "point",
                                                                "polygon",
                                                                "record",
                                                                "refcursor",
                                                                "regclass",
                                                                "regcollation",
                                                                "regconfig",
                                                                "regdictionary",
                                                                "regnamespace",
                                                                "regoper",
                                                                "regoperator",
                                                                "regproc",
                                                                "regprocedure",
                                                                "regrole",
                                                                "regtype",
                                                                "table_am_handler",
                                                                "text",
                                                                "tid",
                                                                "time",
                                                                "timestamp",
                                                                "timestamptz",
                                                                "timetz",
                                                                "trigger",
                                                                "tsm_handler",
                                                                "tsmultirange",
                                                                "tsquery",
                                                                "tsrange",
                                                                "tstzmultirange",
                                                                "tstzrange",
                                                                "tsvector",
                                                                "txid_snapshot",
                                                                "unknown",
                                                                "uuid",
                                                                "varbit",
                                                                "varchar",
                                                                "void",
                                                                "xid",
                                                                "xid8",
                                                                "xml"});
static_assert(std::ranges::is_sorted(catalog_types));

// No types, but what a column says in their place.
// https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
constexpr auto pseudo_types = std::to_array<std::string_view>(
    {"bigserial", "serial", "serial2", "serial4", "serial8", "smallserial"});

// An array's type is called as its elements' with an underscore before it.
bool is_catalog_type(std::string_view name) {
  if (std::ranges::find(pseudo_types, name) != pseudo_types.end()) return true;
  if (name.starts_with("_")) name.remove_prefix(1);
  return name.starts_with("pg_") || std::ranges::binary_search(catalog_types, name);
}

}  // namespace

bool is_system_column(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"tableoid", "xmin", "cmin",
                                                     "xmax",     "cmax", "ctid"};
  return std::ranges::find(names, name) != names.end();
}

void check_reserved_names(ObjectKind kind, const QualifiedName& name,
                          const SourceLocation& location, Diagnostics& diagnostics) {
  if (name.schema.starts_with("pg_") || name.schema == "information_schema")
    diagnostics.error(location, "reserved-name",
                      fmt::format("the schema {} is PostgreSQL's own", name.schema),
                      "say another schema");
  if (name.schema != "public") return;
  if (kind == ObjectKind::enum_type && is_catalog_type(name.name))
    diagnostics.error(
        location, "reserved-name",
        fmt::format("{} is a type of PostgreSQL's own, which would be found first", name.name),
        "say another name with enum_type(\"…\")");
  if (kind == ObjectKind::table && name.name.starts_with("pg_"))
    diagnostics.error(location, "reserved-name",
                      fmt::format("{} may be a table of PostgreSQL's own, which would be found "
                                  "first",
                                  name.name),
                      "say another name with table(\"…\")");
}

}  // namespace tenon::generator
