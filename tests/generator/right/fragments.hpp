// SQL in annotations, as odd as PostgreSQL allows.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

inline constexpr char lower[] = "lower(pg_catalog.btrim(plain))";

enum class TENON(enum_type("Odd Type"), schema("Odd Schema")) Odd { a, b };

struct TENON(table) Types {
  TENON(primary_key) std::int64_t id;
  TENON(sql_type("numeric(12, 2)")) std::string modifiers;
  TENON(sql_type("int[3][]")) void* arrays;
  TENON(sql_type("integer ARRAY[4]")) void* array_word;
  TENON(sql_type("pg_catalog.varchar(5)[]")) void* of_schema;
  TENON(sql_type("\"Odd Schema\".\"Odd Type\"[]")) void* quoted;
  TENON(sql_type("\"char\"")) void* quoted_char;
  TENON(sql_type("interval day to second")) void* fields;
  TENON(sql_type("interval second(3)")) void* precision;
  TENON(sql_type("double precision")) double two_words;
  TENON(sql_type("timestamp with time zone")) void* four_words;
  TENON(sql_type("time(3) without time zone[]")) void* all;
  TENON(sql_type("CHARACTER VARYING (5)")) void* capitals;
  TENON(sql_type("bit varying(3)")) void* bits;
  TENON(sql_type("U&\"t\\0065xt\"")) void* escaped;
  TENON(sql_type(" int\n")) void* spaces;
  TENON(collate("\"C\"")) std::string collated;
  TENON(collate("pg_catalog.\"C\"")) std::string collated_by_schema;
  TENON(collate("\"de-x-icu\"")) std::string german;
};

struct TENON(table) Expressions {
  TENON(primary_key) std::int64_t id;
  std::string plain;
  TENON(default_sql("now()")) timestamptz at;
  TENON(default_sql("CURRENT_TIMESTAMP")) timestamptz word;
  TENON(default_sql("CURRENT_TIMESTAMP(3) AT TIME ZONE 'utc'")) timestamp moment;
  TENON(sql_type("jsonb"), default_sql("'{}'::jsonb")) void* cast;
  TENON(default_sql("CAST('1' AS integer)")) std::int32_t cast_word;
  TENON(default_sql("E'it\\'s -- \\n'")) std::string escapes;
  TENON(default_sql("$$it's ; -- /* $$")) std::string dollars;
  TENON(default_sql("$a$ $$ $a$")) std::string tagged;
  TENON(default_sql("U&'\\0061'")) std::string unicode;
  TENON(default_sql("'one'\n'two'")) std::string lines;
  TENON(default_sql("ARRAY['a', 'b']::text[]"), sql_type("text[]")) void* array;
  TENON(default_sql("- 1")) std::int32_t minus;
  TENON(default_sql("(1)")) std::int32_t parentheses;
  TENON(default_sql("CASE WHEN true THEN 1 ELSE 2 END")) std::int32_t choice;
  // In a column's definition these need parentheses.
  TENON(default_sql("NOT(true)")) bool negated;
  TENON(default_sql("'a'LIKE'b'")) bool alike;
  TENON(default_sql("true=NOT(true)")) bool equal;
  TENON(default_sql("E'\\'' IS NULL")) bool missing;
  TENON(default_sql("$$'$$ IS NULL")) bool missing_too;
  TENON(generated("lower(plain) || $$;$$")) std::string computed;
  TENON(renamed_from("before"), using_sql("CASE WHEN before ~ '^\\d+$' THEN before::integer END")) std::int32_t converted;
  TENON(check("checked <> ';' AND checked <> '--' AND checked <> ')'")) std::string checked;
  TENON(check("called", "\"named\" OPERATOR(pg_catalog.<>) ALL (ARRAY['a'])")) std::string named;
  TENON(check("a IN (1, 2) AND a BETWEEN 0 AND 5 AND (a, id) IS NOT NULL")) std::int32_t a;
  TENON(check("expressions.* IS NOT NULL")) std::int32_t whole_row;
  TENON(index(where("b > 1 AND NOT b = 5"))) std::int32_t b;
};

struct TENON(table) Elements {
  TENON(primary_key) std::int64_t id;
  std::string plain;
  range<std::int32_t> during;
  TENON_TABLE(index(expression(lower)), index(expression("plain || ')'")), index(expression("(id, 1) = (2, 3)")));
  TENON_TABLE(index(key(&Elements::plain, collate("pg_catalog.\"C\""), operator_class("pg_catalog.text_pattern_ops"), desc)));
  TENON_TABLE(index(key(expression("to_tsvector('simple', plain)"), operator_class("tsvector_ops(siglen = 100)")), method("gist")));
  TENON_TABLE(index(&Elements::id, storage_parameter("fillfactor", "70"), storage_parameter("deduplicate_items", "OFF"), name("parameters")));
  TENON_TABLE(exclude(with(&Elements::during, "&&"), with(expression("int4range(1, 2)"), "-|-"), method("gist")));
  TENON_TABLE(exclude(with(&Elements::id, "OPERATOR(pg_catalog.=)"), with(expression("id + 1"), "pg_catalog.="), method("btree"), name("operators")));
};

}  // namespace fixture
