// pg_sequence: https://www.postgresql.org/docs/current/catalog-pg-sequence.html
#include <fmt/format.h>

#include <tenon/catalog/reading.hpp>

#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

namespace tenon::catalog {
namespace {

constexpr std::string_view sequences = R"sql(
SELECT c.oid, s.nspname, c.relname, '',
       'CREATE SEQUENCE ' || c.oid::regclass, NULL
FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
WHERE c.relkind = 'S'
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname
)sql";

/// The column is that which owns the sequence ('a') or of which it is the identity ('i').
constexpr std::string_view properties = R"sql(
SELECT q.seqrelid, d.deptype, d.refobjid, d.refobjsubid,
       d.refobjid::regclass || '.' || quote_ident(a.attname), format_type(q.seqtypid, NULL),
       q.seqincrement, q.seqmin, q.seqmax, q.seqstart, q.seqcache, q.seqcycle
FROM pg_sequence q
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = q.seqrelid
  AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
)sql";

struct Options {
  std::string type;
  std::int64_t increment, low, high, start, cache;
  bool cycles;
};

Options read_options(Fields& fields) {
  Options options;
  options.type = fields.text();
  for (auto* const number :
       {&options.increment, &options.low, &options.high, &options.start, &options.cache})
    *number = fields.bigint();
  options.cycles = fields.boolean();
  return options;
}

/// What CREATE SEQUENCE would choose by itself.
/// https://www.postgresql.org/docs/current/sql-createsequence.html
struct Limits {
  explicit Limits(const Options& options) {
    const std::int64_t most = options.type == "smallint" ? std::numeric_limits<std::int16_t>::max()
                              : options.type == "integer"
                                  ? std::numeric_limits<std::int32_t>::max()
                                  : std::numeric_limits<std::int64_t>::max();
    low = options.increment > 0 ? 1 : -most - 1;
    high = options.increment > 0 ? most : -1;
  }
  std::int64_t low, high;
};

/// Whether it would choose all of them, but perhaps the type.
bool are_usual(const Options& options) {
  const Limits usual{options};
  return options.increment == 1 && options.low == usual.low && options.high == usual.high &&
         options.start == usual.low && options.cache == 1 && !options.cycles;
}

/// All but the type.
std::string text_of(const Options& options) {
  const Limits usual{options};
  const auto limit = [](std::string_view name, std::int64_t value, std::int64_t usual_value) {
    return value == usual_value ? fmt::format("NO {}", name) : fmt::format("{} {}", name, value);
  };
  return fmt::format("INCREMENT BY {} {} {} START WITH {} CACHE {} {}", options.increment,
                     limit("MINVALUE", options.low, usual.low),
                     limit("MAXVALUE", options.high, usual.high), options.start, options.cache,
                     options.cycles ? "CYCLE" : "NO CYCLE");
}

void add_properties_of_sequence(Reading& reading, Fields& fields) {
  Model& model = reading.catalog.model;
  const Place* sequence = reading.find_place({"pg_class", fields.oid()});
  const char dependency = fields.optional_text().value_or(" ").front();
  const auto table = fields.optional_oid().value_or(0);
  const int number = fields.optional_number().value_or(0);
  auto column = fields.optional_text();
  const Options options = read_options(fields);
  if (dependency == 'i') {
    // The type is that of the column.
    const Place* of = reading.find_place({"pg_class", table, number});
    if (of != nullptr && !are_usual(options))
      model.tables[of->at].columns[of->member].identity_options = text_of(options);
  }
  if (sequence == nullptr) return;
  auto& said = *properties_at(*sequence, model);
  if (dependency == 'a' && column) said.push_back({PropertyKind::owned_by, "", std::move(*column)});
  if (options.type != "bigint" || !are_usual(options))
    said.push_back(
        {PropertyKind::sequence_options, "", "AS " + options.type + " " + text_of(options)});
}

}  // namespace

void read_sequences(Reading& reading) {
  reading.add_definitions(ObjectKind::sequence, "pg_class", sequences);
  if (reading.scope.present.kinds.contains(ObjectKind::sequence))
    reading.each_row(properties,
                     [&reading](Fields& fields) { add_properties_of_sequence(reading, fields); });
}

}  // namespace tenon::catalog
