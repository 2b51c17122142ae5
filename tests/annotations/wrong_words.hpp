// Annotations that do not compile. Every line with a mark is wrong by itself, and without these
// lines the file is right.
#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

namespace wrong {
using namespace tenon::annotations;

int at_run_time();
enum class Plain { a };
enum class TENON(enum_type) Role { member, admin };
TENON_ENUM(label(Role::admin, "the admin"), renamed_from(Role::member, "user"));
TENON_ENUM(comment("x"));                  // expect-compile-error
TENON_ENUM(label(Role::admin));            // expect-compile-error
TENON_ENUM(label(5, "x"));                 // expect-compile-error
TENON_ENUM(renamed_from(Role::admin, 5));  // expect-compile-error
TENON_ENUM(label(Role::nobody, "x"));      // expect-compile-error
TENON_ENUM(table("x"));                    // expect-compile-error

struct TENON(table("twice"), table("twice")) T1 {};     // expect-compile-error
struct TENON(table, schema) T2 {};                      // expect-compile-error
struct TENON(table(5)) T3 {};                           // expect-compile-error
struct TENON(table, comment("a"), comment("b")) T4 {};  // expect-compile-error
struct TENON(table, schema("a"), schema("b")) T5 {};    // expect-compile-error
struct TENON(tabel) T6 {};                              // expect-compile-error
struct TENON("users") T7 {};                            // expect-compile-error
struct TENON(table("users", "people")) T8 {};           // expect-compile-error
enum class TENON(enum_type(5)) E1 { a };                // expect-compile-error
enum class TENON(table, enum_type) E2 { a };            // expect-compile-error

struct TENON(table) User {
  TENON(primary_key, identity) std::int64_t id;
  TENON(varchar("x")) std::string a1;                            // expect-compile-error
  TENON(varchar(1.5)) std::string a2;                            // expect-compile-error
  TENON(varchar(true)) std::string a3;                           // expect-compile-error
  TENON(varchar(120, 3)) std::string a4;                         // expect-compile-error
  TENON(varchar(at_run_time())) std::string a5;                  // expect-compile-error
  TENON(numeric(1, 2, 3)) std::string a6;                        // expect-compile-error
  TENON(character("c")) std::string a7;                          // expect-compile-error
  TENON(varchar(5), character(5)) std::string a8;                // expect-compile-error
  TENON(varchar(5), sql_type("citext")) std::string a9;          // expect-compile-error
  TENON(spelt_wrong) std::string b1;                             // expect-compile-error
  TENON(primary_key(5)) std::string b2;                          // expect-compile-error
  TENON(primary_key, primary_key) std::string b3;                // expect-compile-error
  TENON(unique("email")) std::string b4;                         // expect-compile-error
  TENON(unique(match_full)) std::string b5;                      // expect-compile-error
  TENON(index(5)) std::string b6;                                // expect-compile-error
  TENON(index("name")) std::string b7;                           // expect-compile-error
  TENON(index(method(5))) std::string b8;                        // expect-compile-error
  TENON(index(where)) std::string b9;                            // expect-compile-error
  TENON(index(storage_parameter("fillfactor"))) std::string c1;  // expect-compile-error
  TENON(references()) std::int64_t c2;                           // expect-compile-error
  TENON(references(on_delete::cascade)) std::int64_t c3;         // expect-compile-error
  TENON(references(&User::nobody)) std::int64_t c4;              // expect-compile-error
  TENON(references<std::int64_t>()) std::int64_t c5;             // expect-compile-error
  TENON(references(&User::id, 5)) std::int64_t c6;               // expect-compile-error
  TENON(references("users", "id")) std::int64_t c7;              // expect-compile-error
  TENON(references<User>(&User::id)) std::int64_t c8;            // expect-compile-error
  TENON([] {}) std::string d1;                                   // expect-compile-error
  TENON("primary_key") std::string d2;                           // expect-compile-error
  TENON(5) std::string d3;                                       // expect-compile-error
  TENON(nullptr) std::string d4;                                 // expect-compile-error
  TENON(&User::id) std::string d5;                               // expect-compile-error
  TENON(on_delete::cascade) std::string d6;                      // expect-compile-error
  TENON(Plain::a) std::string d7;                                // expect-compile-error
  TENON(comment(42)) std::string d8;                             // expect-compile-error
  TENON(comment) std::string d9;                                 // expect-compile-error
  TENON(comment()) std::string e1;                               // expect-compile-error
  TENON(comment("a", "b")) std::string e2;                       // expect-compile-error
  TENON(comment("a")("b")) std::string e3;                       // expect-compile-error
  TENON(comment(L"a")) std::string e4;                           // expect-compile-error
  TENON(comment(std::string("a"))) std::string e5;               // expect-compile-error
  TENON(comment("a"), comment("b")) std::string e6;              // expect-compile-error
  TENON(default_sql(5)) std::string e7;                          // expect-compile-error
  TENON(default_sql(now())) std::string e8;                      // expect-compile-error
  TENON(default_sql("1"), no_default) std::string e9;            // expect-compile-error
  TENON(generated("1"), identity) std::string f1;                // expect-compile-error
  TENON(identity(primary_key)) std::int64_t f2;                  // expect-compile-error
  TENON(identity("always")) std::int64_t f3;                     // expect-compile-error
  TENON(ignore("x")) std::int64_t f4;                            // expect-compile-error
  TENON(column(5)) std::int64_t f5;                              // expect-compile-error
  TENON(column("a"), column("b")) std::int64_t f6;               // expect-compile-error
  TENON(check(5)) std::int64_t f7;                               // expect-compile-error
  TENON(check) std::int64_t f8;                                  // expect-compile-error
  TENON(check("a", "b", "c", "d")) std::int64_t f9;              // expect-compile-error
  TENON(collate("\"C\""), collate("\"C\"")) std::string g1;      // expect-compile-error
  std::string name;
  TENON_TABLE(unique(&User::name), check("named", "name <> ''"));
  TENON_TABLE(comment("x"));                                // expect-compile-error
  TENON_TABLE(table("x"));                                  // expect-compile-error
  TENON_TABLE(varchar(5));                                  // expect-compile-error
  TENON_TABLE(references(&User::id));                       // expect-compile-error
  TENON_TABLE(unique(&User::nobody));                       // expect-compile-error
  TENON_TABLE(unique(name));                                // expect-compile-error
  TENON_TABLE(unique(&User::name, 5));                      // expect-compile-error
  TENON_TABLE(foreign_key(columns(&User::id)));             // expect-compile-error
  TENON_TABLE(foreign_key(columns(), references<User>()));  // expect-compile-error
  TENON_TABLE(foreign_key(&User::id, references<User>()));  // expect-compile-error
  TENON_TABLE(exclude);                                     // expect-compile-error
  TENON_TABLE(exclude(with(&User::name)));                  // expect-compile-error
  TENON_TABLE(exclude(&User::name, "="));                   // expect-compile-error
  TENON_TABLE(index(&User::name, nulls_last));              // expect-compile-error
  TENON_TABLE(index(key()));                                // expect-compile-error
  TENON_TABLE(index(include("name")));                      // expect-compile-error
  TENON_TABLE(drop_column(&User::name));                    // expect-compile-error
  TENON_TABLE("unique");                                    // expect-compile-error
};

}  // namespace wrong
