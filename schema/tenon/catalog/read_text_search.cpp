// Text search: https://www.postgresql.org/docs/current/catalog-pg-ts-config.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view parsers = R"sql(
SELECT p.oid, s.nspname, p.prsname, '',
       'CREATE TEXT SEARCH PARSER ' || quote_ident(s.nspname) || '.' || quote_ident(p.prsname)
         || ' (START = ' || p.prsstart || ', GETTOKEN = ' || p.prstoken || ', END = ' || p.prsend
         || CASE WHEN p.prsheadline <> 0 THEN ', HEADLINE = ' || p.prsheadline ELSE '' END
         || ', LEXTYPES = ' || p.prslextype || ')',
       NULL
FROM pg_ts_parser p JOIN schemas s ON s.oid = p.prsnamespace
WHERE ('pg_ts_parser'::regclass::oid, p.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, p.prsname
)sql";

constexpr std::string_view templates = R"sql(
SELECT t.oid, s.nspname, t.tmplname, '',
       'CREATE TEXT SEARCH TEMPLATE ' || quote_ident(s.nspname) || '.' || quote_ident(t.tmplname)
         || ' (' || CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit || ', ' ELSE '' END
         || 'LEXIZE = ' || t.tmpllexize || ')',
       NULL
FROM pg_ts_template t JOIN schemas s ON s.oid = t.tmplnamespace
WHERE ('pg_ts_template'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.tmplname
)sql";

constexpr std::string_view dictionaries = R"sql(
SELECT d.oid, s.nspname, d.dictname, '',
       'CREATE TEXT SEARCH DICTIONARY ' || quote_ident(s.nspname) || '.' || quote_ident(d.dictname)
         || ' (TEMPLATE = ' || quote_ident(n.nspname) || '.' || quote_ident(t.tmplname)
         || coalesce(', ' || d.dictinitoption, '') || ')',
       NULL
FROM pg_ts_dict d
JOIN schemas s ON s.oid = d.dictnamespace
JOIN pg_ts_template t ON t.oid = d.dicttemplate
JOIN pg_namespace n ON n.oid = t.tmplnamespace
WHERE ('pg_ts_dict'::regclass::oid, d.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, d.dictname
)sql";

constexpr std::string_view configurations = R"sql(
SELECT c.oid, s.nspname, c.cfgname, '',
       'CREATE TEXT SEARCH CONFIGURATION ' || quote_ident(s.nspname) || '.' || quote_ident(c.cfgname)
         || ' (PARSER = ' || quote_ident(n.nspname) || '.' || quote_ident(p.prsname) || ')',
       NULL
FROM pg_ts_config c
JOIN schemas s ON s.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_namespace n ON n.oid = p.prsnamespace
WHERE ('pg_ts_config'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.cfgname
)sql";

}  // namespace

void read_text_search(Reading& reading) {
  reading.add_definitions(ObjectKind::text_search_parser, "pg_ts_parser", parsers);
  reading.add_definitions(ObjectKind::text_search_template, "pg_ts_template", templates);
  reading.add_definitions(ObjectKind::text_search_dictionary, "pg_ts_dict", dictionaries);
  reading.add_definitions(ObjectKind::text_search_configuration, "pg_ts_config", configurations);
}

}  // namespace tenon::catalog
