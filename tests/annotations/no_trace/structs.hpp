// Structs whose layout an annotation could change, with annotations wherever they may stand. It is
// included with them and, where the macros are empty, without: layout.cpp does both.

namespace NO_TRACE {
using namespace tenon::annotations;

enum class TENON(enum_type, comment("small")) Small : std::int8_t { a, b };
TENON_ENUM(label(Small::a, "A"));
enum TENON(enum_type) Unscoped { one, two };

struct Empty {};
struct Bits {
  unsigned one : 3;
  unsigned two : 3;
};

struct TENON(table("packed_by_hand"), comment("small before large")) Mixed {
  TENON(column("letter"), sql_type("\"char\"")) char letter = 'x';
  TENON(primary_key, identity) std::int64_t id = 0;
  TENON(no_default) bool truth = true;
  TENON(comment("a short")) std::int16_t number = 3;
  TENON(no_default) double real = 0.5;
  TENON(no_default) Small small = Small::b;
  TENON(no_default) Unscoped unscoped = two;
  TENON(ignore) Empty empty;
  TENON(ignore) Bits bits{};
  TENON(ignore) void* pointer = nullptr;
  TENON(no_default) std::array<std::byte, 3> bytes{};
  TENON_TABLE(check("number > 0"), index(&Mixed::number, desc(&Mixed::real)));
};

struct TENON(table) Texts {
  TENON(primary_key) std::int32_t id;
  TENON(unique, varchar(120), index) std::string name;
  TENON(default_sql("'x'")) std::optional<std::string> other;
  TENON(comment("many")) std::vector<std::int32_t> numbers;
  TENON(references(&Mixed::id, on_delete::cascade)) std::int64_t mixed_id;
};

struct TENON(table) alignas(32) Aligned {
  TENON(primary_key) std::int32_t id;
  alignas(16) TENON(ignore) std::int8_t wide;
  [[no_unique_address]] TENON(ignore) Empty empty;
  TENON(ignore) std::int8_t narrow;
};

#pragma pack(push, 1)
struct TENON(table) Packed {
  TENON(no_default) std::int8_t a;
  TENON(primary_key) std::int64_t id;
  TENON(no_default) std::int16_t b;
};
#pragma pack(pop)

}  // namespace NO_TRACE
