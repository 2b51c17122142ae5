// A Change in words, for messages.
#pragma once

#include <tenon/diff/change.hpp>

#include <string>

namespace tenon {

/// The object in words: `column users.email`, `table auth.users`, `index users_email_idx`,
/// `constraint users_email_key on users`, `enum type role`. The schema is said unless it is public.
[[nodiscard]] std::string describe(const ObjectName& object);

/// A column's definition as in CREATE TABLE, in lower case: `boolean not null default false`.
[[nodiscard]] std::string describe(const Column& column);

/// The object that a change is about, for finding its place in the source.
[[nodiscard]] ObjectName subject(const Change& change);

/// The difference, from the view of the struct, without the object: `(boolean not null default
/// false) is new`, `type: varchar(120) -> varchar(200)`, `default: 0 -> none`.
[[nodiscard]] std::string describe(const Change& change);

}  // namespace tenon
