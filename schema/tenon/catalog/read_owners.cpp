// Who owns what: https://www.postgresql.org/docs/current/ddl-priv.html
#include <tenon/catalog/reading.hpp>

#include <array>
#include <string>

namespace tenon::catalog {
namespace {

struct Owned {
  std::string_view classid;
  /// The column that has the owner.
  std::string_view column;
  /// What else must be so.
  std::string_view condition{};
};

// A sequence that belongs to a column is its table's owner's, and `public` is whose it always was.
constexpr std::array all = {
    Owned{"pg_namespace", "nspowner", "WHERE nspname <> 'public'"},
    Owned{"pg_class", "relowner",
          "WHERE relkind IN ('r', 'p', 'f', 'v', 'm') OR relkind = 'S' AND NOT EXISTS (SELECT FROM "
          "pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = o.oid AND "
          "d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass)"},
    Owned{"pg_type", "typowner"},
    Owned{"pg_proc", "proowner"},
    Owned{"pg_operator", "oprowner"},
    Owned{"pg_opclass", "opcowner"},
    Owned{"pg_opfamily", "opfowner"},
    Owned{"pg_collation", "collowner"},
    Owned{"pg_conversion", "conowner"},
    Owned{"pg_language", "lanowner"},
    Owned{"pg_ts_config", "cfgowner"},
    Owned{"pg_ts_dict", "dictowner"},
    Owned{"pg_statistic_ext", "stxowner"},
    Owned{"pg_foreign_data_wrapper", "fdwowner"},
    Owned{"pg_foreign_server", "srvowner"},
    Owned{"pg_publication", "pubowner"},
    Owned{"pg_event_trigger", "evtowner"},
};

}  // namespace

void read_owners(Reading& reading) {
  for (const Owned& owned : all)
    reading.add_properties(owned.classid,
                           "SELECT o.oid, 'owner', '', quote_ident(pg_get_userbyid(o." +
                               std::string{owned.column} + ")) FROM " + std::string{owned.classid} +
                               " o " + std::string{owned.condition});
}

}  // namespace tenon::catalog
