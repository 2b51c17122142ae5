// Random schemas that PostgreSQL accepts, for property tests.
#pragma once

#include <rapidcheck.h>

#include <tenon/model/declarations.hpp>

namespace tenon::test {

/// A schema and what a person says about how it came to be from another one.
struct EditedModel {
  Model model;
  Intents intents;
};

/// A whole schema: PostgreSQL schemas, enum types, tables with columns of many types, all kinds of
/// constraints and indexes, comments; names with quotes, spaces, capitals, letters of other
/// alphabets, reserved words and 63 bytes. Every name of a table, type, index or constraint is
/// there once, so that none can be in the way of another.
[[nodiscard]] rc::Gen<Model> random_model();

/// A few random changes of `model` of every kind that diff() knows, with intents for the renames.
[[nodiscard]] rc::Gen<EditedModel> random_edit(const Model& model);

}  // namespace tenon::test
