// Options of a sequence.
// https://www.postgresql.org/docs/current/sql-createsequence.html
#pragma once

#include <string_view>

namespace tenon::catalog {

/// Follows a FROM that has pg_sequence as q: o(place, text, is_unusual), a row for each option.
/// What CREATE SEQUENCE would choose by itself is not unusual.
inline constexpr std::string_view sequence_options = R"sql(
CROSS JOIN LATERAL (
  SELECT CASE q.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
         ELSE 9223372036854775807 END AS most
) y
CROSS JOIN LATERAL (
  SELECT CASE WHEN q.seqincrement > 0 THEN 1 ELSE -y.most - 1 END AS low,
         CASE WHEN q.seqincrement > 0 THEN y.most ELSE -1 END AS high
) usual
CROSS JOIN LATERAL (VALUES
  (1, 'AS ' || format_type(q.seqtypid, NULL), q.seqtypid <> 'int8'::regtype),
  (2, 'INCREMENT BY ' || q.seqincrement, q.seqincrement <> 1),
  (3, CASE WHEN q.seqmin = usual.low THEN 'NO MINVALUE' ELSE 'MINVALUE ' || q.seqmin END,
   q.seqmin <> usual.low),
  (4, CASE WHEN q.seqmax = usual.high THEN 'NO MAXVALUE' ELSE 'MAXVALUE ' || q.seqmax END,
   q.seqmax <> usual.high),
  (5, 'START WITH ' || q.seqstart,
   q.seqstart <> CASE WHEN q.seqincrement > 0 THEN q.seqmin ELSE q.seqmax END),
  (6, 'CACHE ' || q.seqcache, q.seqcache <> 1),
  (7, CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END, q.seqcycle)
) o(place, text, is_unusual)
)sql";

}  // namespace tenon::catalog
