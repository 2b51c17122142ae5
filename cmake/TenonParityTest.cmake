# The parity test of a schema.
include_guard(GLOBAL)
cmake_policy(VERSION 3.25)

# In Tenon's own tree the template stands with the library that it uses, installed beside this file.
set(template "${CMAKE_CURRENT_LIST_DIR}/parity_test.cpp.in")
if(NOT EXISTS "${template}")
  cmake_path(SET template NORMALIZE
             "${CMAKE_CURRENT_LIST_DIR}/../schema/tenon/testing/parity_test.cpp.in")
endif()
set(TENON_PARITY_TEST_TEMPLATE "${template}" CACHE INTERNAL "")

# Makes the program <name>_parity and the test <name>.parity, when testing is enabled.
function(tenon_add_parity_test name folder migrations)
  if(NOT CMAKE_TESTING_ENABLED)
    message(STATUS "${name}: no parity test, because testing is not enabled before "
                   "tenon_add_schema(); include(CTest) enables it")
    return()
  endif()
  if(NOT TARGET Tenon::testing)
    message(FATAL_ERROR "tenon_add_schema(${name}): the parity test needs Tenon's libraries: "
                        "find_package(Tenon REQUIRED) without COMPONENTS, or NO_PARITY_TEST")
  endif()
  find_package(Catch2 QUIET)
  if(NOT Catch2_FOUND)
    message(FATAL_ERROR "tenon_add_schema(${name}): the parity test needs Catch2 2.13 or 3; install "
                        "it (Debian: catch2), or say NO_PARITY_TEST")
  endif()
  set(model "${folder}/model.json")
  configure_file("${TENON_PARITY_TEST_TEMPLATE}" "${folder}/parity_test.cpp" @ONLY)
  add_executable(${name}_parity "${folder}/parity_test.cpp")
  target_link_libraries(${name}_parity PRIVATE ${name} Tenon::testing)
  # Since CMake 3.27 the linker lists what it read, and GNU ld does not escape spaces in that list: with
  # Tenon at a path that has some, every build would link again. This switches the list off.
  set_target_properties(${name}_parity PROPERTIES LINK_DEPENDS_NO_SHARED ON)
  if(TARGET Catch2::Catch2WithMain)
    target_link_libraries(${name}_parity PRIVATE Catch2::Catch2WithMain)
  else()
    target_link_libraries(${name}_parity PRIVATE Catch2::Catch2)
  endif()
  add_test(NAME ${name}.parity COMMAND ${name}_parity)
endfunction()
