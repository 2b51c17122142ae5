// What a database has, so that nothing is asked about what it lacks.
#include <fmt/format.h>

#include <tenon/catalog/reading.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tenon::catalog {
namespace {

/// Rows of a catalog table. Which kind of object each is, its type tells where the table has more.
struct Kind {
  ObjectKind kind;
  std::string_view classid;
  /// Values of the column that tells kinds apart.
  std::string_view codes{};
};

// 16384 is the first OID of an object that initdb did not make.
// https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT
constexpr std::array kinds{
    Kind{ObjectKind::access_method, "pg_am"},
    Kind{ObjectKind::aggregate, "pg_proc", "a"},
    Kind{ObjectKind::cast, "pg_cast"},
    Kind{ObjectKind::collation, "pg_collation"},
    Kind{ObjectKind::composite_type, "pg_class", "c"},
    Kind{ObjectKind::conversion, "pg_conversion"},
    Kind{ObjectKind::default_privileges, "pg_default_acl"},
    Kind{ObjectKind::domain, "pg_type", "d"},
    Kind{ObjectKind::event_trigger, "pg_event_trigger"},
    Kind{ObjectKind::extension, "pg_extension"},
    Kind{ObjectKind::foreign_data_wrapper, "pg_foreign_data_wrapper"},
    Kind{ObjectKind::foreign_server, "pg_foreign_server"},
    Kind{ObjectKind::function, "pg_proc", "fw"},
    Kind{ObjectKind::index, "pg_class", "m"},
    Kind{ObjectKind::language, "pg_language"},
    Kind{ObjectKind::materialized_view, "pg_class", "m"},
    Kind{ObjectKind::operator_, "pg_operator"},
    Kind{ObjectKind::operator_class, "pg_opclass"},
    Kind{ObjectKind::operator_family, "pg_opfamily"},
    Kind{ObjectKind::policy, "pg_policy"},
    Kind{ObjectKind::procedure, "pg_proc", "p"},
    Kind{ObjectKind::publication, "pg_publication"},
    Kind{ObjectKind::range_type, "pg_type", "r"},
    Kind{ObjectKind::rule, "pg_rewrite", "true"},
    Kind{ObjectKind::sequence, "pg_class", "S"},
    Kind{ObjectKind::statistics, "pg_statistic_ext"},
    Kind{ObjectKind::text_search_configuration, "pg_ts_config"},
    Kind{ObjectKind::text_search_dictionary, "pg_ts_dict"},
    Kind{ObjectKind::text_search_parser, "pg_ts_parser"},
    Kind{ObjectKind::text_search_template, "pg_ts_template"},
    Kind{ObjectKind::transform, "pg_transform"},
    Kind{ObjectKind::trigger, "pg_trigger", "false"},
    Kind{ObjectKind::view, "pg_class", "v"},
};

struct Class {
  std::string_view classid;
  /// The column that tells the kinds of rows apart, if there is more than one.
  std::string_view kind = "''";
  /// The column of the schema that a row is in. What is in none has an OID of its own.
  std::string_view schema{};
};

constexpr std::array classes{
    Class{"pg_class", "relkind", "relnamespace"},    Class{"pg_collation", "''", "collnamespace"},
    Class{"pg_conversion", "''", "connamespace"},    Class{"pg_opclass", "''", "opcnamespace"},
    Class{"pg_operator", "''", "oprnamespace"},      Class{"pg_opfamily", "''", "opfnamespace"},
    Class{"pg_proc", "prokind", "pronamespace"},     Class{"pg_rewrite", "(rulename <> '_RETURN')"},
    Class{"pg_statistic_ext", "''", "stxnamespace"}, Class{"pg_trigger", "tgisinternal"},
    Class{"pg_ts_config", "''", "cfgnamespace"},     Class{"pg_ts_dict", "''", "dictnamespace"},
    Class{"pg_ts_parser", "''", "prsnamespace"},     Class{"pg_ts_template", "''", "tmplnamespace"},
    Class{"pg_type", "typtype", "typnamespace"},
};

constexpr std::string_view granted = "granted";

// Objects that have other privileges than they are made with.
constexpr std::string_view granted_rows = R"sql(
UNION ALL SELECT 'pg_class'::regclass, oid, 'granted' FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
UNION ALL SELECT 'pg_class', attrelid, 'granted' FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid >= 16384
UNION ALL SELECT 'pg_proc', oid, 'granted' FROM pg_proc WHERE proacl IS NOT NULL AND oid >= 16384
UNION ALL SELECT 'pg_type', oid, 'granted' FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384
)sql";

std::string rows_of(std::string_view classid) {
  const auto known = std::ranges::find(classes, classid, &Class::classid);
  const Class one = known == classes.end() ? Class{classid} : *known;
  const std::string is_user_s = one.schema.empty()
                                    ? "oid >= 16384"
                                    : fmt::format("{} IN (SELECT oid FROM schemas)", one.schema);
  return fmt::format("SELECT '{0}'::regclass, oid, {1}::text FROM {0} WHERE {2}", classid, one.kind,
                     is_user_s);
}

}  // namespace

void read_present_kinds(Reading& reading) {
  std::set<std::string_view> asked;
  std::string rows;
  for (const Kind& kind : kinds)
    if (asked.insert(kind.classid).second)
      rows.append(rows.empty() ? "" : "\nUNION ALL ").append(rows_of(kind.classid));
  const std::string query = "\nSELECT DISTINCT classid, code FROM (\n" + rows +
                            std::string{granted_rows} +
                            ") r(classid, objid, code) WHERE (classid, objid) NOT IN "
                            "(SELECT classid, objid FROM members)";
  reading.each_row(query, [&reading](Fields& fields) {
    const auto& classid = fields.text();
    const auto& code = fields.text();
    if (code == granted) {
      reading.granted_classes.insert(classid);
      return;
    }
    reading.present_classes.insert(classid);
    for (const Kind& kind : kinds)
      if (kind.classid == classid &&
          (kind.codes.empty() || kind.codes.find(code) != kind.codes.npos))
        reading.present_kinds.insert(kind.kind);
  });
}

}  // namespace tenon::catalog
