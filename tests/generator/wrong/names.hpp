// Names and texts that PostgreSQL would not take, would cut or keeps for itself.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table("")) EmptyName {  // expect-error: [text] the text in table is empty
  TENON(primary_key) std::int64_t id;
};
struct TENON(table("a table name of sixty-four bytes, which is one more than can fit")) LongName {  // expect-error: [long-name] the text in table has 64 bytes
  TENON(primary_key) std::int64_t id;
};
struct TENON(table) ANameOfAStructThatBecomesLongerThanSixtyThreeBytesInSnakeCase {  // expect-error: [long-name] the name of ANameOfAStruct
  TENON(primary_key) std::int64_t id;
};
struct TENON(table, schema("pg_mine")) OfPostgres {  // expect-error: [reserved-name] the schema pg_mine is PostgreSQL's own
  TENON(primary_key) std::int64_t id;
};
struct TENON(table, schema("information_schema")) OfTheStandard {  // expect-error: [reserved-name] the schema information_schema is PostgreSQL's own
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) Names {
  TENON(primary_key) std::int64_t id;
  TENON(column("")) std::string a;  // expect-error: [text] the text in column is empty
  TENON(column("a\0b")) std::string b;  // expect-error: [text] the text in column has a zero byte
  TENON(comment("\xff")) std::string c;  // expect-error: [text] the text in comment is no UTF-8
  TENON(comment("\xc3")) std::string c2;  // expect-error: [text] the text in comment is no UTF-8
  TENON(comment("\xed\xa0\x80")) std::string c3;  // expect-error: [text] the text in comment is no UTF-8
  TENON(check("a > '\xff'")) std::string c4;  // expect-error: [text] the text in check is no UTF-8
  TENON(sql_type("\xff")) std::string c5;  // expect-error: [text] the text in sql_type is no UTF-8
  TENON(index(where("a > '\xff'"))) std::string c6;  // expect-error: [text] the text in where is no UTF-8
  TENON(index(name("\xff"))) std::string c7;  // expect-error: [text] the text in name is no UTF-8
  TENON(check("\xff", "true")) std::string c8;  // expect-error: [text] the text in check is no UTF-8
  TENON(renamed_from("\xff")) std::string c9;  // expect-error: [text] the text in renamed_from is no UTF-8
  TENON(default_sql("1\0")) std::int32_t c10;  // expect-error: [text] the text in default_sql has a zero byte
  TENON(default_sql("")) std::string d;  // expect-error: [text] the text in default_sql is empty
  TENON(check("", "true")) std::string e;  // expect-error: [text] the text in check is empty
  TENON(check("the name of a check that is longer than sixty-three bytes, by one", "true")) std::string f;  // expect-error: [long-name] the name of a check has
  TENON(column("ääääääääääääääääääääääääääääääää")) std::string g;  // expect-error: [long-name] the text in column has 64 bytes // expect-note: to 'äääääääääääääääääääääääääääääää'
  std::int64_t ctid;  // expect-error: [reserved-name] ctid is a system column of every table
  TENON(column("xmin")) std::int64_t h;  // expect-error: [reserved-name] xmin is a system column of every table
  std::string userName;
  std::string user_name;  // expect-error: [duplicate-name] are both the column user_name
  TENON(column("id")) std::int64_t i;  // expect-error: [duplicate-name] are both the column id
  std::string a_member_whose_name_is_longer_than_the_sixty_three_bytes_that_fit;  // expect-error: [long-name] the name of a_member
};

// Where PostgreSQL looks for a type, it finds its own first.
enum class TENON(enum_type) Path { left, right };  // expect-error: [reserved-name] path is a type of PostgreSQL's own
enum class TENON(enum_type("text")) Kind { a };  // expect-error: [reserved-name] text is a type of PostgreSQL's own
enum class TENON(enum_type) Serial { a };  // expect-error: [reserved-name] serial is a type of PostgreSQL's own
struct TENON(table("pg_class")) Catalog {  // expect-error: [reserved-name] pg_class may be a table of PostgreSQL's own
  TENON(primary_key) std::int64_t id;
};

struct TENON(table("twice")) First {
  TENON(primary_key) std::int64_t id;
};
struct TENON(table("twice")) Second {  // expect-error: [duplicate-name] there is another table or type public.twice
  TENON(primary_key) std::int64_t id;
};
struct TENON(table("third")) Third {
  TENON(primary_key) std::int64_t id;
  TENON(index(name("first"))) std::int64_t a;
  TENON(unique(name("third"))) std::int64_t b;  // expect-error: [duplicate-name] there is another table, index or key called 'third'
};

}  // namespace fixture
