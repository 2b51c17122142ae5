# What tenon_add_schema() is told wrongly is an error of the configuration.
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")

function(refuses call expected)
  file(WRITE "${source}/CMakeLists.txt"
       "cmake_minimum_required(VERSION 3.25)\nproject(wrong LANGUAGES CXX)\n"
       "find_package(Tenon REQUIRED COMPONENTS annotations)\n${call}\n")
  configure_fails()
  # CMake breaks the lines of a message.
  string(REGEX REPLACE "[ \n]+" " " log "${log}")
  has("${expected}")
endfunction()

refuses("tenon_add_schema(s HEADERS a.hpp MIGRATIONS m NO_PARITY_TESTS)"
        "unknown arguments: NO_PARITY_TESTS")
refuses("tenon_add_schema(s MIGRATIONS m)" "HEADERS is missing")
refuses("tenon_add_schema(s HEADERS a.hpp)" "MIGRATIONS is missing")
refuses("tenon_add_schema(s HEADERS a.hpp MIGRATIONS)" "no value for MIGRATIONS")
refuses("tenon_add_schema(s HEADERS a.hpp MIGRATIONS m STANDARD 17)" "STANDARD 17")
refuses("tenon_add_schema(my-schema HEADERS a.hpp MIGRATIONS m)" "must be a C++ identifier")

# A schema cannot be another one in each configuration.
set(generator "Ninja Multi-Config")
file(REMOVE_RECURSE "${build}")
refuses("tenon_add_schema(s HEADERS a.hpp MIGRATIONS m NO_PARITY_TEST
  DEFINITIONS $<$<CONFIG:Debug>:IS_DEBUG>)" "with different content")
