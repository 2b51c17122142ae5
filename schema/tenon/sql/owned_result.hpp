// What libpg_query returns, freed when it goes out of scope.
#pragma once

namespace tenon::sql {

/// A result of libpg_query, a plain struct with a function of its own that frees it.
template <class Result, void (*Free)(Result)>
struct OwnedResult {
  Result result;

  explicit OwnedResult(Result taken) : result{taken} {}
  OwnedResult(const OwnedResult&) = delete;
  OwnedResult& operator=(const OwnedResult&) = delete;
  ~OwnedResult() { Free(result); }
};

}  // namespace tenon::sql
