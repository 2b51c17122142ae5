# vcpkg's own functions, as far as the port calls them: what is configured is Tenon, and nothing is
# built.
#   -Dport=      the folder of the port
#   -Dbuild=     where to configure
#   -DFEATURES=  those that are asked for
# https://learn.microsoft.com/vcpkg/maintainers/functions
cmake_minimum_required(VERSION 3.25)

function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT_FEATURE_OPTIONS" "FEATURES")
  set(options "")
  while(arg_FEATURES)
    list(POP_FRONT arg_FEATURES feature option)
    if(feature IN_LIST FEATURES)
      list(APPEND options "-D${option}=ON")
    else()
      list(APPEND options "-D${option}=OFF")
    endif()
  endwhile()
  set(${arg_OUT_FEATURE_OPTIONS} "${options}" PARENT_SCOPE)
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  execute_process(COMMAND "${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "${build}" ${arg_OPTIONS}
                          COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_install)
endfunction()

function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "PACKAGE_NAME;CONFIG_PATH" "")
  message("package ${arg_PACKAGE_NAME} in ${arg_CONFIG_PATH}")
endfunction()

function(vcpkg_copy_tools)
  cmake_parse_arguments(PARSE_ARGV 0 arg "AUTO_CLEAN" "" "TOOL_NAMES")
  message("programs ${arg_TOOL_NAMES}")
endfunction()

set(CURRENT_PACKAGES_DIR "${build}/packages")
include("${port}/portfile.cmake")
