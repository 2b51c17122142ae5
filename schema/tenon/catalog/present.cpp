// What there is to be read in a database, so that nothing is asked about what is not.
#include <tenon/catalog/present.hpp>

#include <array>

namespace tenon::catalog {
namespace {

/// Rows of a catalog table. Which kind of object each is, its type tells where the table has more.
struct Kind {
  ObjectKind kind;
  std::string_view class_name;
  /// Values of the column that tells kinds apart.
  std::string_view codes{};
};

constexpr std::array kinds_of_rows{
    Kind{ObjectKind::access_method, "pg_am"},
    Kind{ObjectKind::aggregate, "pg_proc", "a"},
    Kind{ObjectKind::cast, "pg_cast"},
    Kind{ObjectKind::collation, "pg_collation"},
    Kind{ObjectKind::composite_type, "pg_class", "c"},
    Kind{ObjectKind::conversion, "pg_conversion"},
    Kind{ObjectKind::default_privileges, "pg_default_acl"},
    Kind{ObjectKind::domain, "pg_type", "d"},
    Kind{ObjectKind::enum_type, "pg_type", "e"},
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
    Kind{ObjectKind::rule, "pg_rewrite"},
    Kind{ObjectKind::sequence, "pg_class", "S"},
    Kind{ObjectKind::statistics, "pg_statistic_ext"},
    Kind{ObjectKind::text_search_configuration, "pg_ts_config"},
    Kind{ObjectKind::text_search_dictionary, "pg_ts_dict"},
    Kind{ObjectKind::text_search_parser, "pg_ts_parser"},
    Kind{ObjectKind::text_search_template, "pg_ts_template"},
    Kind{ObjectKind::transform, "pg_transform"},
    Kind{ObjectKind::trigger, "pg_trigger"},
    Kind{ObjectKind::view, "pg_class", "v"},
};

}  // namespace

void Present::add(std::string_view class_name, char code, bool is_granted) {
  classes.emplace(class_name);
  if (is_granted) granted_classes.emplace(class_name);
  for (const Kind& kind : kinds_of_rows)
    if (kind.class_name == class_name &&
        (kind.codes.empty() || (code != '\0' && kind.codes.find(code) != kind.codes.npos)))
      kinds.insert(kind.kind);
}

}  // namespace tenon::catalog
