// What is no plain struct of a named namespace is no table.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

template <class Value>
struct TENON(table) Template {  // expect-error: [template] fixture::Template is a template
  TENON(primary_key) std::int64_t id;
  Value value;
};

template <class Value>
struct Specialized {};
template <>
struct TENON(table) Specialized<int> {  // expect-error: [template] fixture::Specialized is a template
  TENON(primary_key) std::int64_t id;
};
template <class Value>
struct TENON(table) Specialized<Value*> {  // expect-error: [template] fixture::Specialized is a template
  TENON(primary_key) std::int64_t id;
};

union TENON(table) Union {  // expect-error: [union] fixture::Union is a union
  std::int64_t id;
  double number;
};

struct Base {
  std::int64_t inherited;
};
struct TENON(table) Derived : Base {  // expect-error: [base-class] fixture::Derived inherits from Base
  TENON(primary_key) std::int64_t id;
};

struct Other {};
struct TENON(table) Heir : Base, private Other {  // expect-error: [base-class] inherits from Base // expect-error: [base-class] inherits from Other
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) Polymorphic {  // expect-error: [virtual-function] fixture::Polymorphic has virtual functions
  virtual ~Polymorphic() = default;
  TENON(primary_key) std::int64_t id;
};

namespace {
struct TENON(table) InUnnamedNamespace {  // expect-error: [unreachable] cannot be named from outside
  TENON(primary_key) std::int64_t id;
};
}  // namespace

class Outer {
  struct TENON(table) Private {  // expect-error: [unreachable] fixture::Outer::Private cannot be named from outside
    TENON(primary_key) std::int64_t id;
  };

 protected:
  struct TENON(table) Protected {  // expect-error: [unreachable] fixture::Outer::Protected cannot be named from outside
    TENON(primary_key) std::int64_t id;
  };
};

struct TENON(table) {  // expect-error: [unreachable] cannot be named from outside
  std::int64_t id;
} no_name;

struct MemberSaysSo {  // expect-error: [not-a-table] fixture::MemberSaysSo has annotations but is no table // expect-note: write struct TENON(table) MemberSaysSo
  TENON(primary_key) std::int64_t id;
};

struct StatementSaysSo {  // expect-error: [not-a-table] fixture::StatementSaysSo has annotations but is no table
  std::int64_t id;
  TENON_TABLE(primary_key(&StatementSaysSo::id));
};

struct TENON(comment("no table")) Commented {  // expect-error: [not-a-table] fixture::Commented has annotations but is no table
  std::int64_t id;
};

}  // namespace fixture
