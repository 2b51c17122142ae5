// Triggers of tables and of events: https://www.postgresql.org/docs/current/catalog-pg-trigger.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// Those that a partition has because of its parent come with the parent's.
constexpr std::string_view triggers = R"sql(
SELECT g.oid, s.nspname, c.relname, g.tgname, pg_get_triggerdef(g.oid), NULL
FROM pg_trigger g
JOIN pg_class c ON c.oid = g.tgrelid
JOIN schemas s ON s.oid = c.relnamespace
WHERE NOT g.tgisinternal AND g.tgparentid = 0
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
  AND ('pg_trigger'::regclass::oid, g.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname, g.tgname
)sql";

constexpr std::string_view event_triggers = R"sql(
SELECT e.oid, '', e.evtname, '',
       'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || e.evtevent
         || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ')
                                         FROM unnest(e.evttags) tag) || ')', '')
         || ' EXECUTE FUNCTION ' || e.evtfoid::regproc || '()',
       NULL
FROM pg_event_trigger e
WHERE ('pg_event_trigger'::regclass::oid, e.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY e.evtname
)sql";

}  // namespace

void read_triggers(Reading& reading) {
  reading.add_definitions(ObjectKind::trigger, "pg_trigger", triggers);
  reading.add_definitions(ObjectKind::event_trigger, "pg_event_trigger", event_triggers);
}

}  // namespace tenon::catalog
