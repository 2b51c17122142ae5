# TENON_GENERATOR_EXECUTABLE and TENON_EXECUTABLE name the programs, also when cross-compiling, where
# Tenon's own targets must not run.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
foreach(program tenon-generate tenon)
  file(WRITE "${work}/host programs/${program}"
       "#!/bin/sh\necho \"ran the host's ${program}\"\nexec '${prefix}/bin/${program}' \"$@\"\n")
  file(CHMOD "${work}/host programs/${program}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endforeach()
set(programs "-DTENON_GENERATOR_EXECUTABLE=${work}/host programs/tenon-generate"
             "-DTENON_EXECUTABLE=${work}/host programs/tenon")
configure_fails("-DTENON_EXECUTABLE=${work}/nowhere/tenon")
has("TENON_EXECUTABLE: there is no file")
file(REMOVE_RECURSE "${build}")
configure(-DSCHEMA_OPTIONS=NO_PARITY_TEST -DCMAKE_SYSTEM_NAME=Linux ${programs})
build(--target library_schema_migration)
has("ran the host's tenon-generate" "ran the host's tenon")
build()
has("ran the host's tenon")
build()
was_no_op()
# Another program is a reason to generate again.
file(TOUCH "${work}/host programs/tenon-generate")
build()
has("ran the host's tenon-generate")
