# Debian packages: the programs in one, what is compiled and linked with in the other.
#   -Dbinary_dir=  the build tree that is packed
include("${CMAKE_CURRENT_LIST_DIR}/../steps.cmake")
start("${source_dir}/tests/build/projects/library")
run("${CMAKE_CPACK_COMMAND}" --config "${binary_dir}/CPackConfig.cmake" -B "${work}/packages")
if(NOT status EQUAL 0)
  fail("The packages were to be made.")
endif()
file(GLOB programs "${work}/packages/tenon_*.deb")
file(GLOB libraries "${work}/packages/libtenon-dev_*.deb")

run(dpkg-deb --contents "${programs}")
has("./usr/bin/tenon\n" "./usr/bin/tenon-generate\n" "TenonProgramTargets.cmake"
    "man1/tenon-verify.1" "bash-completion/completions/tenon\n")
has_not("libtenon_" "annotations.hpp" "TenonConfig.cmake")
run(dpkg-deb --field "${programs}" Depends)
has("libpqxx" "libclang")

run(dpkg-deb --contents "${libraries}")
has("libtenon_runtime.a" "/tenon/annotations.hpp" "TenonConfig.cmake" "FindPqxx.cmake")
has_not("usr/bin")
run(dpkg-deb --field "${libraries}" Depends)
has("libpqxx-dev")
has_not("clang")

# A machine with the libraries alone takes the programs from somewhere else.
set(prefix "${work}/root/usr")
run(dpkg-deb --extract "${libraries}" "${work}/root")
configure_fails(-DSCHEMA_OPTIONS=NO_PARITY_TEST)
has("there is no program tenon for this")
run(dpkg-deb --extract "${programs}" "${work}/root")
configure(-DSCHEMA_OPTIONS=NO_PARITY_TEST)
run("${prefix}/bin/tenon" --version)
has("${version}")
