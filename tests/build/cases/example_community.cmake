# The story of examples/community/README.md: TENON_TEST_DATABASE names a database that was made by
# bootstrap.sql, with its rows.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/examples/community")
set(database "$ENV{TENON_TEST_DATABASE}")
set(tenon "${prefix}/bin/tenon")
set(renames --rename buddies=matches --rename buddies.buddy_id=other_id
            --rename buddies.since=matched_at)
set(names --fill "members.display_name=split_part(email, '@', 1)")

# on_database(<status> <command> [<argument>...]): what the program answers with.
macro(on_database expected)
  run("${tenon}" ${ARGN} --database "${database}" --migrations migrations)
  if(NOT status EQUAL ${expected})
    fail("tenon ${ARGN} was to exit with ${expected}, and did with ${status}.")
  endif()
endmacro()

# query(<SQL> <result>)
macro(query sql result)
  run(psql "${database}" -X -q -A -t -v ON_ERROR_STOP=1 -c "${sql}")
  if(NOT status EQUAL 0 OR NOT log STREQUAL "${result}\n")
    fail("The database was to answer: ${result}")
  endif()
endmacro()

configure_and_build()
test_passes(community_schema.parity)

# It has no ledger: what the migrations make is there, if under other names.
on_database(1 reconcile)
has("4 migrations have not run in this database" "tenon stamp 20260322_000004_add_matches")
on_database(0 stamp 20260322_000004_add_matches)

on_database(1 verify)
has("blocking: " "table matches: missing [table-missing]"
    "column rsvps.status: type: text -> rsvp_status [column-type]"
    "column events.capacity: missing (integer) [column-missing]"
    "integrity: " "column members.display_name: null allowed -> not null [column-allows-null]"
    "constraint rsvps_member_id_fkey on rsvps: missing"
    "cosmetic: " "table buddies: unexpected" "index events_by_day: unexpected")

# A person is asked before anything is written.
on_database(1 reconcile --plan)
has("column rsvps.status has values that are no label of rsvp_status" "'Yes' in 1 row"
    "column members.display_name is to be NOT NULL, and 1 row has no value in it")
query("UPDATE rsvps SET status = 'going' WHERE status = 'Yes' RETURNING member_id" "2")

source_digest(before)
on_database(0 reconcile --plan ${renames} ${names})
has("would write" "table matches: name: buddies -> matches")
source_digest(after)
if(NOT before STREQUAL after)
  fail("A plan was written.")
endif()
on_database(0 reconcile from_the_bootstrap ${renames} ${names})
has("wrote migrations/" "_000005_from_the_bootstrap")
has_not("stays")

on_database(0 up)
on_database(0 verify)
has("the database has the schema of the migrations")
query("SELECT string_agg(format('%s-%s %s %s', member_id, other_id, matched_at::date, note), ', ' ORDER BY id) FROM matches"
      "1-2 2025-11-02 both sail, 2-3 2026-01-15 ")
query("SELECT string_agg(format('%s/%s %s', event_id, member_id, status), ', ' ORDER BY 1, 2) FROM (SELECT * FROM rsvps ORDER BY 1, 2) AS all_of_them"
      "1/1 going, 1/2 going, 2/1 maybe, 2/3 declined")
query("SELECT string_agg(display_name, ', ' ORDER BY id) FROM members" "Ada, Grace, edsger")
query("SELECT count(*) FROM events" "2")

# The same migration is part of the project: the build has nothing to say, down and up work at every
# revision, and a database without drift runs it without a change.
build()
test_passes(community_schema.parity)
run("${tenon}" diff --exit-code --from "${database}" --to migrations:migrations)
has("no differences")

# The same migrations in a database of their own.
run(psql "${database}" -X -q -A -t -c "SELECT current_database()")
string(STRIP "${log}" drifted)
set(fresh "${drifted}_fresh")
run(psql "${database}" -X -q -v ON_ERROR_STOP=1 -c "CREATE DATABASE ${fresh}")
if(NOT status EQUAL 0)
  fail("The second database was to be made.")
endif()
string(REPLACE "${drifted}" "${fresh}" database "${database}")
on_database(0 up)
has_not("WARNING")
on_database(0 verify)
has("the database has the schema of the migrations")
