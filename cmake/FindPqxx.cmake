# Finds libpqxx 6.4 or 7 as pqxx::pqxx. Debian's packages bring a pkg-config file, no CMake package.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(PC_LIBPQXX QUIET libpqxx)
  pkg_check_modules(PC_LIBPQ QUIET libpq)
endif()

find_path(Pqxx_INCLUDE_DIR pqxx/pqxx HINTS ${PC_LIBPQXX_INCLUDE_DIRS})
find_library(Pqxx_LIBRARY pqxx HINTS ${PC_LIBPQXX_LIBRARY_DIRS})
find_path(Pqxx_PQ_INCLUDE_DIR libpq-fe.h HINTS ${PC_LIBPQ_INCLUDE_DIRS} PATH_SUFFIXES postgresql)
find_library(Pqxx_PQ_LIBRARY pq HINTS ${PC_LIBPQ_LIBRARY_DIRS})
set(Pqxx_VERSION "${PC_LIBPQXX_VERSION}")

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  Pqxx
  REQUIRED_VARS Pqxx_LIBRARY Pqxx_PQ_LIBRARY Pqxx_INCLUDE_DIR Pqxx_PQ_INCLUDE_DIR
  VERSION_VAR Pqxx_VERSION
  REASON_FAILURE_MESSAGE "install libpqxx and libpq, e.g. apt-get install libpqxx-dev")
mark_as_advanced(Pqxx_INCLUDE_DIR Pqxx_PQ_INCLUDE_DIR Pqxx_LIBRARY Pqxx_PQ_LIBRARY)

if(Pqxx_FOUND AND NOT TARGET pqxx::pqxx)
  add_library(pqxx::pqxx UNKNOWN IMPORTED)
  set_target_properties(
    pqxx::pqxx
    PROPERTIES IMPORTED_LOCATION "${Pqxx_LIBRARY}"
               INTERFACE_INCLUDE_DIRECTORIES "${Pqxx_INCLUDE_DIR}"
               INTERFACE_LINK_LIBRARIES "${Pqxx_PQ_LIBRARY}")
endif()
