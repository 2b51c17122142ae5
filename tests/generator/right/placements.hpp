// Where annotated structs, enums and members may stand, and how annotations may be written.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>

// A header that is included as one of the system is still one that was given.
#pragma GCC system_header

struct TENON(table) Outside {
  TENON(primary_key) std::int64_t id;
};

extern "C" {
struct TENON(table) InLinkage {
  TENON(primary_key) std::int64_t id;
};
}

namespace fixture {
using namespace tenon::annotations;

inline namespace v1 {
struct TENON(table) InInlineNamespace {
  TENON(primary_key) std::int64_t id;
};
}  // namespace v1

struct Outer {
  struct TENON(table) Inner {
    enum class TENON(enum_type) Kind { a, b };
    TENON_ENUM(label(Kind::b, "B"));
    TENON(primary_key) std::int64_t id;
    Kind kind = Kind::b;
  };
};

template <class Value>
struct Template {
  Value value;
};

struct Bits {
  unsigned one : 1;
  unsigned two : 1;
};

// Said in several attributes, by macros and by constants.
#define KEY TENON(primary_key, identity)
#define AUDITED(name) TENON(default_sql("now()"), comment("when it was " #name)) timestamptz name
#define TABLE(name, text) struct TENON(table(text)) name { KEY std::int64_t id; AUDITED(created); }
inline constexpr auto audited = comment("audited");
consteval auto noted(bool twice) { return twice ? comment("noted twice") : comment("noted  once"); }
inline constexpr int limit = 60 * 2;
inline constexpr char text[] = "from a constant";

struct TENON(table) TENON(audited) Several final {
  KEY std::int64_t id;
  TENON(unique) TENON(varchar(limit)) std::string twice;
  TENON(comment(text)) std::string constant;
  AUDITED(created);
  TENON(unique) std::string left, right;
  std::string before, after TENON(unique);
  const std::int64_t constant_number;
  mutable std::int64_t mutable_number;
  TENON(ignore) Template<int> ignored;
  TENON(ignore) std::int64_t* pointer;
  TENON(ignore) Bits bits;
  static constexpr int not_a_column = 3;
  std::int64_t not_a_column_either() const { return id; }
};

TABLE(First, "by a macro");
TABLE(Second, "by the same macro");

class TENON(table) Class {
 public:
  TENON(primary_key) std::int64_t id;

 private:
  TENON(ignore) std::int64_t cache = 0;
};

// Said by their whole names.
struct TENON(tenon::annotations::table("qualified")) Qualified {
  TENON(tenon::annotations::primary_key) std::int64_t id;
  TENON(tenon::annotations::varchar(5), noted(true)) std::string name;
  TENON(tenon::annotations::references(&Qualified::id, tenon::annotations::on_delete::cascade)) std::int64_t a;
  TENON(tenon::annotations::references<Qualified>()) std::int64_t b;
  TENON_TABLE(tenon::annotations::unique(&Qualified::a, tenon::annotations::name("whole")));
};

// Names of the vocabulary are names of columns.
struct TENON(table("words")) Words {
  TENON(primary_key) std::int64_t key;
  std::string name, comment, check, index, unique, table, column, schema, where, method;
  TENON_TABLE(unique(&Words::name, &Words::unique), index(&Words::index), check("check", "key > 0"));
};

#undef TABLE
#undef AUDITED
#undef KEY

}  // namespace fixture
