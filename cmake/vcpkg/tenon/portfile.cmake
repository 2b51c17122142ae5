# An overlay port for vcpkg that builds the checkout which it lies in:
#   vcpkg install tenon --overlay-ports=cmake/vcpkg
# https://learn.microsoft.com/vcpkg/concepts/overlay-ports
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
                     FEATURES generator TENON_BUILD_GENERATOR)
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${FEATURE_OPTIONS} -DTENON_BUILD_TESTS=OFF -DTENON_BUILD_EXAMPLES=OFF
          -DTENON_INSTALL=ON)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME Tenon CONFIG_PATH lib/cmake/Tenon)

set(programs tenon)
if("generator" IN_LIST FEATURES)
  list(APPEND programs tenon-generate)
endif()
vcpkg_copy_tools(TOOL_NAMES ${programs} AUTO_CLEAN)
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
