// pg_description: https://www.postgresql.org/docs/current/catalog-pg-description.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

// One query for all objects: obj_description() runs one for each.
void read_comments(Reading& reading) {
  reading.each_row(R"sql(
SELECT d.classoid::regclass, d.objoid, d.objsubid, d.description
FROM pg_description d
WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
)sql",
                   [&reading](Fields& fields) {
                     const auto classid = fields.view();
                     const Oid row = fields.oid();
                     const Place* place = reading.find_place({classid, row, fields.number()});
                     if (place == nullptr) return;
                     if (auto* comment = comment_at(*place, reading.catalog.model))
                       *comment = fields.text();
                   });
}

}  // namespace tenon::catalog
