# Manual pages, made of what the programs say with --help, and completions for shells. Not installed.
#
# As a script, with -Dtenon= -Dgenerate= -Dhelp2man= -Dout= -Dversion=, it writes the pages.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  # A program that was made for another machine does not run here.
  if(CMAKE_CROSSCOMPILING)
    return()
  endif()
  set(share "${CMAKE_CURRENT_BINARY_DIR}/share")
  add_custom_command(
    OUTPUT "${share}/tenon.bash" "${share}/_tenon" "${share}/tenon.fish"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${share}"
    COMMAND tenon completion bash --output "${share}/tenon.bash"
    COMMAND tenon completion zsh --output "${share}/_tenon"
    COMMAND tenon completion fish --output "${share}/tenon.fish"
    DEPENDS tenon
    COMMENT "Writing the shells' completions of tenon"
    VERBATIM)
  set(written "${share}/tenon.bash")
  install(FILES "${share}/tenon.bash" RENAME tenon COMPONENT programs
          DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
  install(FILES "${share}/_tenon" COMPONENT programs
          DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
  install(FILES "${share}/tenon.fish" COMPONENT programs
          DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

  find_program(HELP2MAN_EXECUTABLE help2man DOC "Makes the manual pages")
  if(HELP2MAN_EXECUTABLE AND TENON_BUILD_GENERATOR)
    add_custom_command(
      OUTPUT "${share}/man/tenon.1"
      COMMAND
        "${CMAKE_COMMAND}" "-Dtenon=$<TARGET_FILE:tenon>"
        "-Dgenerate=$<TARGET_FILE:tenon-generate>" "-Dhelp2man=${HELP2MAN_EXECUTABLE}"
        "-Dout=${share}/man" "-Dversion=${PROJECT_VERSION}" -P "${CMAKE_CURRENT_LIST_FILE}"
      DEPENDS tenon tenon-generate "${CMAKE_CURRENT_LIST_FILE}"
      COMMENT "Writing the manual pages"
      VERBATIM)
    list(APPEND written "${share}/man/tenon.1")
    install(DIRECTORY "${share}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1"
            COMPONENT programs)
  endif()
  add_custom_target(tenon_share ALL DEPENDS ${written})
  return()
endif()

cmake_policy(VERSION 3.25)

# write_page(<page> <what it is for> <program> [<command>])
function(write_page page purpose program)
  # help2man gives it to a shell as it is, and a folder's name may be anything.
  cmake_path(GET program PARENT_PATH folder)
  cmake_path(GET program FILENAME name)
  list(JOIN ARGN " " command)
  string(STRIP "./${name} ${command}" called)
  execute_process(
    COMMAND "${help2man}" --no-info "--version-string=${version}" "--name=${purpose}" "${called}"
    WORKING_DIRECTORY "${folder}"
    OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  string(TOUPPER "${page}" title)
  string(REGEX REPLACE "\n[.]TH [^ ]+ " "\n.TH ${title} " text "${text}")
  string(REPLACE "-" " " name "${page}")
  string(REGEX REPLACE "(\n[.]SH NAME\n)[^\n]* [\\]- " "\\1${page} \\\\- " text "${text}")
  # Examples are lines, not words.
  string(REGEX REPLACE "([.]SH EXAMPLES\n)[.]IP\n(([^.][^\n]*\n)+)" "\\1.nf\n\\2.fi\n" text
                       "${text}")
  file(WRITE "${out}/${page}.1" "${text}")
endfunction()

# The commands stand one a line below the last heading: `  check    Compare …`.
execute_process(COMMAND "${tenon}" --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ".*\nSubcommands:\n" "" commands "${help}")
# A list has its elements between semicolons.
string(REPLACE ";" "," commands "${commands}")
string(REGEX MATCHALL "\n? +[a-z]+ +[A-Z][^\n]+" commands "${commands}")
if(NOT commands)
  message(FATAL_ERROR "tenon --help names no commands")
endif()
file(REMOVE_RECURSE "${out}")
foreach(line IN LISTS commands)
  string(REGEX MATCH " +([a-z]+) +(.*)" ignored "${line}")
  write_page(tenon-${CMAKE_MATCH_1} "${CMAKE_MATCH_2}" "${tenon}" "${CMAKE_MATCH_1}")
endforeach()
write_page(tenon-generate "annotated structs to a model and its metadata" "${generate}")
# The last: it stands for all of them.
write_page(tenon "keeps C++ structs, migrations and PostgreSQL databases the same schema" "${tenon}")
