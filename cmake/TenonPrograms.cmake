# Which tenon-generate and tenon a build runs.
include_guard(GLOBAL)
cmake_policy(VERSION 3.25)

set(TENON_GENERATOR_EXECUTABLE "" CACHE FILEPATH "The tenon-generate to run, where it is not Tenon's own target")
set(TENON_EXECUTABLE "" CACHE FILEPATH "The tenon to run, where it is not Tenon's own target")

# Sets, in the caller, generator_command and generator_depends (empty when there is no generator),
# tenon_command and tenon_depends. A target is never run when cross-compiling: it may be of the other
# architecture.
function(tenon_find_programs schema)
  tenon_find_program(generator TENON_GENERATOR_EXECUTABLE Tenon::tenon-generate)
  tenon_find_program(tenon TENON_EXECUTABLE Tenon::tenon)
  if(NOT tenon_command)
    message(FATAL_ERROR "tenon_add_schema(${schema}): there is no program tenon for this machine, "
                        "so nothing would check the migrations. Say where one is with "
                        "-D TENON_EXECUTABLE=<file>.")
  endif()
  return(PROPAGATE generator_command generator_depends tenon_command tenon_depends)
endfunction()

function(tenon_find_program prefix variable target)
  set(command "")
  set(depends "")
  if(${variable})
    if(NOT EXISTS "${${variable}}")
      message(FATAL_ERROR "${variable}: there is no file ${${variable}}")
    endif()
    set(command "${${variable}}")
    set(depends "${${variable}}")
  elseif(TARGET ${target} AND NOT CMAKE_CROSSCOMPILING)
    set(command "$<TARGET_FILE:${target}>")
    set(depends ${target})
  endif()
  set(${prefix}_command "${command}" PARENT_SCOPE)
  set(${prefix}_depends "${depends}" PARENT_SCOPE)
endfunction()

# The command line that builds `target`, as a person would type it from the top of the source tree.
function(tenon_build_command result target)
  cmake_path(IS_PREFIX CMAKE_SOURCE_DIR "${CMAKE_BINARY_DIR}" NORMALIZE is_inside)
  set(folder "${CMAKE_BINARY_DIR}")
  if(is_inside)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${CMAKE_SOURCE_DIR}")
  endif()
  if(folder MATCHES "[^A-Za-z0-9_./+-]")
    set(folder "'${folder}'")
  endif()
  set(${result} "cmake --build ${folder} --target ${target}" PARENT_SCOPE)
endfunction()
