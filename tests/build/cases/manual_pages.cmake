# Manual pages are made of programs in any folder; this one has a space in its name.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}")
set(source "${work}")
if(NOT prefix MATCHES " ")
  fail("The folder of the programs was to have a space in its name.")
endif()

run("${CMAKE_COMMAND}" "-Dtenon=${prefix}/bin/tenon" "-Dgenerate=${prefix}/bin/tenon-generate"
    "-Dhelp2man=${help2man}" "-Dout=${work}/made" "-Dversion=${version}" -P
    "${source_dir}/cmake/TenonManPages.cmake")
if(NOT status EQUAL 0)
  fail("The manual pages were to be made.")
endif()

# As those that the build made of the same programs, in its own folder.
set(installed "${prefix}/share/man/man1")
file(GLOB pages RELATIVE "${installed}" "${installed}/*.1")
if(NOT pages)
  fail("There were to be installed manual pages.")
endif()
foreach(page IN LISTS pages)
  run("${CMAKE_COMMAND}" -E compare_files "${installed}/${page}" "${work}/made/${page}")
  if(NOT status EQUAL 0)
    fail("${page} differs from the installed one.")
  endif()
endforeach()
