// pg_description: https://www.postgresql.org/docs/current/catalog-pg-description.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

// The index of a constraint has no place of its own, but its table has properties.
void add_comment_on_index(Reading& reading, const ObjectAddress& index, Fields& fields) {
  const Place* constraint = reading.place_of_constraint(index);
  if (constraint == nullptr) return;
  std::string comment = fields.text();
  if (auto name = fields.optional_text())
    reading.catalog.model.tables[constraint->at].properties.push_back(
        {PropertyKind::comment, "INDEX " + *name, std::move(comment)});
}

}  // namespace

// One query for all objects: obj_description() runs one for each.
void read_comments(Reading& reading) {
  reading.each_row(R"sql(
SELECT d.classoid::regclass, d.objoid, d.objsubid, d.description,
       (SELECT c.oid::regclass FROM pg_class c
        WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0
          AND c.oid = d.objoid AND c.relkind IN ('i', 'I'))
FROM pg_description d
WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
)sql",
                   [&reading](Fields& fields) {
                     const auto classid = fields.view();
                     const Oid row = fields.oid();
                     const ObjectAddress object{classid, row, fields.number()};
                     const Place* place = reading.find_place(object);
                     if (place == nullptr) return add_comment_on_index(reading, object, fields);
                     if (auto* comment = comment_at(*place, reading.catalog.model))
                       *comment = fields.text();
                   });
}

}  // namespace tenon::catalog
