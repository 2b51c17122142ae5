# What `cpack` makes: Debian packages, the programs apart from the libraries. Not installed.
# https://cmake.org/cmake/help/latest/cpack_gen/deb.html
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tenon)
set(CPACK_PACKAGE_VENDOR Tenon)
set(CPACK_PACKAGE_CONTACT "The maintainers of Tenon <maintainers@tenon.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL programs libraries)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

set(CPACK_COMPONENT_PROGRAMS_DESCRIPTION
    "Generator and migrator of PostgreSQL schemas that are C++ structs
The programs tenon-generate, which reads annotated structs, and tenon, which
writes, checks and runs migrations.")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME tenon)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_RECOMMENDS "libtenon-dev, postgresql")

set(CPACK_COMPONENT_LIBRARIES_DESCRIPTION
    "Migrations and health checks for C++ programs with a PostgreSQL database
The annotations, the libraries that run migrations and compare databases, and
the CMake package.")
set(CPACK_DEBIAN_LIBRARIES_PACKAGE_NAME libtenon-dev)
set(CPACK_DEBIAN_LIBRARIES_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARIES_PACKAGE_DEPENDS
    "libpqxx-dev, libpg-query-dev, libprotobuf-c-dev, nlohmann-json3-dev, libfmt-dev, libssl-dev")
set(CPACK_DEBIAN_LIBRARIES_PACKAGE_RECOMMENDS "tenon, catch2, postgresql")

include(CPack)
