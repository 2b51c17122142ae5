# The steps that the cases of tests/build are written in. A case is a script that is run with
#   -Dsource_dir=  Tenon's source tree
#   -Dwork=        a folder of its own, which is made anew
#   -Dprefix=      an installed Tenon
#   -Dgenerator=   the CMake generator
# After each step `log` is what it printed, and the script ends with an error where that is not what
# the case expects.
cmake_minimum_required(VERSION 3.25)

function(fail message)
  message(FATAL_ERROR "${message} What the last step printed is above.")
endfunction()

# start(<project folder>): copies the project to `source`; `build` is where it is to be built.
macro(start project)
  file(REMOVE_RECURSE "${work}")
  file(COPY "${project}/" DESTINATION "${work}/source")
  set(source "${work}/source")
  set(build "${work}/build tree")
  set(log "")
endmacro()

# Sets `log` and `status`.
macro(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${source}" OUTPUT_VARIABLE log
                  ERROR_VARIABLE log RESULT_VARIABLE status)
  message("${log}")
endmacro()

macro(configure)
  run("${CMAKE_COMMAND}" -S "${source}" -B "${build}" -G "${generator}"
      "-DCMAKE_PREFIX_PATH=${prefix}" --no-warn-unused-cli ${ARGN})
  if(NOT status EQUAL 0)
    fail("The project was to be configured.")
  endif()
endmacro()

macro(configure_fails)
  run("${CMAKE_COMMAND}" -S "${source}" -B "${build}" -G "${generator}"
      "-DCMAKE_PREFIX_PATH=${prefix}" --no-warn-unused-cli ${ARGN})
  if(status EQUAL 0)
    fail("The configuration was to fail.")
  endif()
endmacro()

# build([<option of cmake --build>...])
macro(build)
  run("${CMAKE_COMMAND}" --build "${build}" ${ARGN})
  if(NOT status EQUAL 0)
    fail("The build was to pass.")
  endif()
endmacro()

macro(build_fails)
  run("${CMAKE_COMMAND}" --build "${build}" ${ARGN})
  if(status EQUAL 0)
    fail("The build was to fail.")
  endif()
endmacro()

# test_passes(<name>): runs one test, which must be there.
macro(test_passes name)
  run("${CMAKE_CTEST_COMMAND}" --test-dir "${build}" -C Debug -R "^${name}$" --no-tests=error
      --output-on-failure)
  if(NOT status EQUAL 0)
    fail("The test ${name} was to pass.")
  endif()
endmacro()

# has(<text>...): all of them were printed.
function(has)
  foreach(text ${ARGN})
    string(FIND "${log}" "${text}" position)
    if(position EQUAL -1)
      fail("Expected: ${text}")
    endif()
  endforeach()
endfunction()

# has_not(<text>...): none of them was printed.
function(has_not)
  foreach(text ${ARGN})
    string(FIND "${log}" "${text}" position)
    if(NOT position EQUAL -1)
      fail("Not expected: ${text}")
    endif()
  endforeach()
endfunction()

# has_times(<count> <text>)
function(has_times count text)
  string(REPLACE "${text}" "\n\t\n" marked "${log}")
  string(REGEX MATCHALL "\n\t\n" found "${marked}")
  list(LENGTH found times)
  if(NOT times EQUAL ${count})
    fail("Expected ${count} times, and ${times} times was: ${text}")
  endif()
endfunction()

# No process of Tenon's was started, and nothing was compiled or linked.
function(was_no_op)
  has_not("Reading the structs" "Comparing" "Building CXX" "Linking CXX")
  if(generator MATCHES "Ninja")
    has("ninja: no work to do.")
  endif()
endfunction()

# replace(<file> <text> <by>): in a file of the source tree, once.
function(replace file text by)
  file(READ "${source}/${file}" content)
  string(FIND "${content}" "${text}" position)
  if(position EQUAL -1)
    fail("${file} has no: ${text}")
  endif()
  string(REPLACE "${text}" "${by}" content "${content}")
  file(WRITE "${source}/${file}" "${content}")
endfunction()

# line_of(<variable> <file> <text>): the number of the first line that has the text.
function(line_of variable file text)
  file(READ "${source}/${file}" content)
  string(FIND "${content}" "${text}" position)
  if(position EQUAL -1)
    fail("${file} has no: ${text}")
  endif()
  string(SUBSTRING "${content}" 0 ${position} before)
  string(REGEX MATCHALL "\n" breaks "${before}")
  list(LENGTH breaks line)
  math(EXPR line "${line} + 1")
  set(${variable} ${line} PARENT_SCOPE)
endfunction()

# Runs the command that the last step told people to run, as they would: in a shell, from the top of
# the source tree.
macro(run_what_was_advised)
  if(NOT log MATCHES "note:[^\n]* run: ([^\n]+)")
    fail("The message was to say which command to run.")
  endif()
  run(sh -c "${CMAKE_MATCH_1}")
  if(NOT status EQUAL 0)
    fail("The command that the message says was to pass: ${CMAKE_MATCH_1}")
  endif()
endmacro()

# Configures and builds, which leaves the source tree as it is.
macro(configure_and_build)
  source_digest(before)
  configure()
  build()
  source_digest(after)
  if(NOT before STREQUAL after)
    fail("An ordinary build has written into the source tree.")
  endif()
endmacro()

# source_digest(<variable>): what is in the source tree.
function(source_digest variable)
  file(GLOB_RECURSE files RELATIVE "${source}" "${source}/*")
  set(text "")
  foreach(file IN LISTS files)
    file(SHA256 "${source}/${file}" digest)
    string(APPEND text "${digest} ${file}\n")
  endforeach()
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()
