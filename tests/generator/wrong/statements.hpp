// What annotations say in SQL beside tables, and views, where that is no use to ask a server.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table, row_security) Table {
  TENON(primary_key) std::int64_t id;
  timestamptz at;
  TENON_TABLE(policy("two", "names"));  // expect-error: [arguments] a policy has one name // expect-note: policy("name", using_sql("expression"))
  TENON_TABLE(policy("p", command("SELECT; DROP TABLE x")));  // expect-error: [statement] the texts make no statement: it is more than one statement // expect-note: it would be CREATE POLICY
  TENON_TABLE(trigger("t", "BEFORE UPDATE", for_each_statement));  // expect-error: [arguments] a trigger has a name, its events and a function // expect-note: execute("function()")
  TENON_TABLE(trigger("t", "SOMETIMES", execute("f()")));  // expect-error: [statement] the texts make no statement // expect-note: it would be CREATE TRIGGER
  TENON_TABLE(grant("SELECT", "INSERT"));  // expect-error: [arguments] a grant has privileges and roles // expect-note: grant("SELECT, INSERT", to("role"))
  TENON_TABLE(grant("SELECT ON x TO y; SELECT", to("z")));  // expect-error: [statement] the texts make no statement // expect-note: it would be GRANT
  TENON_TABLE(partition("p", "WHEREVER"));  // expect-error: [statement] the texts make no statement // expect-note: it would be CREATE TABLE
};

struct TENON(table) Words {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(policy("p", using_sql("true) WITH CHECK (true")));  // expect-error: [sql-fragment] the SQL in using_sql is no SQL expression // expect-note: write one SQL expression
  TENON_TABLE(storage_parameter("fillfactor", "70", "80"));  // expect-error: [arguments] storage_parameter has 3 arguments // expect-note: storage_parameter takes 2
};

struct TENON(table) Parameters {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(storage_parameter("fillfactor", 70), storage_parameter("fillfactor", 80));  // expect-error: [said-twice] the storage parameter fillfactor is said twice // expect-note: say it once
};

struct TENON(table) Partitioned {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(partition_by("sometimes", &Partitioned::id));  // expect-error: [arguments] partition_by says no way of partitioning // expect-note: partition_by("range", &Partitioned::…)
};

struct TENON(table) WithoutElements {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(partition_by("range", "list"));  // expect-error: [arguments] partition_by says no way of partitioning, or more than one // expect-note: partition_by("range", &WithoutElements::…)
};

struct TENON(view("SELECT 1 AS id")) View {
  std::int64_t id;
  TENON_TABLE(index(&View::id));  // expect-error: [index] a view has no indexes // expect-note: say materialized_view
  TENON_TABLE(storage_parameter(7, 7));  // expect-error: [arguments] a storage parameter has a name and a value // expect-note: storage_parameter("security_barrier", "true")
};

struct TENON(table) Comments {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(grant("SELECT ON x TO y --", to("z")));  // expect-error: [statement] a text has an SQL comment // expect-note: use a comment of C++
  TENON_TABLE(policy("p", command("SELECT /* all */")));  // expect-error: [statement] a text has an SQL comment // expect-note: use a comment of C++
};

struct TENON(table) Names {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(partition("a_name_that_is_longer_than_the_sixty_three_bytes_of_an_identifier", "DEFAULT"));  // expect-error: [long-name] the name in partition has 65 bytes // expect-note: PostgreSQL would cut it
  TENON_TABLE(trigger("a_name_that_is_longer_than_the_sixty_three_bytes_of_an_identifier", "BEFORE UPDATE", execute("f()")));  // expect-error: [long-name] the name in trigger has 65 bytes // expect-note: PostgreSQL would cut it
};

struct TENON(view("a_name_that_is_longer_than_the_sixty_three_bytes_of_an_identifier", "SELECT 1 AS id")) Long {  // expect-error: [long-name] the name in view has 65 bytes // expect-note: PostgreSQL would cut it
  std::int64_t id;
};

struct TENON(table) KeyWithoutPartition {
  TENON(primary_key) std::int64_t id;
  std::int64_t part;
  TENON_TABLE(partition_by("list", &KeyWithoutPartition::part));  // expect-error: [partition-key] the key key_without_partition_pkey lacks the partition column part // expect-note: add it to the key
};

struct TENON(view("SELECT 1; SELECT 2")) Two {  // expect-error: [statement] it is more than one statement // expect-note: it would be CREATE VIEW
  std::int64_t id;
};

struct TENON(view("SELECT 1 AS id"), unlogged) Unlogged {  // expect-error: [misplaced-annotation] unlogged cannot stand on a struct that is a view // expect-note: unlogged stands on a struct
  std::int64_t id;
};

struct TENON(materialized_view("SELECT 1 AS id")) Keyed {
  TENON(primary_key) std::int64_t id;  // expect-error: [misplaced-annotation] primary_key cannot stand on a member of a view // expect-note: primary_key stands on a member or in TENON_TABLE
};

struct TENON(view("SELECT 1 AS id")) Checked {
  std::int64_t id;
  TENON_TABLE(check("id > 0"));  // expect-error: [misplaced-annotation] check cannot stand in TENON_TABLE of a view // expect-note: check stands on a member or in TENON_TABLE
};

struct TENON(table) Refers {
  TENON(primary_key, references<View>()) std::int64_t id;  // expect-error: [no-table] fixture::View // expect-note: table
};

}  // namespace fixture
