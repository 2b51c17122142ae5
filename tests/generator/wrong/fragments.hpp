// SQL that is not exactly one fragment of its kind, and would say more of the statement that it is
// put into, or keep it from running.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

inline constexpr char two_statements[] = "x > 1; drop table t";
inline constexpr auto shared = check("x > 0 -- positive");

struct TENON(table) Expressions {
  TENON(primary_key) std::int64_t id;
  TENON(check("1 > 0), check (2 > 1")) std::int32_t closed;  // expect-error: [sql-fragment] the SQL in check is no SQL expression: syntax error at or near ")" // expect-note: as in check("price > 0")
  TENON(check("a) + (b")) std::int32_t reopened;  // expect-error: [sql-fragment] the SQL in check is no SQL expression: syntax error at or near ")"
  TENON(check("x > 0 -- positive")) std::int32_t commented;  // expect-error: [sql-fragment] the SQL in check has a comment // expect-note: write the comment in C++
  TENON(check("x > /* 0 */ 1")) std::int32_t inside;  // expect-error: [sql-fragment] the SQL in check has a comment
  TENON(check("x > 0) ; --")) std::int32_t ended;  // expect-error: [sql-fragment] the SQL in check has a comment
  TENON(check("x = 'a")) std::int32_t quote;  // expect-error: [sql-fragment] the SQL in check is no SQL expression: unterminated quoted string at or near "'a"
  TENON(check("\"x = 1")) std::int32_t name_quote;  // expect-error: [sql-fragment] unterminated quoted identifier
  TENON(check("x = $$a")) std::int32_t dollar_quote;  // expect-error: [sql-fragment] unterminated dollar-quoted string
  TENON(check("größe\n>")) std::int32_t short_;  // expect-error: [sql-fragment] the SQL in check is no SQL expression: it ends too early
  TENON(check("x > 'one\ntwo")) std::int32_t lines;  // expect-error: [sql-fragment] unterminated quoted string at or near "'one two"
  TENON(check("a, b")) std::int32_t two;  // expect-error: [sql-fragment] syntax error at or near ","
  TENON(check("a AS b")) std::int32_t named;  // expect-error: [sql-fragment] syntax error at or near "AS"
  TENON(check("SELECT 1")) std::int32_t query;  // expect-error: [sql-fragment] syntax error at or near "SELECT"
  TENON(check("named", "x;")) std::int32_t with_name;  // expect-error: [sql-fragment] syntax error at or near ";"
  TENON(check("x THEN 1 WHEN y")) std::int32_t of_frame;  // expect-error: [sql-fragment] the SQL in check is not one SQL expression alone
  TENON(check("x THEN 1 END, CASE WHEN y")) std::int32_t two_frames;  // expect-error: [sql-fragment] the SQL in check is not one SQL expression alone
  TENON(check(two_statements)) std::int32_t of_constant;  // expect-error: [sql-fragment] syntax error at or near ";"
  TENON(shared) std::int32_t of_annotation;  // expect-error: [sql-fragment] the SQL in check has a comment
  TENON(default_sql("1 -- c")) std::int32_t d1;  // expect-error: [sql-fragment] the SQL in default_sql has a comment
  TENON(default_sql("1 NOT NULL")) std::int32_t d2;  // expect-error: [sql-fragment] the SQL in default_sql is no SQL expression
  TENON(generated("id) STORED, x int GENERATED ALWAYS AS (id")) std::int64_t g;  // expect-error: [sql-fragment] the SQL in generated is no SQL expression
  TENON(using_sql("x::int, DROP COLUMN y")) std::int32_t u;  // expect-error: [sql-fragment] the SQL in using_sql is no SQL expression
  TENON(index(where("x>1; drop table t"))) std::int32_t i;  // expect-error: [sql-fragment] the SQL in where is no SQL expression: syntax error at or near ";"
};

struct TENON(table) Types {
  TENON(primary_key) std::int64_t id;
  TENON(sql_type("serial")) std::int32_t s1;  // expect-error: [sql-fragment] serial is no type // expect-note: write TENON(identity)
  TENON(sql_type("bigserial")) std::int64_t s2;  // expect-error: [sql-fragment] serial is no type
  TENON(sql_type("SMALLSERIAL")) std::int16_t s3;  // expect-error: [sql-fragment] serial is no type
  TENON(sql_type("\"serial8\"")) std::int64_t s4;  // expect-error: [sql-fragment] serial is no type
  TENON(sql_type("serial2")) std::int16_t s5;  // expect-error: [sql-fragment] serial is no type
  TENON(sql_type("serial4")) std::int32_t s6;  // expect-error: [sql-fragment] serial is no type
  TENON(sql_type("int default 5")) std::int32_t t1;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone // expect-note: as in sql_type("numeric(12, 2)")
  TENON(sql_type("int unique")) std::int32_t t2;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("int not null")) std::int32_t t3;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("text collate \"C\"")) std::string t4;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("setof int")) std::int32_t t5;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("int, t integer")) std::int32_t t6;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("int) with (fillfactor = 70")) std::int32_t t7;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("int); drop table x; create table y (z int")) std::int32_t t8;  // expect-error: [sql-fragment] the SQL in sql_type is not one SQL type alone
  TENON(sql_type("int); drop table x; --")) std::int32_t t9;  // expect-error: [sql-fragment] the SQL in sql_type has a comment
  TENON(sql_type("'text'")) std::string t10;  // expect-error: [sql-fragment] the SQL in sql_type is no SQL type: syntax error at or near "'text'"
  TENON(collate("\"C\" UNIQUE")) std::string c1;  // expect-error: [sql-fragment] the SQL in collate is not one collation alone // expect-note: as in collate("\"C\"")
  TENON(collate("\"C\" COLLATE \"D\"")) std::string c2;  // expect-error: [sql-fragment] the SQL in collate is no collation: multiple COLLATE clauses
  TENON(collate("'C'")) std::string c3;  // expect-error: [sql-fragment] the SQL in collate is no collation: syntax error at or near "'C'"
};

struct TENON(table) Elements {
  TENON(primary_key) std::int64_t id;
  TENON(index(key(collate("\"C\" desc")))) std::string a;  // expect-error: [sql-fragment] the SQL in collate is no collation
  TENON(index(key(operator_class("text_ops, id")))) std::string b;  // expect-error: [sql-fragment] the SQL in operator_class is not one operator class alone // expect-note: as in operator_class("text_pattern_ops")
  TENON(index(desc(operator_class("text_ops desc")))) std::string c;  // expect-error: [sql-fragment] the SQL in operator_class is not one operator class alone
  TENON(index(key(operator_class("desc")))) std::string d;  // expect-error: [sql-fragment] the SQL in operator_class is not one operator class alone
  TENON(index(key(operator_class(" ")))) std::string d2;  // expect-error: [sql-fragment] the SQL in operator_class is not one operator class alone
  TENON(index(asc(operator_class("text_ops) where (true")))) std::string e;  // expect-error: [sql-fragment] the SQL in operator_class is not one operator class alone
  TENON(index(storage_parameter("fillfactor = 70, deduplicate_items", "on"))) std::string f;  // expect-error: [sql-fragment] the SQL in storage_parameter is not one storage parameter alone // expect-note: as in storage_parameter("fillfactor", 70)
  TENON(index(storage_parameter("fillfactor = 70) where (true); --", 1))) std::string g;  // expect-error: [sql-fragment] the SQL in storage_parameter has a comment
  TENON(index(storage_parameter("fillfactor", "1.2.3"))) std::string h;  // expect-error: [sql-fragment] the SQL in storage_parameter is no storage parameter: syntax error
};

struct TENON(table) Statements {
  TENON(primary_key) std::int64_t a;
  TENON_TABLE(check("a) + (a"));  // expect-error: [sql-fragment] the SQL in check is no SQL expression
  TENON_TABLE(index(expression("lower(b)), (c")));  // expect-error: [sql-fragment] the SQL in expression is no SQL expression
  TENON_TABLE(index(&Statements::a, where("a > 1 TABLESPACE x")));  // expect-error: [sql-fragment] the SQL in where is no SQL expression
  TENON_TABLE(exclude(with(&Statements::a, "=); drop table t;--")));  // expect-error: [sql-fragment] the SQL in with has a comment
  TENON_TABLE(exclude(with(&Statements::a, "=); drop table t; create table x (exclude (c with =")));  // expect-error: [sql-fragment] the SQL in with is no operator
  TENON_TABLE(exclude(with(&Statements::a, "=, b WITH =")));  // expect-error: [sql-fragment] the SQL in with is not one operator alone // expect-note: as in with(&Booking::room, "=")
  TENON_TABLE(exclude(with(&Statements::a, "=) WHERE (true")));  // expect-error: [sql-fragment] the SQL in with is not one operator alone
  TENON_TABLE(exclude(with(&Statements::a, "AND")));  // expect-error: [sql-fragment] the SQL in with is no operator: syntax error at or near "AND"
  TENON_TABLE(exclude(with(expression("a) WITH =, (a"), "=")));  // expect-error: [sql-fragment] the SQL in expression is no SQL expression
  TENON_TABLE(exclude(with(&Statements::a, "="), where("true) INITIALLY DEFERRED CHECK (true")));  // expect-error: [sql-fragment] the SQL in where is no SQL expression
};

}  // namespace fixture
