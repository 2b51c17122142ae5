// pg_constraint: https://www.postgresql.org/docs/current/catalog-pg-constraint.html
#include <tenon/catalog/reading.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tenon::catalog {
namespace {

ReferentialAction action(char code) {
  switch (code) {
    case 'a':
      return ReferentialAction::no_action;
    case 'r':
      return ReferentialAction::restrict;
    case 'c':
      return ReferentialAction::cascade;
    case 'n':
      return ReferentialAction::set_null;
    case 'd':
      return ReferentialAction::set_default;
    default:
      throw std::runtime_error{std::string{"pg_constraint has an unknown referential action: "} +
                               code};
  }
}

Deferrability deferrability(bool deferrable, bool deferred) {
  if (!deferrable) return Deferrability::not_deferrable;
  return deferred ? Deferrability::initially_deferred : Deferrability::deferrable;
}

/// Reads the rows of constraints. What the indexes behind them have comes with the indexes.
class ConstraintReader {
 public:
  explicit ConstraintReader(Reading& reading) : reading_{reading} {}

  void add(Fields& fields) {
    const ObjectAddress address{"pg_constraint", fields.oid()};
    const Oid table_oid = fields.oid();
    const auto of = reading_.place({"pg_class", table_oid}).at;
    auto& constraints = reading_.catalog.model.tables[of].constraints;
    reading_.add_place(address, {Place::In::constraints, of, constraints.size()});
    Constraint constraint;
    constraint.name = fields.text();
    const char kind = fields.character();
    const bool deferrable = fields.boolean();
    constraint.deferrability = deferrability(deferrable, fields.boolean());
    const bool not_valid = fields.boolean();
    constraint.is_inherited = fields.boolean();
    constraint.not_enforced = fields.boolean();
    constraint.not_valid = not_valid && !constraint.not_enforced;
    constraint.is_temporal = fields.boolean();
    constraint.definition = definition(kind, table_oid, fields);
    constraints.push_back(std::move(constraint));
  }

 private:
  /// `fields` stands before what belongs to the kinds, in the order of the query.
  decltype(Constraint::definition) definition(char kind, Oid table_oid, Fields& fields) const {
    // A check may also speak of whole rows (0) and of system columns (below).
    const auto numbers = fields.numbers();
    auto columns = kind == 'p' || kind == 'u' || kind == 'f' ? column_names(table_oid, numbers)
                                                             : std::vector<std::string>{};
    const auto expression = fields.optional_expression();
    const bool no_inherit = fields.boolean();
    switch (kind) {
      case 'p':
        return PrimaryKey{.columns = std::move(columns), .include = {}};
      case 'u':
        return UniqueConstraint{.columns = std::move(columns), .include = {}};
      case 'c':
        return CheckConstraint{not_null(expression), no_inherit};
      case 'x':
        return ExclusionConstraint{};
      case 'f':
        return foreign_key(table_oid, std::move(columns), fields);
      default:
        throw std::runtime_error{std::string{"pg_constraint has an unknown kind: "} + kind};
    }
  }

  ForeignKey foreign_key(Oid table_oid, std::vector<std::string> columns, Fields& fields) const {
    ForeignKey key;
    key.columns = std::move(columns);
    key.match_full = fields.character() == 'f';
    key.on_delete = action(fields.character());
    key.on_update = action(fields.character());
    key.on_delete_columns = column_names(table_oid, fields.numbers());
    const Oid referenced = fields.oid();
    const auto numbers = fields.numbers();
    // read_unread_tables() has what is not.
    if (const Place* place = reading_.find_place({"pg_class", referenced})) {
      key.referenced_table = reading_.catalog.model.tables[place->at].name;
      key.referenced_columns = column_names(referenced, numbers);
    }
    return key;
  }

  std::vector<std::string> column_names(Oid table_oid, const std::vector<int>& numbers) const {
    std::vector<std::string> columns;
    columns.reserve(numbers.size());
    for (const int number : numbers) {
      const Place& place = reading_.place({"pg_class", table_oid, number});
      columns.push_back(reading_.catalog.model.tables[place.at].columns[place.member].name);
    }
    return columns;
  }

  Reading& reading_;
};

/// Foreign keys to tables that are not among those read, and their columns in the order of the
/// keys.
void read_unread_tables(Reading& reading) {
  reading.each_row(
      R"sql(
SELECT c.oid, n.nspname, f.relname, a.attname
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.conparentid = 0
  AND c.confrelid NOT IN (SELECT oid FROM tables)
JOIN pg_class f ON f.oid = c.confrelid
JOIN pg_namespace n ON n.oid = f.relnamespace
CROSS JOIN LATERAL unnest(c.confkey) WITH ORDINALITY u(attnum, place)
JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = u.attnum
ORDER BY c.oid, u.place
)sql",
      [&reading](Fields& fields) {
        auto& key = std::get<ForeignKey>(reading.constraint(fields.oid()).definition);
        key.referenced_table = fields.qualified_name();
        key.referenced_columns.push_back(fields.text());
      });
}

}  // namespace

void read_constraints(Reading& reading) {
  // NOT NULL is a constraint ('n') since PostgreSQL 18 and belongs to the column; constraint
  // triggers ('t') are triggers. A foreign key to a partitioned table has a row for each partition.
  const std::string not_enforced = reading.version >= 180000 ? "NOT c.conenforced" : "false";
  const std::string columns_to_set = reading.version >= 150000 ? "c.confdelsetcols" : "NULL";
  const std::string temporal = reading.version >= 180000 ? "c.conperiod" : "false";
  reading.each_row(R"sql(
SELECT c.oid, c.conrelid, c.conname, c.contype, c.condeferrable, c.condeferred, NOT c.convalidated,
       NOT c.conislocal AND c.contype = 'c', )sql" +
                       not_enforced + ", " + temporal + R"sql(,
       c.conkey, CASE c.contype WHEN 'c' THEN pg_get_expr(c.conbin, c.conrelid) END, c.connoinherit,
       c.confmatchtype, c.confdeltype, c.confupdtype,
       )sql" + columns_to_set +
                       R"sql(, c.confrelid, c.confkey
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid
WHERE c.contype NOT IN ('n', 't') AND (c.conparentid = 0 OR c.contype <> 'f')
ORDER BY c.conname
)sql",
                   [reader = ConstraintReader{reading}](Fields& fields) mutable {
                     reader.add(fields);
                   });
  if (reading.scope.present.has_unread_tables) read_unread_tables(reading);
}

}  // namespace tenon::catalog
