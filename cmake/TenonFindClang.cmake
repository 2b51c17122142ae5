# Finds Clang's libraries, of a version that the generator works with, and Clang's own headers.
include_guard(GLOBAL)

# The version that is tested most goes first. CMAKE_PREFIX_PATH and Clang_DIR go before all.
set(tenon_clang_versions 19 20 21 22 18 17)
list(TRANSFORM tenon_clang_versions PREPEND "/usr/lib/llvm-" OUTPUT_VARIABLE tenon_clang_hints)
find_package(Clang CONFIG QUIET HINTS ${tenon_clang_hints})
if(NOT Clang_FOUND OR NOT LLVM_VERSION_MAJOR IN_LIST tenon_clang_versions)
  message(
    FATAL_ERROR
      "tenon-generate needs the libraries of Clang 17 to 22 (found: '${LLVM_VERSION}'). On Debian: "
      "apt-get install libclang-19-dev. Elsewhere name them with -D Clang_DIR=<folder of "
      "ClangConfig.cmake>. Without them: -D TENON_BUILD_GENERATOR=OFF.")
endif()
message(STATUS "Clang for tenon-generate: ${LLVM_VERSION} in ${CLANG_INSTALL_PREFIX}")

if(CLANG_LINK_CLANG_DYLIB)
  set(TENON_CLANG_LIBRARIES clang-cpp LLVM)
else()
  set(TENON_CLANG_LIBRARIES clangTooling clangFrontend clangSerialization clangAST clangLex clangBasic)
endif()
separate_arguments(TENON_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")

# As clang itself says it, without running it: lib/clang/19, or in older versions lib/clang/17.0.6.
set(TENON_CLANG_RESOURCE_DIR "${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}")
if(NOT EXISTS "${TENON_CLANG_RESOURCE_DIR}/include/stddef.h")
  set(TENON_CLANG_RESOURCE_DIR
      "${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}.${LLVM_VERSION_MINOR}.${LLVM_VERSION_PATCH}")
endif()
