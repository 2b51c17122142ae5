// Functions that use annotated structs, or plain ones when PLAIN is defined.
#include "prelude.hpp"

#include <utility>

#if defined(PLAIN)
#include "without_annotations.hpp"
#endif
#define NO_TRACE schema
#include "structs.hpp"
#undef NO_TRACE

namespace schema {

std::int64_t read(const Mixed& row) {
  return row.id + row.number + row.letter + row.bits.two + static_cast<std::int64_t>(row.real);
}

void write(Mixed& row, std::int16_t number) {
  row.number = number;
  row.small = Small::a;
  row.bytes[1] = std::byte{7};
}

Mixed make() {
  return {};
}

Mixed copy(const Mixed& row) {
  return row;
}

Small label(const Texts& row) {
  return row.name.empty() ? Small::a : Small::b;
}

Texts change(Texts row) {
  row.other = row.name;
  row.numbers.push_back(row.id);
  return row;
}

void exchange(Aligned& a, Aligned& b) {
  std::swap(a, b);
}

std::int64_t sum(const std::vector<Packed>& rows) {
  std::int64_t total = 0;
  for (const Packed& row : rows) total += row.a + row.id + row.b;
  return total;
}

std::int64_t Mixed::* member() {
  return &Mixed::id;
}

}  // namespace schema
