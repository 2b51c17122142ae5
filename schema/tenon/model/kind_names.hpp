// The names of the kinds of objects and properties, for JSON, for messages and for the catalog.
#pragma once

#include <tenon/model/model.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace tenon {

inline constexpr std::array object_kind_names{
    std::pair{ObjectKind::schema, std::string_view{"schema"}},
    std::pair{ObjectKind::enum_type, std::string_view{"enum"}},
    std::pair{ObjectKind::table, std::string_view{"table"}},
    std::pair{ObjectKind::column, std::string_view{"column"}},
    std::pair{ObjectKind::constraint, std::string_view{"constraint"}},
    std::pair{ObjectKind::index, std::string_view{"index"}},
    std::pair{ObjectKind::default_value, std::string_view{"default value"}},
    std::pair{ObjectKind::access_method, std::string_view{"access method"}},
    std::pair{ObjectKind::aggregate, std::string_view{"aggregate"}},
    std::pair{ObjectKind::cast, std::string_view{"cast"}},
    std::pair{ObjectKind::collation, std::string_view{"collation"}},
    std::pair{ObjectKind::composite_type, std::string_view{"composite type"}},
    std::pair{ObjectKind::conversion, std::string_view{"conversion"}},
    std::pair{ObjectKind::default_privileges, std::string_view{"default privileges"}},
    std::pair{ObjectKind::domain, std::string_view{"domain"}},
    std::pair{ObjectKind::event_trigger, std::string_view{"event trigger"}},
    std::pair{ObjectKind::extension, std::string_view{"extension"}},
    std::pair{ObjectKind::foreign_data_wrapper, std::string_view{"foreign data wrapper"}},
    std::pair{ObjectKind::foreign_server, std::string_view{"foreign server"}},
    std::pair{ObjectKind::foreign_table, std::string_view{"foreign table"}},
    std::pair{ObjectKind::function, std::string_view{"function"}},
    std::pair{ObjectKind::language, std::string_view{"language"}},
    std::pair{ObjectKind::materialized_view, std::string_view{"materialized view"}},
    std::pair{ObjectKind::operator_, std::string_view{"operator"}},
    std::pair{ObjectKind::operator_class, std::string_view{"operator class"}},
    std::pair{ObjectKind::operator_family, std::string_view{"operator family"}},
    std::pair{ObjectKind::policy, std::string_view{"policy"}},
    std::pair{ObjectKind::procedure, std::string_view{"procedure"}},
    std::pair{ObjectKind::publication, std::string_view{"publication"}},
    std::pair{ObjectKind::range_type, std::string_view{"range type"}},
    std::pair{ObjectKind::rule, std::string_view{"rule"}},
    std::pair{ObjectKind::sequence, std::string_view{"sequence"}},
    std::pair{ObjectKind::statistics, std::string_view{"statistics"}},
    std::pair{ObjectKind::text_search_configuration, std::string_view{"text search configuration"}},
    std::pair{ObjectKind::text_search_dictionary, std::string_view{"text search dictionary"}},
    std::pair{ObjectKind::text_search_parser, std::string_view{"text search parser"}},
    std::pair{ObjectKind::text_search_template, std::string_view{"text search template"}},
    std::pair{ObjectKind::transform, std::string_view{"transform"}},
    std::pair{ObjectKind::trigger, std::string_view{"trigger"}},
    std::pair{ObjectKind::view, std::string_view{"view"}}};

inline constexpr std::array property_kind_names{
    std::pair{PropertyKind::access_method, std::string_view{"access method"}},
    std::pair{PropertyKind::attribute, std::string_view{"attribute"}},
    std::pair{PropertyKind::clustered_on, std::string_view{"clustered on"}},
    std::pair{PropertyKind::comment, std::string_view{"comment"}},
    std::pair{PropertyKind::column_compression, std::string_view{"column compression"}},
    std::pair{PropertyKind::column_default, std::string_view{"column default"}},
    std::pair{PropertyKind::column_foreign_option, std::string_view{"column foreign option"}},
    std::pair{PropertyKind::column_option, std::string_view{"column option"}},
    std::pair{PropertyKind::column_statistics, std::string_view{"column statistics"}},
    std::pair{PropertyKind::column_storage, std::string_view{"column storage"}},
    std::pair{PropertyKind::domain_check, std::string_view{"domain check"}},
    std::pair{PropertyKind::domain_default, std::string_view{"domain default"}},
    std::pair{PropertyKind::domain_not_null, std::string_view{"domain not null"}},
    std::pair{PropertyKind::firing, std::string_view{"firing"}},
    std::pair{PropertyKind::foreign_option, std::string_view{"foreign option"}},
    std::pair{PropertyKind::foreign_server, std::string_view{"foreign server"}},
    std::pair{PropertyKind::forced_row_security, std::string_view{"forced row security"}},
    std::pair{PropertyKind::index_partition, std::string_view{"index partition"}},
    std::pair{PropertyKind::index_statistics, std::string_view{"index statistics"}},
    std::pair{PropertyKind::index_tablespace, std::string_view{"index tablespace"}},
    std::pair{PropertyKind::inherits, std::string_view{"inherits"}},
    std::pair{PropertyKind::of_type, std::string_view{"of type"}},
    std::pair{PropertyKind::owned_by, std::string_view{"owned by"}},
    std::pair{PropertyKind::owner, std::string_view{"owner"}},
    std::pair{PropertyKind::partition_key, std::string_view{"partition key"}},
    std::pair{PropertyKind::partition_of, std::string_view{"partition of"}},
    std::pair{PropertyKind::partition_trigger, std::string_view{"partition trigger"}},
    std::pair{PropertyKind::policy_check, std::string_view{"policy check"}},
    std::pair{PropertyKind::policy_roles, std::string_view{"policy roles"}},
    std::pair{PropertyKind::policy_using, std::string_view{"policy using"}},
    std::pair{PropertyKind::privileges, std::string_view{"privileges"}},
    std::pair{PropertyKind::publishes, std::string_view{"publishes"}},
    std::pair{PropertyKind::replica_identity, std::string_view{"replica identity"}},
    std::pair{PropertyKind::row_security, std::string_view{"row security"}},
    std::pair{PropertyKind::sequence_options, std::string_view{"sequence options"}},
    std::pair{PropertyKind::statistics_target, std::string_view{"statistics target"}},
    std::pair{PropertyKind::storage_parameter, std::string_view{"storage parameter"}},
    std::pair{PropertyKind::tablespace, std::string_view{"tablespace"}},
    std::pair{PropertyKind::text_search_mapping, std::string_view{"text search mapping"}},
    std::pair{PropertyKind::unlogged, std::string_view{"unlogged"}},
    std::pair{PropertyKind::version, std::string_view{"version"}}};

[[nodiscard]] constexpr std::string_view name_of(ObjectKind kind) {
  for (const auto& [known, name] : object_kind_names)
    if (known == kind) return name;
  return {};
}

[[nodiscard]] constexpr std::string_view name_of(PropertyKind kind) {
  for (const auto& [known, name] : property_kind_names)
    if (known == kind) return name;
  return {};
}

}  // namespace tenon
