# Generates the ledger's code into `binary` and compares it with what is committed in generated/, or,
# with -Daccept=ON, copies it there.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY "${source}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(model tenon_ledger.json)
set(metadata tenon_ledger.hpp)
set(header tenon_ledger_migrations.hpp)
set(embedded tenon_ledger_migrations.cpp)
set(migrations "${source}/schema/tenon/runtime/migrations")

file(MAKE_DIRECTORY "${binary}")
run("${generator}" "${source}/schema/tenon/runtime/ledger.hpp" -o "${binary}/${model}" --metadata
    "${binary}/${metadata}" --name tenon_ledger --source-root "${source}" --
    "-I${source}/schema" -std=c++20)
run("${tenon}" check --model "${binary}/${model}" --migrations "${migrations}")
run("${tenon}" embed --migrations "${migrations}" --name tenon::ledger --header
    "${binary}/${header}" -o "${binary}/${embedded}")

foreach(file ${model} ${metadata} ${header} ${embedded})
  set(committed "${source}/generated/${file}")
  if(accept)
    file(COPY_FILE "${binary}/${file}" "${committed}" ONLY_IF_DIFFERENT)
    continue()
  endif()
  execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${binary}/${file}" "${committed}"
                  RESULT_VARIABLE differs)
  if(differs)
    message(SEND_ERROR "generated/${file} is not what tenon-generate makes of "
                       "schema/tenon/runtime/ledger.hpp; build the target accept_generated_ledger")
  endif()
endforeach()
