# What `cmake --install` puts where, so that find_package(Tenon) works. Not installed.
#
# The component `programs` is what a build runs, `libraries` what it compiles and links with.
include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Tenon")

install(TARGETS tenon_annotations EXPORT TenonAnnotationTargets)
install(
  DIRECTORY "${PROJECT_SOURCE_DIR}/schema/tenon"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  COMPONENT libraries
  FILES_MATCHING
  PATTERN "*.hpp")
install(
  FILES cmake/TenonAddSchema.cmake
        cmake/TenonCompilerArguments.cmake
        cmake/TenonGenerate.cmake
        cmake/TenonParityTest.cmake
        cmake/TenonPrograms.cmake
        cmake/FindPgQuery.cmake
        cmake/FindPqxx.cmake
        schema/tenon/testing/parity_test.cpp.in
  DESTINATION "${package}"
  COMPONENT libraries)
install(DIRECTORY cmake/scripts DESTINATION "${package}" COMPONENT libraries)

# The programs and the annotations need no other package; the libraries do.
install(EXPORT TenonAnnotationTargets NAMESPACE Tenon:: DESTINATION "${package}"
        COMPONENT libraries)
install(EXPORT TenonProgramTargets NAMESPACE Tenon:: DESTINATION "${package}" COMPONENT programs)
install(EXPORT TenonLibraryTargets NAMESPACE Tenon:: DESTINATION "${package}" COMPONENT libraries)

configure_package_config_file(cmake/TenonConfig.cmake.in
                              "${CMAKE_CURRENT_BINARY_DIR}/TenonConfig.cmake"
                              INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/TenonConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/TenonConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/TenonConfigVersion.cmake" DESTINATION "${package}"
        COMPONENT libraries)
