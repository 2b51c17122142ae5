# How every target of Tenon itself is made. Not installed.
include_guard(GLOBAL)

# Warnings and the standard for Tenon's own code, never for a consumer's.
function(tenon_own_code target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # It is wrong about std::string (https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651).
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  if(TENON_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# tenon_component(<name> SOURCES <file>... [PUBLIC <library>...] [PRIVATE <library>...])
# One folder below schema/tenon is one library: Tenon::<name>.
function(tenon_component name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon_component(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_library(tenon_${name} STATIC ${arg_SOURCES})
  add_library(Tenon::${name} ALIAS tenon_${name})
  set_target_properties(tenon_${name} PROPERTIES EXPORT_NAME ${name})
  tenon_own_code(tenon_${name})
  target_include_directories(
    tenon_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/schema>"
                         "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  target_link_libraries(tenon_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  if(TENON_INSTALL)
    install(TARGETS tenon_${name} EXPORT TenonLibraryTargets
            ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT libraries)
  endif()
endfunction()

# tenon_program(<name> SOURCES <file>... LIBRARIES <library>...)
# A program that is installed: Tenon::<name>.
function(tenon_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon_program(${name}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_executable(${name} ${arg_SOURCES})
  add_executable(Tenon::${name} ALIAS ${name})
  tenon_own_code(${name})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES})
  if(TENON_INSTALL)
    install(TARGETS ${name} EXPORT TenonProgramTargets
            RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
  endif()
endfunction()
