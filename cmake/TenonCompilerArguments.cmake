# How the generator's own Clang is told to see the headers as the build's compiler does.
include_guard(GLOBAL)
cmake_policy(VERSION 3.25)

# Writes the file `arguments`, one argument a line, when the build system is generated, so that it has
# what the target gets after this call too. Include directories, definitions and the standard: other
# flags are the compiler's own business, and Clang would refuse many of GCC's.
function(tenon_write_compiler_arguments target output_folder standard)
  tenon_standard_argument(standard_argument ${target} "${standard}")
  tenon_toolchain_arguments(toolchain)
  list(JOIN toolchain "\n" toolchain)
  # A condition that is not met leaves an empty item.
  set(directories "$<FILTER:$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>,EXCLUDE,^$>")
  set(includes "$<REMOVE_DUPLICATES:${directories}>")
  set(definitions "$<FILTER:$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>,EXCLUDE,^$>")
  set(options "$<TARGET_PROPERTY:${target},COMPILE_OPTIONS>")
  file(
    GENERATE
    OUTPUT "${output_folder}/arguments"
    CONTENT
      "${standard_argument}
${toolchain}
$<$<IN_LIST:-stdlib=libc++,${options}>:-stdlib=libc++
>$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},\n-D>
>$<$<BOOL:${includes}>:-I$<JOIN:${includes},\n-I>
>")
  # What decides which members the structs have, on every machine.
  file(
    GENERATE
    OUTPUT "${output_folder}/meaning"
    CONTENT "STANDARD ${standard_argument}
$<$<BOOL:${definitions}>:DEFINITION $<JOIN:${definitions},\nDEFINITION >
>")
endfunction()

# The highest of what was said, CXX_STANDARD (empty when a feature asked for the standard) and the
# cxx_std features; Tenon::annotations asks for 20.
function(tenon_standard_argument result target standard)
  if(standard)
    set(${result} "-std=c++${standard}" PARENT_SCOPE)
    return()
  endif()
  set(property "$<TARGET_PROPERTY:${target},CXX_STANDARD>")
  set(features "$<TARGET_PROPERTY:${target},COMPILE_FEATURES>")
  foreach(year 23 26)
    set(is_${year} "$<OR:$<STREQUAL:${property},${year}>,$<IN_LIST:cxx_std_${year},${features}>>")
  endforeach()
  set(${result} "-std=c++$<IF:${is_26},26,$<IF:${is_23},23,20>>" PARENT_SCOPE)
endfunction()

# The standard library, architecture and system root of the build's compiler.
function(tenon_toolchain_arguments result)
  set(arguments "")
  # Without this Clang takes the newest GCC that it finds, whichever the build uses.
  execute_process(
    COMMAND "${CMAKE_CXX_COMPILER}" ${CMAKE_CXX_COMPILER_ARG1} -print-libgcc-file-name
    OUTPUT_VARIABLE libgcc OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  cmake_path(GET libgcc FILENAME file)
  if(file STREQUAL "libgcc.a" AND EXISTS "${libgcc}")
    cmake_path(GET libgcc PARENT_PATH folder)
    cmake_path(NORMAL_PATH folder)
    list(APPEND arguments "--gcc-install-dir=${folder}")
  endif()
  if("${CMAKE_CXX_FLAGS}" MATCHES "(^| )-stdlib=libc\\+\\+( |$)")
    list(APPEND arguments "-stdlib=libc++")
  endif()
  if(CMAKE_CXX_COMPILER_TARGET)
    list(APPEND arguments "--target=${CMAKE_CXX_COMPILER_TARGET}")
  elseif(CMAKE_CROSSCOMPILING)
    execute_process(COMMAND "${CMAKE_CXX_COMPILER}" ${CMAKE_CXX_COMPILER_ARG1} -dumpmachine
                    OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE
                    COMMAND_ERROR_IS_FATAL ANY)
    list(APPEND arguments "--target=${machine}")
  endif()
  if(CMAKE_SYSROOT_COMPILE)
    list(APPEND arguments "--sysroot=${CMAKE_SYSROOT_COMPILE}")
  elseif(CMAKE_SYSROOT)
    list(APPEND arguments "--sysroot=${CMAKE_SYSROOT}")
  endif()
  set(${result} "${arguments}" PARENT_SCOPE)
endfunction()
