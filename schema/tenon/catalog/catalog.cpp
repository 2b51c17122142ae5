// Reads a catalog in one consistent view.
#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/reading.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenon {
namespace {

/// `names` as the text of a PostgreSQL array.
/// https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
std::string array_of(const std::vector<std::string>& names) {
  std::string text = "{";
  for (const auto& name : names) {
    if (text.size() > 1) text += ',';
    text += '"';
    for (const char c : name) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + "}";
}

/// One view of the catalog for all queries, and one way of printing: these settings change what
/// pg_get_expr() and format_type() return.
constexpr const char* begin = R"sql(
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = public;
SET LOCAL quote_all_identifiers = off;
SET LOCAL standard_conforming_strings = on;
SET LOCAL timezone = 'UTC';
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = 'postgres';
SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1;
SET LOCAL jit = off
)sql";

void read_all(catalog::Reading& reading) {
  read_schemas(reading);
  read_enums(reading);
  read_tables(reading);
  read_columns(reading);
  read_constraints(reading);
  read_indexes(reading);
  read_index_elements(reading);
  read_extensions(reading);
  read_unmodelled_objects(reading);
  read_unmodelled_properties(reading);
  std::ranges::sort(reading.catalog.unmodelled);
}

}  // namespace

Catalog read_catalog(Connection& connection, const CatalogOptions& options) {
  const int version = connection.server_version();
  if (version < 130000) {
    throw std::runtime_error{"the server is PostgreSQL " + std::to_string(version / 10000) +
                             "; Tenon reads the catalogs of 13 and later"};
  }
  catalog::Reading reading{connection, version, array_of(options.ignored_schemas), {}, {}, {}, {}};
  connection.execute(begin);
  try {
    read_all(reading);
  } catch (const ConnectionError&) {
    throw;
  } catch (...) {
    connection.execute("ROLLBACK");
    throw;
  }
  connection.execute("COMMIT");
  return std::move(reading.catalog);
}

}  // namespace tenon
