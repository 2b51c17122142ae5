// pg_description: https://www.postgresql.org/docs/current/catalog-pg-description.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

// One query for all objects: obj_description() runs one for each.
void read_comments(Reading& reading) {
  reading.each_row(R"sql(
SELECT d.classoid::regclass, d.objoid, d.objsubid, d.description
FROM pg_description d
WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
  AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM members)
)sql",
                   [&reading](Fields& fields) {
                     std::string key = fields.text() + ' ';
                     key += fields.text();
                     if (const auto& part = fields.text(); part != "0") key += ' ' + part;
                     reading.comments.emplace(std::move(key), fields.text());
                   });
}

}  // namespace tenon::catalog
